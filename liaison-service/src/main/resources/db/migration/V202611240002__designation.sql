-- Whom an enterprise designates in writing, with the signed document (letter, O1).

CREATE TABLE designation (
  id uuid PRIMARY KEY,
  written_by text NOT NULL,
  audience text[] NOT NULL,
  enterprise_id uuid NOT NULL REFERENCES enterprise,
  full_name text NOT NULL,
  position text NOT NULL,
  email text NOT NULL,
  phone text NOT NULL,
  role text NOT NULL CHECK (role IN ('PRIMARY', 'DEPUTY')),
  scope text[] NOT NULL CHECK (cardinality(scope) > 0),
  sectors text[],
  document_number text NOT NULL,
  document_date date NOT NULL,
  signer_name text NOT NULL,
  signer_title text NOT NULL,
  document_id uuid,
  document_sha256 text,
  document_size bigint,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  supersedes_id uuid,
  reasons text[],
  note text,
  drafted_by uuid,
  state text NOT NULL CHECK (state IN ('DRAFT', 'UNDER_REVIEW', 'RETURNED', 'ACTIVE', 'SUSPENDED', 'REJECTED', 'WITHDRAWN',
    'SUPERSEDED', 'REVOKED', 'EXPIRED')),
  created_at timestamptz NOT NULL,
  sequence bigint NOT NULL,
  CHECK (valid_from <= valid_to),
  -- Nobody is active without the signed document.
  CHECK (document_sha256 IS NOT NULL OR state IN ('DRAFT', 'WITHDRAWN')),
  CHECK ((document_id IS NULL) = (document_sha256 IS NULL))
);
COMMENT ON COLUMN designation.drafted_by IS 'the person who wrote the content last; NULL: a machine, that is the organisation';
CREATE UNIQUE INDEX designation_active_primary_idx ON designation (enterprise_id) WHERE role = 'PRIMARY' AND state = 'ACTIVE';
CREATE INDEX designation_enterprise_idx ON designation (enterprise_id, created_at, id);
CREATE INDEX designation_state_idx ON designation (state, created_at, id);
CREATE INDEX designation_created_idx ON designation (created_at, id);
CREATE INDEX designation_active_until_idx ON designation (valid_to) WHERE state = 'ACTIVE';
CREATE INDEX designation_active_email_idx ON designation (lower(email)) WHERE state = 'ACTIVE';
-- The Department reads all by policy as well: over its own reader rows each list would hash as many as there are.
SELECT protect_aggregate('designation', '{DEPARTMENT}');

-- Every move, with who made it and why.
CREATE TABLE designation_move (
  designation_id uuid NOT NULL REFERENCES designation,
  sequence bigint NOT NULL,
  written_by text NOT NULL,
  verb text NOT NULL,
  state text NOT NULL,
  at timestamptz NOT NULL,
  subject text NOT NULL,
  person uuid,
  reasons text[],
  note text,
  PRIMARY KEY (designation_id, sequence)
);
SELECT protect_child('designation_move', 'designation_id', 'designation_reader');

SELECT protect_child('document', 'aggregate_id', 'designation_reader');
SELECT protect_child('document_chunk', 'aggregate_id', 'designation_reader');
