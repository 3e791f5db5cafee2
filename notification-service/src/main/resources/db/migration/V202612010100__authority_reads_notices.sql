-- An authority reads what its own duty desk was told.
DO $$ BEGIN
  EXECUTE format('CREATE POLICY authority_select ON notice FOR SELECT TO %I USING (authority = current_setting(''app.party'', true))',
    runtime_role());
END $$;
CREATE INDEX notice_authority_idx ON notice (authority, created_at, id) WHERE authority IS NOT NULL;
