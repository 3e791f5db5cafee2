CREATE TABLE note (
  id uuid PRIMARY KEY,
  written_by text NOT NULL,
  audience text[] NOT NULL,
  state text NOT NULL,
  text text NOT NULL,
  written_at timestamptz NOT NULL,
  sequence bigint NOT NULL
);
SELECT protect_aggregate('note', '{DEPARTMENT}');
CREATE TABLE note_remark (id uuid PRIMARY KEY, note_id uuid NOT NULL REFERENCES note, written_by text NOT NULL);
SELECT protect_child('note_remark', 'note_id', 'note_reader');
SELECT protect_child('document', 'aggregate_id', 'note_reader');
SELECT protect_child('document_chunk', 'aggregate_id', 'note_reader');
CREATE TABLE note_seen (note_id uuid NOT NULL, version bigint NOT NULL, PRIMARY KEY (note_id, version));
SELECT unprotected('note_seen', 'what the test''s consumer took');
