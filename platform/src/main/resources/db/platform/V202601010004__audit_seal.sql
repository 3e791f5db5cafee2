-- Audit rows, sealed: numbered without gaps in the order of sealing, in batches whose Merkle root is signed and which name the
-- hash of the batch before. Who edits, removes, swaps or adds a row later breaks a hash, and nobody makes the chain anew without the
-- key. Rows are flagged by audit_todo, written with them: a transaction that commits late is sealed late, and no change waits.

CREATE TABLE audit_todo (audit_id uuid PRIMARY KEY) WITH (autovacuum_vacuum_scale_factor = 0.005);

CREATE TABLE audit_batch (
  n bigint PRIMARY KEY CHECK (n > 0),
  first bigint NOT NULL UNIQUE CHECK (first > 0),
  size int NOT NULL CHECK (size > 0),
  root bytea NOT NULL CHECK (length(root) = 32),
  prev bytea NOT NULL CHECK (length(prev) = 32),
  at timestamptz NOT NULL,
  key bytea NOT NULL,
  signature bytea NOT NULL CHECK (length(signature) = 64)
);
COMMENT ON COLUMN audit_batch.root IS 'Merkle root (RFC 6962) over the canonical JSON (RFC 8785) of the batch''s entries';
COMMENT ON COLUMN audit_batch.prev IS 'hash of the header before; zeros in the first';
COMMENT ON COLUMN audit_batch.key IS 'the Ed25519 public key that the signature is checked with (SubjectPublicKeyInfo)';

CREATE TABLE audit_seal (
  seq bigint PRIMARY KEY CHECK (seq > 0),
  audit_id uuid NOT NULL UNIQUE REFERENCES audit,
  batch bigint NOT NULL REFERENCES audit_batch
);

SELECT unprotected('audit_todo', 'ids of audit rows that wait for their seal');
SELECT protect_base('audit_batch', 'audit', 'SELECT');
SELECT protect_base('audit_seal', 'audit', 'SELECT');

-- The runtime role adds to the chain by this function alone, and only at its end.
CREATE FUNCTION seal_audit(p_n bigint, p_first bigint, p_ids uuid[], p_root bytea, p_prev bytea, p_at timestamptz, p_key bytea,
    p_signature bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF p_n <> 1 + coalesce((SELECT max(n) FROM audit_batch), 0)
    OR p_first <> 1 + coalesce((SELECT max(seq) FROM audit_seal), 0) THEN
    RAISE EXCEPTION 'batch % from % does not follow', p_n, p_first;
  END IF;
  INSERT INTO audit_batch (n, first, size, root, prev, at, key, signature)
    VALUES (p_n, p_first, cardinality(p_ids), p_root, p_prev, p_at, p_key, p_signature);
  INSERT INTO audit_seal (seq, audit_id, batch)
    SELECT p_first + t.i - 1, t.id, p_n FROM unnest(p_ids) WITH ORDINALITY AS t (id, i);
  DELETE FROM audit_todo WHERE audit_id = ANY (p_ids);
END $$;

-- Not even the owner changes what was written; who is above the owner is found out by the signature.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed', tg_table_name;
END $$;

DO $$
DECLARE t text;
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON audit_todo FROM %I', runtime_role());
  EXECUTE format('ALTER FUNCTION seal_audit(bigint, bigint, uuid[], bytea, bytea, timestamptz, bytea, bytea) SET search_path = %I, pg_temp',
    current_schema());
  REVOKE EXECUTE ON FUNCTION seal_audit(bigint, bigint, uuid[], bytea, bytea, timestamptz, bytea, bytea) FROM PUBLIC;
  EXECUTE format('GRANT EXECUTE ON FUNCTION seal_audit(bigint, bigint, uuid[], bytea, bytea, timestamptz, bytea, bytea) TO %I', runtime_role());
  FOREACH t IN ARRAY '{audit_batch,audit_seal}'::text[] LOOP
    EXECUTE format('CREATE POLICY auditor_reads ON %I FOR SELECT TO %I USING (current_setting(''app.party'', true) = ''AUDITOR'')', t, runtime_role());
  END LOOP;
  FOREACH t IN ARRAY '{audit,audit_batch,audit_seal}'::text[] LOOP
    EXECUTE format('CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t);
  END LOOP;
END $$;

INSERT INTO audit_todo SELECT id FROM audit;
