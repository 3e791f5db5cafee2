-- Read models of incident-service's facts, and the figures that are kept of them. Facts come in any order and more than
-- once; a row keeps the newest of its key (sequence). What a row counts for, and where, says the view contribution alone;
-- figure and total are its sums, moved by what each batch of facts changed, so that nobody who asks looks at incidents.

CREATE TABLE incident (
  id uuid PRIMARY KEY,
  enterprise_id uuid NOT NULL,
  period text NOT NULL,
  sequence bigint NOT NULL,
  state text NOT NULL,
  violation_types text[] NOT NULL,
  referred boolean NOT NULL,
  damage_vnd bigint NOT NULL
);
COMMENT ON COLUMN incident.period IS 'of the first version''s receivedAt';

CREATE TABLE measure (
  id uuid PRIMARY KEY,
  enterprise_id uuid NOT NULL,
  period text NOT NULL,
  sequence bigint NOT NULL,
  state text NOT NULL,
  incident_id uuid,
  prevented_vnd bigint NOT NULL
);
CREATE INDEX measure_incident_idx ON measure (incident_id) WHERE incident_id IS NOT NULL;

CREATE TABLE request (
  id uuid PRIMARY KEY,
  enterprise_id uuid NOT NULL,
  period text NOT NULL,
  sequence bigint NOT NULL,
  state text NOT NULL
);
COMMENT ON COLUMN request.period IS 'of issuedAt';

CREATE TABLE request_answer (
  request_id uuid NOT NULL,
  sequence bigint NOT NULL,
  on_time boolean NOT NULL,
  full_items int NOT NULL,
  partial_items int NOT NULL,
  none_items int NOT NULL,
  PRIMARY KEY (request_id, sequence)
);
COMMENT ON TABLE request_answer IS 'the first one says whether it came in time, the last one what came';

CREATE TABLE exchange_party (
  exchange_id uuid NOT NULL,
  enterprise_id uuid NOT NULL,
  sent boolean NOT NULL,
  at timestamptz NOT NULL,
  period text NOT NULL,
  PRIMARY KEY (exchange_id, enterprise_id)
);
COMMENT ON COLUMN exchange_party.at IS 'when it was first published to this party';

-- The damage that a measure prevented counts with its incident: in the incident's period, under its types, while the
-- incident counts. That of a measure without incident counts in the total alone.
CREATE VIEW contribution WITH (security_invoker = true) AS
SELECT i.id, i.enterprise_id, i.period, i.violation_types,
  1 AS detected, 1 AS reported,
  CASE WHEN i.state IN ('RESOLVED', 'CLOSED') THEN 1 ELSE 0 END AS handled,
  i.referred::int AS transferred,
  i.damage_vnd,
  coalesce((SELECT sum(m.prevented_vnd) FROM measure m
    WHERE m.incident_id = i.id AND m.enterprise_id = i.enterprise_id AND m.state = 'ENDED'), 0)::bigint AS prevented_vnd,
  0 AS requests_received, 0 AS answered, 0 AS answered_on_time, 0 AS partial, 0 AS refused,
  0 AS measures, 0 AS exchanges_sent, 0 AS exchanges_received
FROM incident i WHERE i.state NOT IN ('WITHDRAWN', 'DISMISSED', 'MERGED')
UNION ALL
SELECT m.id, m.enterprise_id, m.period, '{}', 0, 0, 0, 0, 0,
  CASE WHEN m.incident_id IS NULL AND m.state = 'ENDED' THEN m.prevented_vnd ELSE 0 END,
  0, 0, 0, 0, 0, 1, 0, 0
FROM measure m WHERE m.state <> 'REVERSED'
UNION ALL
SELECT r.id, r.enterprise_id, r.period, '{}', 0, 0, 0, 0, 0, 0,
  1,
  (last.request_id IS NOT NULL)::int,
  coalesce(first.on_time, false)::int,
  CASE WHEN last.partial_items > 0 OR last.full_items > 0 AND last.none_items > 0 THEN 1 ELSE 0 END,
  CASE WHEN last.none_items > 0 AND last.full_items = 0 AND last.partial_items = 0 THEN 1 ELSE 0 END,
  0, 0, 0
FROM request r
LEFT JOIN LATERAL (SELECT * FROM request_answer a WHERE a.request_id = r.id ORDER BY a.sequence LIMIT 1) first ON true
LEFT JOIN LATERAL (SELECT * FROM request_answer a WHERE a.request_id = r.id ORDER BY a.sequence DESC LIMIT 1) last ON true
WHERE r.state NOT IN ('CANCELLED', 'SUPERSEDED')
UNION ALL
SELECT x.exchange_id, x.enterprise_id, x.period, '{}', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  x.sent::int, (NOT x.sent)::int
FROM exchange_party x;

-- numeric: no sum of amounts is refused for its size.
CREATE TABLE figure (
  period text NOT NULL,
  enterprise_id uuid NOT NULL,
  violation_type text NOT NULL,
  party text NOT NULL GENERATED ALWAYS AS (enterprise_id::text) STORED,
  detected bigint NOT NULL,
  reported bigint NOT NULL,
  handled bigint NOT NULL,
  transferred bigint NOT NULL,
  damage_vnd numeric NOT NULL,
  prevented_vnd numeric NOT NULL,
  PRIMARY KEY (period, enterprise_id, violation_type)
);

CREATE TABLE total (
  period text NOT NULL,
  enterprise_id uuid NOT NULL,
  party text NOT NULL GENERATED ALWAYS AS (enterprise_id::text) STORED,
  detected bigint NOT NULL,
  reported bigint NOT NULL,
  handled bigint NOT NULL,
  transferred bigint NOT NULL,
  damage_vnd numeric NOT NULL,
  prevented_vnd numeric NOT NULL,
  requests_received bigint NOT NULL,
  answered bigint NOT NULL,
  answered_on_time bigint NOT NULL,
  partial bigint NOT NULL,
  refused bigint NOT NULL,
  measures bigint NOT NULL,
  exchanges_sent bigint NOT NULL,
  exchanges_received bigint NOT NULL,
  PRIMARY KEY (period, enterprise_id)
);

SELECT protect_system('incident');
SELECT protect_system('measure');
SELECT protect_system('request');
SELECT protect_system('request_answer');
SELECT protect_system('exchange_party');
SELECT protect_owned('figure', 'party', '{DEPARTMENT}', '{select}');
SELECT protect_owned('total', 'party', '{DEPARTMENT}', '{select}');
DO $$ BEGIN EXECUTE format('GRANT SELECT ON contribution TO %I', runtime_role()); END $$;
