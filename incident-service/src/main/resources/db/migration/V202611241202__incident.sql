-- A suspicious report and its life. What was reported stands in incident_version and is never edited; incident holds what
-- changes, and of the last version what lists and facts need. Children are append only.

CREATE TABLE incident (
  id uuid PRIMARY KEY,
  written_by text NOT NULL,
  audience text[] NOT NULL,
  enterprise_id uuid NOT NULL,
  receipt_number text NOT NULL CONSTRAINT incident_receipt_number_key UNIQUE,
  received_at timestamptz NOT NULL,
  state text NOT NULL CONSTRAINT incident_state_check CHECK (state IN
    ('RECEIVED', 'TRIAGED', 'IN_COORDINATION', 'RETURNED', 'RESOLVED', 'CLOSED', 'MERGED', 'WITHDRAWN', 'DISMISSED')),
  version int NOT NULL,
  sequence bigint NOT NULL,
  stage text NOT NULL,
  severity text NOT NULL,
  severity_rule text NOT NULL,
  tlp text NOT NULL,
  violation_types text[] NOT NULL,
  detected_at timestamptz NOT NULL,
  indicator_count int NOT NULL,
  estimated_damage_vnd bigint,
  agencies text[] NOT NULL,
  lead text,
  reasons text[] NOT NULL DEFAULT '{}',
  due date,
  withdrawal_allowed boolean NOT NULL DEFAULT false,
  outcome text,
  decision_no text,
  vnd bigint,
  note text
);
COMMENT ON COLUMN incident.sequence IS 'counts every change of the row, from 1; the ETag';
COMMENT ON COLUMN incident.severity_rule IS 'the rule by which severity was computed from the answers';
COMMENT ON COLUMN incident.reasons IS 'codes: why it was returned or dismissed, while it is';
COMMENT ON COLUMN incident.due IS 'until when a returned report is to be amended';

-- Lists page over reader rows; a state that few are in would be looked for in all of them.
CREATE INDEX incident_state_idx ON incident (state);

CREATE TABLE incident_version (
  incident_id uuid NOT NULL REFERENCES incident,
  version int NOT NULL,
  written_by text NOT NULL,
  at timestamptz NOT NULL,
  content jsonb NOT NULL,
  changes jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (incident_id, version)
);
COMMENT ON COLUMN incident_version.content IS 'the report as it was sent, with the reason of the amendment';
COMMENT ON COLUMN incident_version.changes IS 'against the version before: [{pointer, before, after}]';

CREATE TABLE incident_indicator (
  incident_id uuid NOT NULL,
  version int NOT NULL,
  n int NOT NULL,
  written_by text NOT NULL,
  type text NOT NULL,
  value text NOT NULL,
  normalised text NOT NULL,
  flags text[] NOT NULL,
  PRIMARY KEY (incident_id, version, n),
  FOREIGN KEY (incident_id, version) REFERENCES incident_version
);

CREATE TABLE incident_history (
  incident_id uuid NOT NULL REFERENCES incident,
  sequence bigint NOT NULL,
  written_by text NOT NULL,
  person uuid,
  at timestamptz NOT NULL,
  verb text NOT NULL,
  state text NOT NULL,
  version int NOT NULL,
  reason text,
  PRIMARY KEY (incident_id, sequence)
);

SELECT protect_aggregate('incident', '{DEPARTMENT}');
SELECT protect_child('incident_version', 'incident_id', 'incident_reader');
SELECT protect_child('incident_indicator', 'incident_id', 'incident_reader');
SELECT protect_child('incident_history', 'incident_id', 'incident_reader');

-- Receipt numbers, a sequence a year. One nextval is a block of twenty: an instance hands them out one by one.
DO $$ BEGIN
  FOR year IN 2020..2099 LOOP
    EXECUTE format('CREATE SEQUENCE receipt_%s INCREMENT BY 20 CACHE 1', year);
    EXECUTE format('GRANT USAGE ON SEQUENCE receipt_%s TO %I', year, runtime_role());
  END LOOP;
END $$;
