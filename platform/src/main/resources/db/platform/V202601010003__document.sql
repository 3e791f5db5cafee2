-- Files, encrypted in chunks. Who reads a document is who reads the aggregate that it belongs to: a feature that keeps
-- documents calls protect_child on both tables with its own reader table.

CREATE TABLE document (
  id uuid PRIMARY KEY,
  aggregate_id uuid NOT NULL,
  written_by text NOT NULL,
  size bigint NOT NULL CHECK (size >= 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  key_id text NOT NULL,
  wrapped_key bytea NOT NULL,
  created_at timestamptz NOT NULL
);
COMMENT ON COLUMN document.wrapped_key IS 'the document''s own AES-256 key, encrypted with the master key key_id';
CREATE INDEX document_aggregate_idx ON document (aggregate_id);

CREATE TABLE document_chunk (
  document_id uuid NOT NULL REFERENCES document,
  n int NOT NULL,
  aggregate_id uuid NOT NULL,
  written_by text NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (document_id, n)
);
-- Ciphertext does not compress.
ALTER TABLE document_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

SELECT protect_base('document', 'child', 'SELECT, INSERT');
SELECT protect_base('document_chunk', 'child', 'SELECT, INSERT');
