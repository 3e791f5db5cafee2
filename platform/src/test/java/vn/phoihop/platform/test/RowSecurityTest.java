package vn.phoihop.platform.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The catalogue of the service's schema: no table without a decision, no protection with a hole.
 * Needs @QuarkusTest.
 */
public abstract class RowSecurityTest {

  private static final String TABLES =
      """
      SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND\s""";

  @Test
  void every_table_is_protected_or_listed_as_unprotected() throws SQLException {
    nobody(
        TABLES
            + """
            NOT EXISTS (SELECT FROM table_protection p WHERE p.table_name = c.relname)
            AND NOT EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid)""");
  }

  @Test
  void protected_tables_and_their_partitions_are_forced_and_have_policies() throws SQLException {
    nobody(
        TABLES
            + """
            NOT EXISTS (SELECT FROM table_protection p WHERE p.table_name = c.relname AND p.kind = 'unprotected')
            AND NOT (c.relrowsecurity AND c.relforcerowsecurity
              AND (SELECT count(*) FROM pg_policy y WHERE y.polrelid = c.oid) >= 2)""");
  }

  @Test
  void the_runtime_role_owns_nothing_and_passes_no_policy() throws SQLException {
    nobody(TABLES + "pg_get_userbyid(c.relowner) = current_schema() || '_app'");
    nobody(
        "SELECT rolname FROM pg_roles WHERE rolname IN (current_schema() || '_app', current_schema() || '_owner')"
            + " AND (rolsuper OR rolbypassrls)");
  }

  @Test
  void versions_evidence_audit_and_reader_rows_are_never_edited() throws SQLException {
    nobody(
        TABLES
            + """
            EXISTS (SELECT FROM table_protection p WHERE p.table_name = c.relname AND p.kind IN ('reader', 'audit'))
            AND has_table_privilege(current_schema() || '_app', c.oid, 'UPDATE, DELETE, TRUNCATE')""");
  }

  @Test
  void views_run_with_their_callers_policies() throws SQLException {
    nobody(
        """
        SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = current_schema() AND (c.relkind = 'm' OR c.relkind = 'v'
          AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false))""");
  }

  private static void nobody(String query) throws SQLException {
    assertEquals(List.of(), Database.column(query));
  }
}
