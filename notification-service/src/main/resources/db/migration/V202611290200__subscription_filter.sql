-- What of its event types a party wants to hear of. NULL: all; an event without the fact is told in any case.
ALTER TABLE subscription
  ADD COLUMN violation_types text[] CHECK (cardinality(violation_types) BETWEEN 1 AND 100),
  ADD COLUMN admin_units text[] CHECK (cardinality(admin_units) BETWEEN 1 AND 100),
  ADD COLUMN min_severity text CHECK (min_severity IN ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL'));
