-- The rows that every change writes beside itself, in its own transaction: what leaves (outbox), who did it (audit),
-- what was answered (idempotency); and what a consumer remembers (inbox, dead_letter).

CREATE TABLE outbox (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  topic text NOT NULL,
  type text NOT NULL,
  aggregate_id uuid NOT NULL,
  aggregate_version bigint NOT NULL,
  occurred_at timestamptz NOT NULL,
  payload json,
  created_at timestamptz NOT NULL DEFAULT now(),
  published_at timestamptz,
  failed_at timestamptz,
  UNIQUE (aggregate_id, aggregate_version, type)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.005);
COMMENT ON COLUMN outbox.id IS 'the CloudEvents id, the same on every sending';
COMMENT ON COLUMN outbox.payload IS 'NULL is a tombstone';
COMMENT ON COLUMN outbox.failed_at IS 'the broker refuses this row for good; later rows of its aggregate wait for the operator';
CREATE INDEX outbox_todo_idx ON outbox (seq) WHERE published_at IS NULL;
CREATE INDEX outbox_failed_idx ON outbox (aggregate_id) WHERE failed_at IS NOT NULL;
-- For the purge of old rows. They lie in the order of their making, so a BRIN finds them and costs intake nothing.
CREATE INDEX outbox_created_idx ON outbox USING brin (created_at) WITH (pages_per_range = 16, autosummarize = on);

CREATE TABLE inbox (
  source text NOT NULL,
  event_id uuid NOT NULL,
  consumer text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (source, event_id, consumer)
);

CREATE TABLE dead_letter (
  id uuid PRIMARY KEY,
  consumer text NOT NULL,
  topic text NOT NULL,
  partition int NOT NULL,
  "offset" bigint NOT NULL,
  key text,
  headers jsonb NOT NULL,
  payload bytea,
  reason text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  attempts int NOT NULL DEFAULT 0,
  last_attempt_at timestamptz,
  redriven_at timestamptz,
  UNIQUE (consumer, topic, partition, "offset")
);
CREATE INDEX dead_letter_at_idx ON dead_letter (at, id);
COMMENT ON COLUMN dead_letter.reason IS 'a class of failure and where it happened, never the content';
COMMENT ON COLUMN dead_letter.attempts IS 'how often an operator had it taken again; redriven_at once that succeeded';

CREATE TABLE idempotency (
  party text NOT NULL,
  subject text NOT NULL,
  operation text NOT NULL,
  key text NOT NULL,
  fingerprint bytea NOT NULL,
  status int NOT NULL,
  headers jsonb NOT NULL,
  body bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (party, subject, operation, key)
);
COMMENT ON COLUMN idempotency.operation IS 'method and path with its ids';
CREATE INDEX idempotency_created_idx ON idempotency (created_at);

CREATE TABLE audit (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  party text NOT NULL,
  subject text NOT NULL,
  person uuid,
  action text NOT NULL,
  object_type text NOT NULL,
  object_id uuid NOT NULL,
  object_sequence bigint NOT NULL
);
CREATE INDEX audit_object_idx ON audit (object_id, at, id);
CREATE INDEX audit_at_idx ON audit (at, id);

SELECT unprotected('outbox', 'facts on their way out; no caller reads them');
SELECT unprotected('inbox', 'ids of events already taken');
SELECT unprotected('dead_letter', 'records that could not be taken; for the operator');
SELECT unprotected('idempotency', 'answers by the caller''s own key');
SELECT protect_base('audit', 'audit', 'SELECT, INSERT');
DO $$ BEGIN
  EXECUTE format('CREATE POLICY writes ON audit FOR INSERT TO %I WITH CHECK (party = current_setting(''app.party'', true))', runtime_role());
  EXECUTE format('CREATE POLICY auditor_reads ON audit FOR SELECT TO %I USING (current_setting(''app.party'', true) = ''AUDITOR'')', runtime_role());
END $$;
