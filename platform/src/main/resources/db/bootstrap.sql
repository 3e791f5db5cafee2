-- What a database needs before the first service starts: extensions, and for each service a schema and two roles. The owner
-- migrates and owns the tables; the app role serves requests, owns nothing and cannot step round row-level security.
--
-- Run by a superuser in the services' database; may be run again at any time (it sets the passwords anew). The
-- placeholders ${<service>_owner_password} and ${<service>_app_password} are replaced by whoever runs it; values are letters and digits.

CREATE SCHEMA IF NOT EXISTS extensions;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA extensions;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA extensions;
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA extensions;

DO $bootstrap$
DECLARE
  service text;
  owner_password text;
  app_password text;
  owner text;
  app text;
BEGIN
  -- No temporary tables: they would come before our own in the search path of SECURITY DEFINER functions.
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  REVOKE ALL ON SCHEMA public FROM PUBLIC;

  FOR service, owner_password, app_password IN
    VALUES ('liaison', '${liaison_owner_password}', '${liaison_app_password}'),
           ('incident', '${incident_owner_password}', '${incident_app_password}'),
           ('reporting', '${reporting_owner_password}', '${reporting_app_password}'),
           ('notification', '${notification_owner_password}', '${notification_app_password}')
  LOOP
    owner := service || '_owner';
    app := service || '_app';
    IF to_regrole(owner) IS NULL THEN
      EXECUTE format('CREATE ROLE %I', owner);
    END IF;
    IF to_regrole(app) IS NULL THEN
      EXECUTE format('CREATE ROLE %I', app);
    END IF;
    EXECUTE format('ALTER ROLE %I LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD %L',
        owner, owner_password);
    EXECUTE format('ALTER ROLE %I LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD %L',
        app, app_password);
    EXECUTE format('ALTER ROLE %I SET search_path = %I, extensions', owner, service);
    EXECUTE format('ALTER ROLE %I SET search_path = %I, extensions', app, service);
    -- A service that hangs with a transaction open must not hold back locks and vacuum for ever. No transaction is open
    -- while a client uploads; a download reads a chunk at a time, and a client that takes nothing for this long has gone.
    EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = ''60s''', app);

    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I, %I', current_database(), owner, app);
    EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', service, owner);
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', service, app);
    EXECUTE format('GRANT USAGE ON SCHEMA extensions TO %I, %I', owner, app);
  END LOOP;
END
$bootstrap$;
