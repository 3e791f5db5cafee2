-- An event to a thousand hearers is as many deliveries, each written when it is born and when it has ended: every index and
-- every foreign key is paid for twice. The ids are in the order of time by themselves, so lists go by them.
DROP INDEX delivery_created_idx;
DROP INDEX delivery_party_idx;
CREATE INDEX delivery_party_idx ON delivery (party, id);
DROP INDEX delivery_dead_idx;
CREATE INDEX delivery_dead_idx ON delivery (id) WHERE state = 'DEAD_LETTER';

-- One statement writes a notification and its deliveries, another the attempts of deliveries that it moves. What is left for
-- these keys to refuse is a row that goes away, and the role that serves may take none. The key to the subscription stays:
-- an owner writes pings by itself, and to its own alone.
ALTER TABLE attempt DROP CONSTRAINT attempt_delivery_id_fkey;
ALTER TABLE delivery DROP CONSTRAINT delivery_notification_id_fkey;
DO $$ BEGIN
  EXECUTE format('REVOKE DELETE ON subscription, notification, delivery, attempt FROM %I', runtime_role());
END $$;
