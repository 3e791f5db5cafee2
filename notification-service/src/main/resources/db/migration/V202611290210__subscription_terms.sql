-- How a party wants to be called: which signatures, how fast, how many at a time. NULL: the operator's default, and no
-- limit of the rate.
ALTER TABLE subscription
  ADD COLUMN signatures text[] NOT NULL DEFAULT '{v1}' CHECK (cardinality(signatures) > 0 AND signatures <@ '{v1,v1a}'),
  ADD COLUMN rate_per_second int CHECK (rate_per_second > 0),
  ADD COLUMN max_in_flight int CHECK (max_in_flight > 0);
