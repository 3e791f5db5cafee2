-- What is said, once, in the bytes that every attempt sends and signs; its id is the event's, and the webhook-id.
CREATE TABLE notification (
  id uuid PRIMARY KEY,
  type text NOT NULL,
  object_id uuid NOT NULL,
  occurred_at timestamptz NOT NULL,
  body bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- To whom it is said. next_at: when an instance may take the row: the time of the next attempt or, while SENDING, the
-- end of the lease. Only who holds lease_token may say how an attempt ended.
CREATE TABLE delivery (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  party text NOT NULL,
  subscription_id uuid NOT NULL,
  notification_id uuid NOT NULL REFERENCES notification,
  event_type text NOT NULL,
  state text NOT NULL CHECK (state IN ('QUEUED', 'SENDING', 'RETRY_WAIT', 'DELIVERED', 'DEAD_LETTER', 'REPLAYED', 'SUPPRESSED')),
  attempts int NOT NULL,
  tries int NOT NULL,
  next_at timestamptz NOT NULL,
  lease_token uuid,
  sequence bigint NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((state = 'SENDING') = (lease_token IS NOT NULL)),
  UNIQUE (notification_id, subscription_id),
  FOREIGN KEY (subscription_id, party) REFERENCES subscription (id, party)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.005);
COMMENT ON COLUMN delivery.tries IS 'attempts since it was last put in the queue by an event or a resend: the place in the schedule';
CREATE INDEX delivery_due_idx ON delivery (subscription_id, next_at)
  WHERE state IN ('QUEUED', 'SENDING', 'RETRY_WAIT', 'REPLAYED');
CREATE INDEX delivery_party_idx ON delivery (party, created_at, id);
CREATE INDEX delivery_created_idx ON delivery (created_at, id);
CREATE INDEX delivery_dead_idx ON delivery (created_at, id) WHERE state = 'DEAD_LETTER';

CREATE TABLE attempt (
  delivery_id uuid NOT NULL REFERENCES delivery,
  n int NOT NULL,
  party text NOT NULL,
  at timestamptz NOT NULL,
  status int,
  error_code text,
  duration_ms int,
  response_head bytea CHECK (octet_length(response_head) <= 20000),
  PRIMARY KEY (delivery_id, n)
);
COMMENT ON COLUMN attempt.response_head IS 'only of receivers on the public internet: what stands in a private network is not shown to the caller';

-- An owner reads its deliveries and cannot write them: it asks here, and the dispatcher does it if the party is the
-- delivery's own.
CREATE TABLE resend (
  delivery_id uuid NOT NULL REFERENCES delivery,
  party text NOT NULL,
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (delivery_id, party)
);

SELECT protect_system('notification');
SELECT protect_owned('delivery', 'party', '{OPERATOR}', '{select}');
SELECT protect_owned('attempt', 'party', '{OPERATOR}', '{select}');
SELECT protect_owned('resend', 'party', '{}', '{select,insert}');
