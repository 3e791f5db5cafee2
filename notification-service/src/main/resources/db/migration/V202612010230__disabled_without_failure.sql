-- A receiver may ask for no more without ever having failed.
ALTER TABLE subscription
  DROP CONSTRAINT subscription_check1,
  ADD CHECK ((failed_from IS NOT NULL) <= (disabled_reason IS NOT NULL));
COMMENT ON COLUMN subscription.failed_from IS
  'when the failures began that it was disabled for; null where its receiver asked for it and had not failed';
