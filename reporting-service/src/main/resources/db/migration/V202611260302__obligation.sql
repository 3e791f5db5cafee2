-- Of whom a report is asked, for which period, until when.

-- Which periods an enterprise was asked for so far; one statement finds whom the running period is still to be asked of.
ALTER TABLE enterprise ADD COLUMN active_since timestamptz;
ALTER TABLE enterprise ADD COLUMN asked_until text NOT NULL DEFAULT '';
COMMENT ON COLUMN enterprise.active_since IS 'while it is active: since when';
COMMENT ON COLUMN enterprise.asked_until IS 'the last period for which an obligation was opened';
CREATE INDEX enterprise_to_ask_idx ON enterprise (asked_until) WHERE state = 'ACTIVE';

CREATE TABLE campaign (
  id uuid PRIMARY KEY,
  party text NOT NULL DEFAULT 'DEPARTMENT',
  title text NOT NULL,
  description text,
  period text NOT NULL,
  due_at timestamptz NOT NULL,
  sectors text[] NOT NULL,
  created_at timestamptz NOT NULL,
  asked int NOT NULL
);
COMMENT ON TABLE campaign IS 'a report asked for ad hoc; never changed';
COMMENT ON COLUMN campaign.asked IS 'of how many enterprises';
CREATE INDEX campaign_created_idx ON campaign (created_at, id);

CREATE TABLE obligation (
  id uuid PRIMARY KEY,
  written_by text NOT NULL,
  audience text[] NOT NULL,
  enterprise_id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT obligation_kind_check CHECK (kind IN ('PERIODIC', 'CAMPAIGN')),
  period text NOT NULL,
  campaign_id uuid REFERENCES campaign,
  title text,
  state text NOT NULL CONSTRAINT obligation_state_check CHECK (state IN
    ('OPEN', 'SUBMITTED', 'FULFILLED', 'EXEMPTED', 'CANCELLED', 'REOPENED')),
  sequence bigint NOT NULL,
  opened_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  due_anchor timestamptz NOT NULL,
  due_rule text NOT NULL,
  calendar_version text,
  due_provisional boolean NOT NULL,
  first_submitted_at timestamptz,
  reason text,
  due_soon_told boolean NOT NULL DEFAULT false,
  overdue_told boolean NOT NULL DEFAULT false,
  CONSTRAINT obligation_campaign_check CHECK ((kind = 'CAMPAIGN') = (campaign_id IS NOT NULL))
);
COMMENT ON COLUMN obligation.title IS 'of its campaign';
COMMENT ON COLUMN obligation.reason IS 'why it was exempted or cancelled';
COMMENT ON COLUMN obligation.first_submitted_at IS 'decides whether the report was late';
-- Opened once, whoever opens.
CREATE UNIQUE INDEX obligation_periodic_key ON obligation (enterprise_id, period) WHERE kind = 'PERIODIC';
CREATE UNIQUE INDEX obligation_campaign_key ON obligation (campaign_id, enterprise_id) WHERE kind = 'CAMPAIGN';
CREATE INDEX obligation_period_idx ON obligation (period, enterprise_id);
CREATE INDEX obligation_state_idx ON obligation (state);
CREATE INDEX obligation_due_soon_idx ON obligation (due_at) WHERE state = 'OPEN' AND NOT due_soon_told;
CREATE INDEX obligation_overdue_idx ON obligation (due_at) WHERE state = 'OPEN' AND NOT overdue_told;

CREATE TABLE obligation_history (
  obligation_id uuid NOT NULL REFERENCES obligation,
  sequence bigint NOT NULL,
  written_by text NOT NULL,
  person uuid,
  at timestamptz NOT NULL,
  verb text NOT NULL,
  state text NOT NULL,
  reason text,
  PRIMARY KEY (obligation_id, sequence)
);

SELECT protect_aggregate('obligation', '{DEPARTMENT}');
SELECT protect_child('obligation_history', 'obligation_id', 'obligation_reader');
SELECT protect_owned('campaign', 'party', '{}', '{select,insert}');
