-- Whether a subscription hears of one object in the order in which it changed.
ALTER TABLE subscription
  ADD COLUMN event_order text NOT NULL DEFAULT 'NONE' CHECK (event_order IN ('NONE', 'PER_OBJECT'));
