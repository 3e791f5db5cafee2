-- A request for information. The header (codes, times, counts) is read by the Department and the auditor whoever asks;
-- what is asked and answered stands in children, append only, and is read by the asker and the enterprise alone, and by
-- the Department once an objection is put to it.

CREATE TABLE information_request (
  id uuid PRIMARY KEY,
  written_by text NOT NULL,
  audience text[] NOT NULL,
  enterprise_id uuid NOT NULL,
  number text NOT NULL CONSTRAINT information_request_number_key UNIQUE,
  priority text NOT NULL CONSTRAINT information_request_priority_check CHECK (priority IN ('ROUTINE', 'URGENT', 'EMERGENCY')),
  tlp text NOT NULL,
  state text NOT NULL CONSTRAINT information_request_state_check CHECK (state IN
    ('DRAFT', 'ISSUED', 'ACKNOWLEDGED', 'ANSWERED', 'RETURNED', 'NEEDS_CLARIFICATION', 'OBJECTED', 'ACCEPTED', 'CLOSED',
     'CANCELLED', 'SUPERSEDED')),
  resume text,
  sequence bigint NOT NULL,
  version int NOT NULL,
  item_count int NOT NULL,
  created_at timestamptz NOT NULL,
  listed_at timestamptz NOT NULL,
  issued_at timestamptz,
  delivered_at timestamptz,
  opened_at timestamptz,
  acknowledge_by timestamptz,
  acknowledged_at timestamptz,
  answered_at timestamptz,
  on_time boolean,
  answers int NOT NULL,
  completeness int CONSTRAINT information_request_completeness_check CHECK (completeness BETWEEN 0 AND 100),
  anchor timestamptz,
  rule text,
  calendar_version text,
  due_at timestamptz,
  provisional boolean,
  stopped_at timestamptz,
  extension text NOT NULL CONSTRAINT information_request_extension_check CHECK (extension IN
    ('NONE', 'ASKED', 'GRANTED', 'DENIED', 'ALLOWED')),
  extension_until timestamptz,
  objected boolean NOT NULL,
  support_by timestamptz,
  supported_at timestamptz,
  superseded_by uuid,
  next_reminder_at timestamptz
);
COMMENT ON COLUMN information_request.written_by IS 'the asker';
COMMENT ON COLUMN information_request.sequence IS 'counts every change of the row, from 1; the ETag';
COMMENT ON COLUMN information_request.version IS 'of what is asked; a draft that is written anew makes the next one';
COMMENT ON COLUMN information_request.listed_at IS 'drafted, then issued: by it the Department and the auditor list';
COMMENT ON COLUMN information_request.resume IS 'the state to go back to from NEEDS_CLARIFICATION and OBJECTED';
COMMENT ON COLUMN information_request.rule IS 'code, amount and unit of the deadline rule as it was when issued';
COMMENT ON COLUMN information_request.stopped_at IS 'since when the clock stands; null: it runs, or the request is over';
COMMENT ON COLUMN information_request.support_by IS 'an emergency without paper: until when the document must follow';

CREATE INDEX information_request_listed_idx ON information_request (listed_at, id);
CREATE INDEX information_request_state_idx ON information_request (state);
CREATE INDEX information_request_due_idx ON information_request (due_at)
  WHERE state IN ('ISSUED', 'ACKNOWLEDGED', 'RETURNED');
CREATE INDEX information_request_reminder_idx ON information_request (next_reminder_at) WHERE next_reminder_at IS NOT NULL;

CREATE TABLE information_request_content (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES information_request,
  version int NOT NULL,
  written_by text NOT NULL,
  person uuid,
  at timestamptz NOT NULL,
  content json NOT NULL,
  UNIQUE (request_id, version)
);
COMMENT ON COLUMN information_request_content.person IS 'who wrote it; an emergency is issued by somebody else';

CREATE TABLE information_request_answer (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES information_request,
  version int NOT NULL,
  written_by text NOT NULL,
  person uuid,
  at timestamptz NOT NULL,
  content json NOT NULL,
  documents uuid[] NOT NULL,
  completeness int NOT NULL,
  on_time boolean,
  sha256 text NOT NULL,
  UNIQUE (request_id, version)
);
COMMENT ON COLUMN information_request_answer.content IS 'every item answered so far, with the SHA-256 of each document';
COMMENT ON COLUMN information_request_answer.sha256 IS 'seals content: the hash of its very bytes, UTF-8';

CREATE TABLE information_request_document (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES information_request,
  written_by text NOT NULL,
  person uuid,
  at timestamptz NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  size_bytes bigint NOT NULL,
  sha256 text NOT NULL
);
COMMENT ON COLUMN information_request_document.id IS 'also the id of its document';
CREATE INDEX information_request_document_request_idx ON information_request_document (request_id, at, id);

CREATE TABLE information_request_download (
  id uuid PRIMARY KEY,
  document_id uuid NOT NULL REFERENCES information_request_document,
  request_id uuid NOT NULL,
  written_by text NOT NULL,
  person uuid,
  at timestamptz NOT NULL
);
CREATE INDEX information_request_download_document_idx ON information_request_download (document_id, at, id);

CREATE TABLE information_request_stop (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES information_request,
  written_by text NOT NULL,
  cause text NOT NULL,
  stopped_at timestamptz NOT NULL,
  resumed_at timestamptz NOT NULL,
  due_before timestamptz NOT NULL,
  due_after timestamptz NOT NULL,
  calendar_version text NOT NULL
);
COMMENT ON TABLE information_request_stop IS 'when the clock stood, and by how much that moved the due time';
CREATE INDEX information_request_stop_request_idx ON information_request_stop (request_id, stopped_at);

CREATE TABLE information_request_history (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES information_request,
  sequence bigint NOT NULL,
  written_by text NOT NULL,
  person uuid,
  at timestamptz NOT NULL,
  verb text NOT NULL,
  state text NOT NULL,
  remark json,
  UNIQUE (request_id, sequence)
);
COMMENT ON COLUMN information_request_history.remark IS 'what was said with it: question, reason, codes';

-- An objection is the enterprise's own, and it lets the Department in: its readers read the request's content.
CREATE TABLE request_objection (
  id uuid PRIMARY KEY REFERENCES information_request,
  written_by text NOT NULL,
  audience text[] NOT NULL,
  at timestamptz NOT NULL
);
COMMENT ON TABLE request_objection IS 'the first objection to a request; its id is the request''s';

SELECT protect_aggregate('information_request', '{DEPARTMENT,AUDITOR}');
SELECT protect_aggregate('request_objection');
SELECT protect_child('information_request', 'id', 'request_objection_reader', '{update}');
DO $$
DECLARE part text;
BEGIN
  FOREACH part IN ARRAY ARRAY['content', 'answer', 'document', 'download', 'stop', 'history'] LOOP
    PERFORM protect_child('information_request_' || part, 'request_id', 'information_request_reader', always_too => false);
    PERFORM protect_child('information_request_' || part, 'request_id', 'request_objection_reader');
  END LOOP;
END $$;
SELECT protect_child('document', 'aggregate_id', 'information_request_reader', always_too => false);
SELECT protect_child('document', 'aggregate_id', 'request_objection_reader');
SELECT protect_child('document_chunk', 'aggregate_id', 'information_request_reader', always_too => false);
SELECT protect_child('document_chunk', 'aggregate_id', 'request_objection_reader');

-- Numbers of requests (YC: yêu cầu), a sequence a year.
DO $$ BEGIN
  FOR year IN 2020..2099 LOOP
    EXECUTE format('CREATE SEQUENCE request_number_%s CACHE 1', year);
    EXECUTE format('GRANT USAGE ON SEQUENCE request_number_%s TO %I', year, runtime_role());
  END LOOP;
END $$;
