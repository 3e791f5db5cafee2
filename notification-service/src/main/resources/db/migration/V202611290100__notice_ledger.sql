-- Notices become a ledger that the parties read: by which channel, held until when, folded into which digest, bounced.
-- A contact keeps whether its address failed, and a telephone number for emergencies.

ALTER TABLE contact
  ADD COLUMN phone text,
  ADD COLUMN unreachable_since timestamptz,
  ADD COLUMN unreachable_reason text,
  ADD CHECK ((unreachable_since IS NULL) = (unreachable_reason IS NULL));

-- What an enterprise is called, so that a mail says on whose account it is sent.
CREATE TABLE enterprise_name (
  enterprise_id uuid PRIMARY KEY,
  name text NOT NULL,
  sequence bigint NOT NULL
);
SELECT protect_system('enterprise_name');

ALTER TABLE notice
  DROP CONSTRAINT notice_state_check,
  ADD CONSTRAINT notice_state_check CHECK (state IN ('QUEUED', 'SENDING', 'RETRY_WAIT', 'HELD', 'IN_DIGEST', 'SENT',
    'BOUNCED', 'SUPPRESSED', 'DEAD_LETTER', 'UNREACHABLE')),
  DROP CONSTRAINT notice_addressee_check,
  ADD CONSTRAINT notice_addressee_check CHECK (addressee IN ('LIAISON', 'DEPUTY', 'LEADER', 'DEPARTMENT', 'PERSON')),
  ADD COLUMN channel text NOT NULL DEFAULT 'EMAIL' CHECK (channel IN ('EMAIL', 'SMS')),
  ADD COLUMN urgent boolean NOT NULL DEFAULT false,
  ADD COLUMN digest_id uuid REFERENCES notice,
  ADD COLUMN digest_on date,
  ADD COLUMN sent_at timestamptz,
  ADD COLUMN status_code text,
  DROP CONSTRAINT notice_event_id_addressee_key,
  ADD UNIQUE (event_id, addressee, channel),
  ADD CHECK ((state = 'IN_DIGEST') <= (digest_id IS NOT NULL)),
  ADD CHECK ((digest_on IS NOT NULL) = (kind = 'DIGEST'));
COMMENT ON COLUMN notice.urgent IS 'neither quiet hours nor a digest hold it back';
COMMENT ON COLUMN notice.digest_id IS 'the notice that tells of this one and others, once a day';
COMMENT ON COLUMN notice.sent_at IS 'when the mail server or the SMS gateway took it: the proof of delivery';

COMMENT ON COLUMN notice.status_code IS 'what the mail server said: a reply code, or the enhanced status of a bounce';

DROP INDEX notice_due_idx;
CREATE INDEX notice_due_idx ON notice (urgent DESC, next_at) WHERE state IN ('QUEUED', 'SENDING', 'RETRY_WAIT', 'HELD');
CREATE UNIQUE INDEX notice_digest_key ON notice (person_id, digest_on) WHERE kind = 'DIGEST';
CREATE INDEX notice_digest_idx ON notice (digest_id) WHERE digest_id IS NOT NULL;
CREATE INDEX notice_enterprise_idx ON notice (enterprise_id, created_at, id);
CREATE INDEX notice_created_idx ON notice (created_at, id);
CREATE INDEX notice_object_idx ON notice (object_id, created_at, id);
CREATE INDEX notice_failed_idx ON notice (created_at, id) WHERE state IN ('DEAD_LETTER', 'UNREACHABLE', 'BOUNCED');

-- An enterprise reads what was sent to its people; the Department and the operator read all. SYSTEM alone writes.
DO $$ BEGIN
  EXECUTE format('CREATE POLICY owner_select ON notice FOR SELECT TO %I USING (enterprise_id::text = current_setting(''app.party'', true))',
    runtime_role());
  EXECUTE format('CREATE POLICY universal_reads ON notice FOR SELECT TO %I USING (current_setting(''app.party'', true) IN (''DEPARTMENT'', ''OPERATOR''))',
    runtime_role());
END $$;
UPDATE table_protection SET kind = 'owned', always_read = '{DEPARTMENT,OPERATOR}' WHERE table_name = 'notice';

-- The mail system reports bounces and writes no notice: it reports here, and the sender of notices takes it from here.
CREATE TABLE bounce (
  notice_id uuid PRIMARY KEY REFERENCES notice,
  party text NOT NULL,
  status text NOT NULL,
  reported_at timestamptz NOT NULL DEFAULT now()
);
SELECT protect_owned('bounce', 'party', '{}', '{insert}');
