-- An e-mail that says only that something happened. To whom is looked up when it is sent: persons change.
CREATE TABLE notice (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  event_id uuid NOT NULL,
  kind text NOT NULL,
  addressee text NOT NULL CHECK (addressee IN ('LIAISON', 'LEADER')),
  enterprise_id uuid NOT NULL,
  object_id uuid NOT NULL,
  reference text NOT NULL,
  state text NOT NULL CHECK (state IN ('QUEUED', 'SENDING', 'RETRY_WAIT', 'SENT', 'DEAD_LETTER', 'UNREACHABLE')),
  attempts int NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL DEFAULT now(),
  lease_token uuid,
  person_id uuid,
  error_code text,
  sequence bigint NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((state = 'SENDING') = (lease_token IS NOT NULL)),
  UNIQUE (event_id, addressee)
);
COMMENT ON COLUMN notice.reference IS 'receipt number or designation id: all that the mail names';
CREATE INDEX notice_due_idx ON notice (next_at) WHERE state IN ('QUEUED', 'SENDING', 'RETRY_WAIT');

SELECT protect_system('notice');
