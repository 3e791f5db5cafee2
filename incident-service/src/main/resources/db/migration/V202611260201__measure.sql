-- Measures: what an enterprise does against a violation. The agencies that read an incident read its measures; those
-- that are referred to later are given reader rows by the referral.

CREATE TABLE measure (
  id uuid PRIMARY KEY,
  written_by text NOT NULL,
  audience text[] NOT NULL,
  enterprise_id uuid NOT NULL,
  incident_id uuid REFERENCES incident,
  taken_by uuid,
  created_at timestamptz NOT NULL,
  type text NOT NULL,
  target text NOT NULL,
  state text NOT NULL CONSTRAINT measure_state_check CHECK (state IN ('PLANNED', 'ACTIVE', 'ENDED', 'REVERSED')),
  tlp text NOT NULL,
  sequence bigint NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  legal_basis text,
  decision_number text,
  decision_date date,
  decision_authority text,
  emergency boolean NOT NULL,
  ratify_by timestamptz,
  ratified_at timestamptz,
  review_at timestamptz NOT NULL,
  note text,
  prevented_vnd bigint,
  minutes bigint,
  items bigint,
  CONSTRAINT measure_open_item_check CHECK (type <> 'OPEN_ITEM' OR (decision_number IS NOT NULL AND decision_authority IS NOT NULL)),
  CONSTRAINT measure_ended_check CHECK (state <> 'ENDED' OR ended_at IS NOT NULL),
  CONSTRAINT measure_reversed_check CHECK (state <> 'REVERSED' OR coalesce(prevented_vnd, minutes, items) IS NULL)
);
COMMENT ON COLUMN measure.taken_by IS 'the person who recorded it; none: a machine';
COMMENT ON COLUMN measure.ratify_by IS 'of an emergency measure: until when another person is to ratify it';

CREATE INDEX measure_incident_idx ON measure (incident_id) WHERE incident_id IS NOT NULL;
-- Lists page over reader rows; a state that few are in would be looked for in all of them.
CREATE INDEX measure_state_idx ON measure (state);
CREATE INDEX measure_planned_idx ON measure (started_at) WHERE state = 'PLANNED';

CREATE TABLE measure_history (
  measure_id uuid NOT NULL REFERENCES measure,
  sequence bigint NOT NULL,
  written_by text NOT NULL,
  person uuid,
  at timestamptz NOT NULL,
  verb text NOT NULL,
  state text NOT NULL,
  reason text,
  PRIMARY KEY (measure_id, sequence)
);

SELECT protect_aggregate('measure', '{DEPARTMENT}');
SELECT protect_child('measure_history', 'measure_id', 'measure_reader');
