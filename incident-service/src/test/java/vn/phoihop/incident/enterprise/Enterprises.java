package vn.phoihop.incident.enterprise;

import java.sql.SQLException;
import java.util.UUID;
import vn.phoihop.platform.test.Database;

/** Enterprises in the read model, for tests of other features. */
public final class Enterprises {

  private Enterprises() {}

  public static UUID active(String... sectors) {
    return add(1, sectors).get(0);
  }

  /** So many active ones of these sectors. */
  public static java.util.List<UUID> add(int many, String... sectors) {
    return rows("ACTIVE", many, sectors);
  }

  public static UUID suspended(String... sectors) {
    return rows("SUSPENDED", 1, sectors).get(0);
  }

  private static java.util.List<UUID> rows(String state, int many, String... sectors) {
    try {
      return Database.asSuperuser(
          connection -> {
            java.util.List<UUID> ids = new java.util.ArrayList<>();
            try (var insert =
                connection.prepareStatement(
                    """
                    INSERT INTO enterprise (id, name, sectors, state, sequence)
                    SELECT gen_random_uuid(), 'Doanh nghiệp ' || n, ?, ?, 1 FROM generate_series(1, ?) n RETURNING id""")) {
              insert.setArray(1, connection.createArrayOf("text", sectors));
              insert.setString(2, state);
              insert.setInt(3, many);
              try (var inserted = insert.executeQuery()) {
                while (inserted.next()) {
                  ids.add(inserted.getObject(1, UUID.class));
                }
              }
            }
            return ids;
          });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
