-- Readers are rows, enforced here as well as in the services: every protected table is FORCEd, so that neither a
-- forgotten WHERE nor a new query can show a party what is not its own. The party of a transaction stands in
-- app.party, set by the connection pool for that transaction alone; unset (NULL, or '' once a session has used it)
-- matches no row. A feature calls one of these functions for each of its tables, in its own migration.

CREATE TABLE table_protection (
  table_name text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('aggregate', 'reader', 'child', 'owned', 'system', 'audit', 'unprotected')),
  always_read text[] NOT NULL DEFAULT '{}',
  reason text
);
COMMENT ON TABLE table_protection IS 'How each table of this schema is protected; a test holds it against pg_class.';

-- PostgreSQL joins the policies of a command with OR, in descending order of their names: system_all and universal_reads
-- compare one value and are asked first, so that the reader rows are looked at only for whom they decide.
CREATE FUNCTION runtime_role() RETURNS text LANGUAGE sql STABLE AS
$$ SELECT current_schema() || '_app' $$;

-- ENABLE and FORCE, the owner's policy (FORCE binds owners too: without one a data migration touches no row) and SYSTEM's.
CREATE FUNCTION protect_base(t text, kind text, grants text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  EXECUTE format('CREATE POLICY owner_all ON %I TO %I USING (true) WITH CHECK (true)', t, current_user);
  EXECUTE format('CREATE POLICY system_all ON %I TO %I USING (current_setting(''app.party'', true) = ''SYSTEM'') '
    'WITH CHECK (current_setting(''app.party'', true) = ''SYSTEM'')', t, runtime_role());
  EXECUTE format('GRANT %s ON %I TO %I', grants, t, runtime_role());
  INSERT INTO table_protection (table_name, kind) VALUES (t, kind);
END $$;

-- An aggregate: id uuid primary key, written_by text, audience text[]. Makes <t>_reader, the rows that say who reads it.
-- always_read: parties that read every row, by policy and not by a reader row.
CREATE FUNCTION protect_aggregate(t text, always_read text[] DEFAULT '{}') RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  r text := t || '_reader';
  reads text := format('EXISTS (SELECT FROM %I r WHERE r.aggregate_id = id AND r.party = current_setting(''app.party'', true))', t || '_reader');
BEGIN
  EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I UNIQUE (id, written_by)', t, t || '_written_by_key');
  EXECUTE format('CREATE TABLE %I (aggregate_id uuid NOT NULL, owner text NOT NULL, party text NOT NULL, at timestamptz NOT NULL, '
    'PRIMARY KEY (aggregate_id, party), '
    -- The foreign key proves that owner is the aggregate's writer, so that nobody can name himself owner and add readers.
    'CONSTRAINT %I FOREIGN KEY (aggregate_id, owner) REFERENCES %I (id, written_by) DEFERRABLE INITIALLY DEFERRED)',
    r, r || '_owner_fkey', t);
  EXECUTE format('CREATE INDEX %I ON %I (party, at, aggregate_id)', r || '_party_at_idx', r);
  PERFORM protect_base(t, 'aggregate', 'SELECT, INSERT, UPDATE');
  PERFORM protect_base(r, 'reader', 'SELECT, INSERT');
  UPDATE table_protection p SET always_read = protect_aggregate.always_read WHERE p.table_name IN (t, r);

  EXECUTE format('CREATE POLICY writes ON %I FOR INSERT TO %I WITH CHECK (written_by = current_setting(''app.party'', true))', t, runtime_role());
  EXECUTE format('CREATE POLICY reads ON %I FOR SELECT TO %I USING (%s)', t, runtime_role(), reads);
  EXECUTE format('CREATE POLICY changes ON %I FOR UPDATE TO %I USING (%s)', t, runtime_role(), reads);
  IF cardinality(always_read) > 0 THEN
    EXECUTE format('CREATE POLICY universal_reads ON %I FOR SELECT TO %I USING (current_setting(''app.party'', true) = ANY (%L::text[]))',
      t, runtime_role(), always_read);
  END IF;

  -- These policies never look at the aggregate: its own policies look here, and that would recurse.
  EXECUTE format('CREATE POLICY writes ON %I FOR INSERT TO %I WITH CHECK (owner = current_setting(''app.party'', true) '
    'OR current_setting(''app.party'', true) = ''DEPARTMENT'')', r, runtime_role());
  EXECUTE format('CREATE POLICY reads ON %I FOR SELECT TO %I USING (party = current_setting(''app.party'', true))', r, runtime_role());
END $$;

-- A part of an aggregate: the column fk holds the aggregate's id, written_by its writer; seen by who reads the aggregate.
-- Append only, unless more names 'update' or 'delete'. Called again with another reader table, the policies add up.
-- always_too false: who reads every row of the aggregate reads this part by a reader row alone (a header for all, its content for some).
CREATE FUNCTION protect_child(t text, fk text, reader text, more text[] DEFAULT '{}', always_too boolean DEFAULT true)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  aggregate text := left(reader, -length('_reader'));
  reads text := format('EXISTS (SELECT FROM %I r WHERE r.aggregate_id = %I.%I AND r.party = current_setting(''app.party'', true))', reader, t, fk);
  always text[] := (SELECT p.always_read FROM table_protection p WHERE p.table_name = reader);
  universal text := format('current_setting(''app.party'', true) = ANY (%L::text[])', always);
  verb text;
BEGIN
  IF NOT EXISTS (SELECT FROM table_protection p WHERE p.table_name = t) THEN
    PERFORM protect_base(t, 'child', 'SELECT, INSERT');
  END IF;
  IF NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = t::regclass AND polname = 'writes') THEN
    EXECUTE format('CREATE POLICY writes ON %I FOR INSERT TO %I WITH CHECK (written_by = current_setting(''app.party'', true))', t, runtime_role());
  END IF;
  EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO %I USING (%s)', 'reads_' || reader, t, runtime_role(), reads);
  IF always_too AND cardinality(always) > 0 THEN
    -- Where no foreign key says that every row is a part of this aggregate (documents are parts of several), the row itself is asked.
    IF NOT EXISTS (
      SELECT FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND c.conkey = ARRAY[a.attnum]
      WHERE c.contype = 'f' AND c.conrelid = t::regclass AND c.confrelid = aggregate::regclass AND a.attname = fk) THEN
      universal := format('%s AND EXISTS (SELECT FROM %I a WHERE a.id = %I.%I)', universal, aggregate, t, fk);
    END IF;
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO %I USING (%s)', 'universal_reads_' || reader, t, runtime_role(), universal);
  END IF;
  FOREACH verb IN ARRAY more LOOP
    EXECUTE format('GRANT %s ON %I TO %I', verb, t, runtime_role());
    EXECUTE format('CREATE POLICY %I ON %I FOR %s TO %I USING (%s)', verb || 's_' || reader, t, verb, runtime_role(), reads);
  END LOOP;
END $$;

-- Rows that belong to one party, named by a column. owner_may: what that party itself may do; SYSTEM may all;
-- read_all: parties that read every row.
CREATE FUNCTION protect_owned(t text, party_column text, read_all text[] DEFAULT '{}',
    owner_may text[] DEFAULT '{select,insert,update,delete}') RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  own text := format('%I = current_setting(''app.party'', true)', party_column);
  verb text;
BEGIN
  PERFORM protect_base(t, 'owned', 'SELECT, INSERT, UPDATE, DELETE');
  UPDATE table_protection p SET always_read = read_all WHERE p.table_name = t;
  FOREACH verb IN ARRAY owner_may LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR %s TO %I %s (%s)', 'owner_' || verb, t, verb, runtime_role(),
      CASE verb WHEN 'insert' THEN 'WITH CHECK' ELSE 'USING' END, own);
  END LOOP;
  IF cardinality(read_all) > 0 THEN
    EXECUTE format('CREATE POLICY universal_reads ON %I FOR SELECT TO %I USING (current_setting(''app.party'', true) = ANY (%L::text[]))',
      t, runtime_role(), read_all);
  END IF;
END $$;

-- Rows that no caller ever reads: tasks, contacts, codes.
CREATE FUNCTION protect_system(t text) RETURNS void LANGUAGE sql AS
$$ SELECT protect_base(t, 'system', 'SELECT, INSERT, UPDATE, DELETE') $$;

-- A table without rows of any party. The reason is read by whoever asks why.
CREATE FUNCTION unprotected(t text, why text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO %I', t, runtime_role());
  INSERT INTO table_protection (table_name, kind, reason) VALUES (t, 'unprotected', why);
END $$;

INSERT INTO table_protection (table_name, kind, reason) VALUES
  ('table_protection', 'unprotected', 'the catalogue itself; the runtime role only reads it'),
  ('flyway_schema_history', 'unprotected', 'the migrations'' own table, not granted to the runtime role');
DO $$ BEGIN EXECUTE format('GRANT SELECT ON table_protection TO %I', runtime_role()); END $$;
