package vn.phoihop.bench.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement that a service sent, as PostgreSQL logged it.
 *
 * @param sql with $1, $2 … where the parameters stand
 * @param parameters as PostgreSQL writes them; null is NULL
 */
record Said(String sql, List<@Nullable String> parameters) {}
