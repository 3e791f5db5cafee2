-- Working days and office hours, as liaison-service publishes them; the highest version that is valid counts.
CREATE TABLE calendar (
  version bigint PRIMARY KEY,
  valid_from date NOT NULL,
  items jsonb NOT NULL
);
SELECT unprotected('calendar', 'a public list');

-- A request for information that nobody has acknowledged yet, and how far up the ladder it has been told: 0 liaison, 1 deputy, 2 leader, 3 Department.
CREATE TABLE escalation (
  id uuid PRIMARY KEY,
  party text NOT NULL,
  request_id uuid NOT NULL UNIQUE,
  number text NOT NULL,
  priority text NOT NULL,
  state text NOT NULL CHECK (state IN ('LIAISON_TOLD', 'DEPUTY_TOLD', 'LEADER_TOLD', 'DEPARTMENT_TOLD', 'SATISFIED', 'EXHAUSTED')),
  level int NOT NULL CHECK (level BETWEEN 0 AND 3),
  due_at timestamptz,
  ended_at timestamptz,
  sequence bigint NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (id, party),
  CHECK ((state IN ('SATISFIED', 'EXHAUSTED')) = (due_at IS NULL)),
  CHECK ((due_at IS NULL) = (ended_at IS NOT NULL))
);
CREATE INDEX escalation_due_idx ON escalation (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX escalation_party_idx ON escalation (party, created_at, id);
CREATE INDEX escalation_created_idx ON escalation (created_at, id);
CREATE INDEX escalation_running_idx ON escalation (created_at, id) WHERE due_at IS NOT NULL;

-- Each rung, with the due time that was set when it was reached: anchor, rule and calendar explain it.
CREATE TABLE escalation_step (
  escalation_id uuid NOT NULL,
  level int NOT NULL,
  party text NOT NULL,
  anchor timestamptz NOT NULL,
  rule text NOT NULL,
  calendar_version text NOT NULL,
  due_at timestamptz NOT NULL,
  provisional boolean NOT NULL,
  PRIMARY KEY (escalation_id, level),
  FOREIGN KEY (escalation_id, party) REFERENCES escalation (id, party)
);

SELECT protect_owned('escalation', 'party', '{DEPARTMENT}', '{select}');
SELECT protect_owned('escalation_step', 'party', '{DEPARTMENT}', '{select}');
