-- Who wants to be told of what, and where. A deleted subscription stays, so that its deliveries can still be read.

CREATE TABLE subscription (
  id uuid PRIMARY KEY,
  party text NOT NULL,
  url text NOT NULL,
  event_types text[] NOT NULL CHECK (cardinality(event_types) BETWEEN 1 AND 50),
  state text NOT NULL CHECK (state IN ('ACTIVE', 'PAUSED', 'DELETED')),
  sequence bigint NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (id, party)
);
CREATE INDEX subscription_party_idx ON subscription (party, created_at, id) WHERE state <> 'DELETED';
CREATE INDEX subscription_created_idx ON subscription (created_at, id) WHERE state <> 'DELETED';

-- The signing secrets, encrypted. The one without an end is the current one; the others sign too until theirs.
CREATE TABLE subscription_secret (
  id uuid PRIMARY KEY,
  subscription_id uuid NOT NULL,
  party text NOT NULL,
  sealed bytea NOT NULL,
  expires_at timestamptz,
  FOREIGN KEY (subscription_id, party) REFERENCES subscription (id, party)
);
CREATE INDEX subscription_secret_subscription_idx ON subscription_secret (subscription_id);
CREATE UNIQUE INDEX subscription_secret_current_key ON subscription_secret (subscription_id) WHERE expires_at IS NULL;

SELECT protect_owned('subscription', 'party', '{OPERATOR}', '{select,insert,update}');
SELECT protect_owned('subscription_secret', 'party');
