-- What a party was told, in an order of its own, to be fetched whenever it likes. Numbers are given after the commit, by
-- one writer: a number that its own transaction took would be passed over by readers if that transaction committed late.

-- What was said and has no number yet, in the order of its arrival. Emptied within moments.
CREATE TABLE feed_arrival (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id uuid NOT NULL,
  event_type text NOT NULL,
  audience text[] NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- Each party counts for itself, 1, 2, 3 and so on: no gap, and nothing about others' events in the numbers.
CREATE TABLE feed_entry (
  party text NOT NULL,
  seq bigint NOT NULL,
  event_id uuid NOT NULL REFERENCES notification,
  event_type text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (party, seq),
  UNIQUE (event_id, party)
);
COMMENT ON COLUMN feed_entry.at IS 'when it got its number; never earlier than that of the entry before';
CREATE INDEX feed_entry_at_idx ON feed_entry (party, at, seq);

-- What was sent before there was a feed is in it too.
INSERT INTO feed_arrival (event_id, event_type, audience)
SELECT n.id, n.type, array_agg(DISTINCT d.party)
FROM notification n JOIN delivery d ON d.notification_id = n.id
WHERE n.type <> 'ping' GROUP BY n.id, n.type, n.created_at ORDER BY n.created_at, n.id;

SELECT protect_system('feed_arrival');
SELECT protect_owned('feed_entry', 'party', '{}', '{select}');

-- A party reads the thin body of what it was told, through this alone: the row has what others may read whole.
CREATE FUNCTION feed_body(event uuid) RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT n.body FROM notification n JOIN feed_entry f ON f.event_id = n.id
  WHERE n.id = event AND f.party = current_setting('app.party', true)
$$;
REVOKE ALL ON FUNCTION feed_body FROM PUBLIC;
DO $$ BEGIN EXECUTE format('GRANT EXECUTE ON FUNCTION feed_body TO %I', runtime_role()); END $$;
