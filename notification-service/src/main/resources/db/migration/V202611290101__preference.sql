-- How a person wants to be told. A row is made when the person becomes known, so that it is there to be read and changed.

CREATE TABLE preference (
  person_id uuid PRIMARY KEY,
  party text NOT NULL,
  language text NOT NULL DEFAULT 'BOTH' CHECK (language IN ('VI', 'EN', 'BOTH')),
  digested text[] NOT NULL DEFAULT '{}',
  muted text[] NOT NULL DEFAULT '{}',
  quiet_from time,
  quiet_to time,
  sequence bigint NOT NULL DEFAULT 1,
  CHECK (NOT digested && muted),
  CHECK (NOT (digested || muted) && '{ACCESS,REQUEST,OVERDUE,ESCALATION}'),
  CHECK ((quiet_from IS NULL) = (quiet_to IS NULL)),
  CHECK (quiet_from <> quiet_to)
);
INSERT INTO preference (person_id, party) SELECT person_id, party FROM contact;

SELECT protect_owned('preference', 'party', '{}', '{select,update}');
