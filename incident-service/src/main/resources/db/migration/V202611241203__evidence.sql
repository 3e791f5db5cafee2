-- Files that belong to an incident, and everybody who had them in hand. Read by the incident's readers.

CREATE TABLE evidence (
  id uuid PRIMARY KEY,
  incident_id uuid NOT NULL REFERENCES incident,
  written_by text NOT NULL,
  person uuid,
  at timestamptz NOT NULL,
  file_name text NOT NULL,
  description text,
  media_type text NOT NULL,
  size_bytes bigint NOT NULL,
  sha256 text NOT NULL,
  scan text NOT NULL
);
COMMENT ON COLUMN evidence.id IS 'also the id of its document';
CREATE INDEX evidence_incident_idx ON evidence (incident_id, at, id);

CREATE TABLE evidence_custody (
  id uuid PRIMARY KEY,
  evidence_id uuid NOT NULL REFERENCES evidence,
  incident_id uuid NOT NULL,
  written_by text NOT NULL,
  person uuid,
  at timestamptz NOT NULL,
  act text NOT NULL CONSTRAINT evidence_custody_act_check CHECK (act IN ('SEALED', 'READ'))
);
CREATE INDEX evidence_custody_evidence_idx ON evidence_custody (evidence_id, at);

SELECT protect_child('evidence', 'incident_id', 'incident_reader');
SELECT protect_child('evidence_custody', 'incident_id', 'incident_reader');
SELECT protect_child('document', 'aggregate_id', 'incident_reader');
SELECT protect_child('document_chunk', 'aggregate_id', 'incident_reader');
