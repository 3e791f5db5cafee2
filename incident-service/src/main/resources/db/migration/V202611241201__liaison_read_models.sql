-- What liaison-service tells us, as we need it. Its facts come in any order and more than once.

CREATE TABLE reference_list (
  list text NOT NULL,
  version bigint NOT NULL,
  valid_from date NOT NULL,
  items jsonb NOT NULL,
  PRIMARY KEY (list, version)
);
COMMENT ON TABLE reference_list IS 'every version of each code list; the highest one that is valid already counts';

CREATE TABLE enterprise (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  state text NOT NULL,
  sequence bigint NOT NULL
);
COMMENT ON COLUMN enterprise.sequence IS 'of the fact that these values come from; older facts change nothing';

SELECT unprotected('reference_list', 'public code lists');
SELECT unprotected('enterprise', 'names of organisations, for readers of their incidents; no list of them is served');
