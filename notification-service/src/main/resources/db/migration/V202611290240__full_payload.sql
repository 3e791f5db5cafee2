-- Subscriptions may ask for what an event says, where its marking and the hearer admit it. The second body is written
-- only for events that somebody gets whole.
ALTER TABLE subscription ADD COLUMN payload text NOT NULL DEFAULT 'THIN' CHECK (payload IN ('THIN', 'FULL'));
ALTER TABLE notification ADD COLUMN full_body bytea;
ALTER TABLE delivery ADD COLUMN full_payload boolean NOT NULL DEFAULT false;
