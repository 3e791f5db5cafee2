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
-- Its header is the Department's to read always, its content by a reader row alone.
CREATE TABLE folder (id uuid PRIMARY KEY, written_by text NOT NULL, audience text[] NOT NULL);
SELECT protect_aggregate('folder', '{DEPARTMENT}');
CREATE TABLE folder_content (id uuid PRIMARY KEY, folder_id uuid NOT NULL REFERENCES folder, written_by text NOT NULL);
SELECT protect_child('folder_content', 'folder_id', 'folder_reader', always_too => false);
SELECT protect_child('document', 'aggregate_id', 'folder_reader', always_too => false);
SELECT protect_child('document_chunk', 'aggregate_id', 'folder_reader', always_too => false);
