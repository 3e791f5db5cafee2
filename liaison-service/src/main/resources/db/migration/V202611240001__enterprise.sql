-- The register of enterprises, the codes with which their systems enrol, and the work that goes to other systems
-- (Keycloak, mail) after a commit.

CREATE TABLE enterprise (
  id uuid PRIMARY KEY,
  written_by text NOT NULL,
  audience text[] NOT NULL,
  tax_code text NOT NULL CONSTRAINT enterprise_tax_code_key UNIQUE CHECK (tax_code ~ '^[0-9]{10}(-[0-9]{3})?$'),
  name text NOT NULL,
  sectors text[] NOT NULL CHECK (cardinality(sectors) > 0),
  address text NOT NULL,
  leader_id uuid NOT NULL UNIQUE,
  leader_full_name text NOT NULL,
  leader_title text NOT NULL,
  leader_email text NOT NULL,
  leader_phone text NOT NULL,
  state text NOT NULL CHECK (state IN ('VERIFIED', 'ACTIVE', 'SUSPENDED', 'CLOSED')),
  created_at timestamptz NOT NULL,
  activated_at timestamptz,
  enrolled_at timestamptz,
  sequence bigint NOT NULL
);
COMMENT ON COLUMN enterprise.leader_id IS 'the leader is a person of the product with an id of its own';
CREATE INDEX enterprise_created_idx ON enterprise (created_at, id);
SELECT protect_aggregate('enterprise', '{DEPARTMENT}');

CREATE TABLE enrolment_code (
  id uuid PRIMARY KEY,
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  written_by text NOT NULL,
  code_hash text NOT NULL UNIQUE CHECK (code_hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz NOT NULL,
  voided_at timestamptz,
  used_at timestamptz,
  lease uuid,
  leased_until timestamptz
);
COMMENT ON COLUMN enrolment_code.code_hash IS 'SHA-256; the code itself, 160 random bits, is kept nowhere';
COMMENT ON COLUMN enrolment_code.lease IS 'who is drawing credentials with the code right now: two at once would rotate each other''s secret';
CREATE UNIQUE INDEX enrolment_code_open_idx ON enrolment_code (enterprise_id) WHERE voided_at IS NULL AND used_at IS NULL;
SELECT protect_owned('enrolment_code', 'written_by', '{}', '{select,insert,update}');

CREATE TABLE task (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('ENROLMENT_MAIL', 'LIAISON_ACCOUNT')),
  subject_id uuid NOT NULL,
  written_by text NOT NULL,
  sealed bytea,
  attempts int NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL DEFAULT now(),
  done_at timestamptz,
  failed_at timestamptz,
  last_fault text,
  CHECK (done_at IS NULL OR sealed IS NULL)
);
COMMENT ON COLUMN task.sealed IS 'what to do, encrypted; wiped once it is done';
COMMENT ON COLUMN task.subject_id IS 'tasks of one subject run in their order';
COMMENT ON COLUMN task.last_fault IS 'a class of failure, never the content';
CREATE INDEX task_todo_idx ON task (kind, next_at) WHERE done_at IS NULL AND failed_at IS NULL;
CREATE INDEX task_subject_idx ON task (subject_id, seq) WHERE done_at IS NULL AND failed_at IS NULL;
SELECT protect_owned('task', 'written_by', '{}', '{insert}');
