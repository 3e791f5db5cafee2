-- A party tries its own receivers: of all that is sent it writes pings alone, and only to its own subscriptions (the
-- foreign key of delivery says so).
DO $$ BEGIN
  EXECUTE format('CREATE POLICY owner_pings ON delivery FOR INSERT TO %I '
    'WITH CHECK (event_type = ''ping'' AND party = current_setting(''app.party'', true))', runtime_role());
  EXECUTE format('CREATE POLICY pings ON notification FOR INSERT TO %I '
    'WITH CHECK (type = ''ping'' AND current_setting(''app.party'', true) <> '''')', runtime_role());
END $$;
