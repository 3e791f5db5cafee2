-- Lists that liaison-service publishes, as this service needs them.

CREATE TABLE reference_list (
  list text NOT NULL,
  version bigint NOT NULL,
  valid_from date NOT NULL,
  items jsonb NOT NULL,
  PRIMARY KEY (list, version)
);
COMMENT ON TABLE reference_list IS 'every version of each code list; the highest one that is valid already counts';

SELECT unprotected('reference_list', 'public code lists');
