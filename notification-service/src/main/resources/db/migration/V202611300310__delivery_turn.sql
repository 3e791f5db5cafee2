-- Where a subscription wants the order kept, its deliveries take turns: while an earlier one of the same object is still
-- to end, next_at is NULL, and the row is in no range of what is due, however many wait. The table itself sees to this,
-- so that no statement that writes deliveries can forget it.
ALTER TABLE delivery
  ADD COLUMN object_id uuid,
  ADD COLUMN turn bigint,
  ALTER COLUMN next_at DROP NOT NULL,
  ADD CHECK ((object_id IS NULL) = (turn IS NULL)),
  ADD CHECK (next_at IS NOT NULL OR (object_id IS NOT NULL AND state IN ('QUEUED', 'REPLAYED', 'SUPPRESSED')));
COMMENT ON COLUMN delivery.object_id IS 'set where the order is kept: deliveries of one subscription and object go one after the other';
CREATE INDEX delivery_turn_idx ON delivery (subscription_id, object_id, turn)
  WHERE object_id IS NOT NULL AND state IN ('QUEUED', 'SENDING', 'RETRY_WAIT', 'REPLAYED');
CREATE SEQUENCE delivery_turn CACHE 1;
DO $$ BEGIN EXECUTE format('GRANT USAGE ON SEQUENCE delivery_turn TO %I', runtime_role()); END $$;

-- The turn of a delivery that is new or sent again: after all that are still to end. One of those is locked, so that it
-- cannot end without seeing this one; where others hold them all just now, this one stays due, and the claim looks
-- whether its turn has come. Nothing is waited for, so that batches cannot block each other.
CREATE FUNCTION delivery_takes_turn() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  NEW.turn := nextval('delivery_turn');
  PERFORM FROM delivery d
  WHERE d.subscription_id = NEW.subscription_id AND d.object_id = NEW.object_id
    AND d.state IN ('QUEUED', 'SENDING', 'RETRY_WAIT', 'REPLAYED')
  LIMIT 1 FOR SHARE SKIP LOCKED;
  IF FOUND THEN
    NEW.next_at := NULL;
  ELSIF EXISTS (
    SELECT FROM delivery d
    WHERE d.subscription_id = NEW.subscription_id AND d.object_id = NEW.object_id
      AND d.state IN ('QUEUED', 'SENDING', 'RETRY_WAIT', 'REPLAYED')) THEN
    NEW.next_at := now();
  ELSE
    RETURN NEW;
  END IF;
  IF NEW.state = 'SENDING' THEN
    NEW.state := 'QUEUED';
    NEW.lease_token := NULL;
    NEW.attempts := 0;
    NEW.tries := 0;
  END IF;
  RETURN NEW;
END $$;

-- Whoever ends a delivery calls the next one, in the same transaction. A subscription is suppressed whole: nothing is
-- left to be called.
CREATE FUNCTION delivery_calls_next() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  UPDATE delivery SET next_at = now() WHERE next_at IS NULL AND id = (
    SELECT d.id FROM delivery d
    WHERE d.subscription_id = NEW.subscription_id AND d.object_id = NEW.object_id
      AND d.state IN ('QUEUED', 'SENDING', 'RETRY_WAIT', 'REPLAYED')
    ORDER BY d.turn LIMIT 1);
  RETURN NULL;
END $$;

CREATE TRIGGER takes_turn BEFORE INSERT ON delivery FOR EACH ROW
  WHEN (NEW.object_id IS NOT NULL)
  EXECUTE FUNCTION delivery_takes_turn();
CREATE TRIGGER takes_turn_again BEFORE UPDATE OF state ON delivery FOR EACH ROW
  WHEN (NEW.object_id IS NOT NULL AND OLD.state IN ('DELIVERED', 'DEAD_LETTER', 'SUPPRESSED')
    AND NEW.state IN ('QUEUED', 'SENDING', 'RETRY_WAIT', 'REPLAYED'))
  EXECUTE FUNCTION delivery_takes_turn();
CREATE TRIGGER calls_next AFTER UPDATE OF state ON delivery FOR EACH ROW
  WHEN (NEW.object_id IS NOT NULL AND OLD.state NOT IN ('DELIVERED', 'DEAD_LETTER', 'SUPPRESSED')
    AND NEW.state IN ('DELIVERED', 'DEAD_LETTER'))
  EXECUTE FUNCTION delivery_calls_next();
