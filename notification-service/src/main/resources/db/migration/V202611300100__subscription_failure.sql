-- A receiver that is gone, asks for it, or fails for days is not called any more until its owner says so.
ALTER TABLE subscription
  DROP CONSTRAINT subscription_state_check,
  ADD CONSTRAINT subscription_state_check CHECK (state IN ('ACTIVE', 'PAUSED', 'DISABLED', 'DELETED')),
  ADD COLUMN disabled_reason text CHECK (disabled_reason IN ('GONE', 'DISABLED_BY_RECEIVER', 'FAILING')),
  ADD COLUMN disabled_at timestamptz,
  ADD COLUMN failed_from timestamptz,
  ADD CHECK ((disabled_reason IS NULL) = (disabled_at IS NULL)),
  ADD CHECK ((disabled_reason IS NULL) = (failed_from IS NULL)),
  ADD CHECK ((state = 'DISABLED') <= (disabled_reason IS NOT NULL));
COMMENT ON COLUMN subscription.failed_from IS 'when the failures began that it was disabled for';
CREATE INDEX subscription_disabled_idx ON subscription (party, id) WHERE state = 'DISABLED';

-- Receivers that fail at present: a row comes with the first failure and goes with the next success. By the URL, so that
-- another receiver does not inherit it. Apart from subscription, so that what goes well never writes that row.
CREATE TABLE subscription_failure (
  subscription_id uuid NOT NULL,
  url text NOT NULL,
  party text NOT NULL,
  first_failure_at timestamptz NOT NULL DEFAULT now(),
  last_failure_at timestamptz NOT NULL DEFAULT now(),
  run_since timestamptz NOT NULL DEFAULT now(),
  failing_since timestamptz,
  told_at timestamptz,
  PRIMARY KEY (subscription_id, url),
  FOREIGN KEY (subscription_id, party) REFERENCES subscription (id, party)
) WITH (fillfactor = 70);
COMMENT ON COLUMN subscription_failure.run_since IS 'the first of failures that follow one another within 24 hours';
COMMENT ON COLUMN subscription_failure.failing_since IS 'when the clock of five days began: when such a run was 12 hours long';
COMMENT ON COLUMN subscription_failure.told_at IS 'when one delivery had failed four times in a row, and the owner was told';

SELECT protect_owned('subscription_failure', 'party', '{OPERATOR}', '{select}');
