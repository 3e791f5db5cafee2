-- What subscriptions filter by stays with the event, so that it can be told later to one that did not hear of it.
-- Of former events the bodies know the violation types; the rest is unknown, which keeps nothing back.
ALTER TABLE notification
  ADD COLUMN violation_types text[],
  ADD COLUMN severity text,
  ADD COLUMN admin_unit text;
UPDATE notification n
SET violation_types = ARRAY(SELECT jsonb_array_elements_text(b.data -> 'violationTypes'))
FROM (SELECT id, convert_from(body, 'UTF8')::jsonb -> 'data' AS data FROM notification WHERE type LIKE 'incident.%') b
WHERE b.id = n.id AND b.data ? 'violationTypes';

-- What failed, in an order that does not change, for whoever goes through it.
CREATE INDEX delivery_failed_idx ON delivery (subscription_id, id) WHERE state IN ('DEAD_LETTER', 'RETRY_WAIT');

-- What a party asks to be sent once more, or after all, to one of its subscriptions, however much it is. The row is also
-- how far the service has come: it is locked, and its places move, in the transaction that queues a batch.
CREATE TABLE recovery (
  id uuid PRIMARY KEY,
  party text NOT NULL,
  subscription_id uuid NOT NULL,
  what text NOT NULL CHECK (what IN ('FAILED', 'MISSING')),
  since timestamptz NOT NULL,
  until timestamptz,
  state text NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'CANCELLED')),
  seen bigint NOT NULL DEFAULT 0,
  queued bigint NOT NULL DEFAULT 0,
  last_delivery uuid,
  last_seq bigint,
  upto timestamptz NOT NULL DEFAULT now(),
  asked_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
  last_arrival bigint,
  next_at timestamptz NOT NULL DEFAULT now(),
  sequence bigint NOT NULL,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  CHECK (until > since),
  CHECK ((state = 'RUNNING') = (ended_at IS NULL)),
  FOREIGN KEY (subscription_id, party) REFERENCES subscription (id, party)
);
COMMENT ON COLUMN recovery.upto IS 'deliveries made later are not meant; the database''s time, as delivery.created_at';
COMMENT ON COLUMN recovery.asked_in IS 'transactions that are older may still write events that the subscription, as it was, did not get';
COMMENT ON COLUMN recovery.last_arrival IS 'the end is reached when what arrived in the feed up to this has its number; unknown while older transactions run';
COMMENT ON COLUMN recovery.next_at IS 'when the next batch may be queued: not before this one could be sent at the subscription''s rate';
CREATE UNIQUE INDEX recovery_running_key ON recovery (subscription_id) WHERE state = 'RUNNING';
CREATE INDEX recovery_due_idx ON recovery (next_at) WHERE state = 'RUNNING';
CREATE INDEX recovery_subscription_idx ON recovery (subscription_id, created_at, id);

SELECT protect_owned('recovery', 'party', '{OPERATOR}', '{select,insert,update}');
