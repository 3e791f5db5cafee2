-- The deliveries of an event to many are written in parts, so that the first leave while the others are written. The first
-- part leaves a row for each other; whoever comes to it writes what it says, and takes it away.
CREATE TABLE untold (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id uuid NOT NULL,
  subscription_ids uuid[] NOT NULL,
  full_payload boolean[] NOT NULL,
  CHECK (cardinality(subscription_ids) = cardinality(full_payload))
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
CREATE INDEX untold_event_idx ON untold (event_id);
SELECT protect_system('untold');

-- Ids do not compress.
ALTER TABLE untold ALTER subscription_ids SET STORAGE EXTERNAL;

-- In the order in which the secrets sign, which was a sort for each delivery.
DROP INDEX subscription_secret_subscription_idx;
CREATE INDEX subscription_secret_order_idx ON subscription_secret (subscription_id, expires_at DESC NULLS FIRST);

-- A foreign key is looked up for each row of each event to many, where one statement takes both columns from the subscription
-- itself. Where an owner writes, the policy asks.
ALTER TABLE delivery DROP CONSTRAINT delivery_subscription_id_party_fkey;
DROP POLICY owner_pings ON delivery;
DO $$ BEGIN
  EXECUTE format('CREATE POLICY owner_pings ON delivery FOR INSERT TO %I '
    'WITH CHECK (event_type = ''ping'' AND party = current_setting(''app.party'', true) AND EXISTS ('
    'SELECT FROM subscription s WHERE s.id = delivery.subscription_id AND s.party = delivery.party))', runtime_role());
END $$;
