-- Warnings between organisations. Who is in the audience has a reader row from the release on; until then, and for ever of
-- a draft, the owner alone. What an exchange says stands in its versions, which its recipients lose when it is recalled or
-- has expired: the policy asks the state in the same statement, so that no read begun later sees it.

CREATE TABLE exchange (
  id uuid PRIMARY KEY,
  written_by text NOT NULL,
  audience text[] NOT NULL,
  enterprise_id uuid,
  created_at timestamptz NOT NULL,
  state text NOT NULL CONSTRAINT exchange_state_check CHECK (state IN
    ('DRAFT', 'PUBLISHED', 'CORRECTED', 'RECALLED', 'EXPIRED')),
  version int NOT NULL,
  sequence bigint NOT NULL,
  tlp text NOT NULL,
  recipients text[] NOT NULL,
  sectors text[] NOT NULL,
  incident_id uuid REFERENCES incident,
  indicator_count int NOT NULL,
  recipient_count int NOT NULL,
  embargo_until timestamptz,
  expires_at timestamptz,
  published_at timestamptz,
  released_at timestamptz,
  recalled_at timestamptz,
  recall_reason text,
  CONSTRAINT exchange_tlp_check CHECK (tlp IN ('GREEN', 'CLEAR') OR sectors = '{}'),
  CONSTRAINT exchange_red_check CHECK (tlp <> 'RED' OR recipient_count <= 5),
  CONSTRAINT exchange_released_check CHECK (released_at IS NOT NULL OR audience = ARRAY[written_by])
);
COMMENT ON COLUMN exchange.enterprise_id IS 'the owner, where it is an enterprise';
COMMENT ON COLUMN exchange.recipients IS 'named by the owner; sectors bring in more when it is released';
COMMENT ON COLUMN exchange.released_at IS 'since when others know of it: when it was published, or when its embargo ended';

CREATE INDEX exchange_state_idx ON exchange (state);
CREATE INDEX exchange_incident_idx ON exchange (incident_id) WHERE incident_id IS NOT NULL;
CREATE INDEX exchange_embargo_idx ON exchange (embargo_until) WHERE state IN ('PUBLISHED', 'CORRECTED') AND released_at IS NULL;
CREATE INDEX exchange_expiry_idx ON exchange (expires_at) WHERE state IN ('PUBLISHED', 'CORRECTED');

CREATE TABLE exchange_draft (
  exchange_id uuid PRIMARY KEY REFERENCES exchange,
  written_by text NOT NULL,
  content jsonb NOT NULL
);

CREATE TABLE exchange_version (
  exchange_id uuid NOT NULL REFERENCES exchange,
  version int NOT NULL,
  written_by text NOT NULL,
  at timestamptz NOT NULL,
  content jsonb NOT NULL,
  indicators jsonb NOT NULL,
  PRIMARY KEY (exchange_id, version)
);
COMMENT ON COLUMN exchange_version.indicators IS '[{type, value, normalised, flags}]';

CREATE TABLE exchange_receipt (
  id uuid PRIMARY KEY,
  exchange_id uuid NOT NULL,
  version int NOT NULL,
  written_by text NOT NULL,
  party text NOT NULL,
  enterprise_id uuid,
  state text NOT NULL CONSTRAINT exchange_receipt_state_check CHECK (state IN
    ('DELIVERED', 'READ', 'ACKNOWLEDGED', 'RECALL_CONFIRMED')),
  delivered_at timestamptz NOT NULL,
  read_at timestamptz,
  acknowledged_at timestamptz,
  action text CONSTRAINT exchange_receipt_action_check CHECK (action IN ('ACTION_TAKEN', 'NOTED', 'FALSE_POSITIVE')),
  note text,
  person uuid,
  recall_confirmed_at timestamptz,
  CONSTRAINT exchange_receipt_party_key UNIQUE (exchange_id, party, version)
);
COMMENT ON COLUMN exchange_receipt.written_by IS 'the owner of the exchange';
CREATE INDEX exchange_receipt_page_idx ON exchange_receipt (exchange_id, version, delivered_at, id);

CREATE TABLE exchange_history (
  exchange_id uuid NOT NULL REFERENCES exchange,
  sequence bigint NOT NULL,
  owner text NOT NULL,
  party text NOT NULL,
  person uuid,
  at timestamptz NOT NULL,
  verb text NOT NULL,
  state text NOT NULL,
  version int NOT NULL,
  reason text,
  PRIMARY KEY (exchange_id, sequence)
);

SELECT protect_aggregate('exchange');
SELECT protect_owned('exchange_draft', 'written_by');
SELECT protect_child('exchange_version', 'exchange_id', 'exchange_reader');
SELECT protect_owned('exchange_receipt', 'party', '{}', '{select,update}');
SELECT protect_owned('exchange_history', 'owner', '{}', '{select,insert}');

-- The owner proves by the foreign key that the exchange is its own, makes receipts out, and reads them all.
ALTER TABLE exchange_receipt ADD CONSTRAINT exchange_receipt_owner_fkey
  FOREIGN KEY (exchange_id, written_by) REFERENCES exchange (id, written_by);

-- A list of one's own and one of what was received, each at any depth.
CREATE INDEX exchange_own_idx ON exchange_reader (party, at, aggregate_id) WHERE owner IS NOT DISTINCT FROM party;
CREATE INDEX exchange_received_idx ON exchange_reader (party, at, aggregate_id) WHERE owner IS DISTINCT FROM party;

DO $$ BEGIN
  EXECUTE format('CREATE POLICY maker_reads ON exchange_receipt FOR SELECT TO %I USING (written_by = current_setting(''app.party'', true))',
    runtime_role());
  EXECUTE format('CREATE POLICY maker_writes ON exchange_receipt FOR INSERT TO %I WITH CHECK (written_by = current_setting(''app.party'', true))',
    runtime_role());
  -- Restrictive: it opens nothing, it only takes away what a reader row has opened.
  EXECUTE format('CREATE POLICY while_open ON exchange_version AS RESTRICTIVE FOR SELECT TO %I USING ('
    'written_by = current_setting(''app.party'', true) OR current_setting(''app.party'', true) = ''SYSTEM'' '
    'OR EXISTS (SELECT FROM exchange e WHERE e.id = exchange_id AND e.state IN (''PUBLISHED'', ''CORRECTED'')))', runtime_role());
END $$;
