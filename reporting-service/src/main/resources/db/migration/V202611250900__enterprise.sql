-- Enterprises as liaison-service tells of them. Its facts come in any order and more than once.

CREATE TABLE enterprise (
  id uuid PRIMARY KEY,
  party text NOT NULL GENERATED ALWAYS AS (id::text) STORED,
  tax_code text NOT NULL,
  name text NOT NULL,
  sectors text[] NOT NULL,
  state text NOT NULL,
  sequence bigint NOT NULL
);
COMMENT ON COLUMN enterprise.sequence IS 'of the fact that these values come from; older facts change nothing';

-- No enterprise may learn that another one exists.
SELECT protect_owned('enterprise', 'party', '{DEPARTMENT}', '{select}');
