package vn.phoihop.reporting;

import static vn.phoihop.reporting.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.PagedLists;
import vn.phoihop.platform.test.Tokens;

/** Every list that belongs to one object, where its rows are of the same moment too; and rules. */
@QuarkusTest
class ReportingPagesTest {

  @Test
  void versions_and_history_of_reports_and_obligations_and_the_rules() throws SQLException {
    PagedLists lists = new PagedLists();
    List<UUID> enterprises = List.of(Api.enterprise(), Api.enterprise());
    for (UUID enterprise : enterprises) {
      String report = submittedThrice(enterprise);
      String obligation = Api.awaitObligation(enterprise);
      Api.execute(
          """
          UPDATE report_version SET submitted_at = now() WHERE report_id = '%1$s';
          UPDATE report_history SET at = now() WHERE report_id = '%1$s';
          UPDATE obligation_history SET at = now() WHERE obligation_id = '%2$s'"""
              .formatted(report, obligation));
      for (String token : List.of(Tokens.enterprise(enterprise), Tokens.department())) {
        lists
            .and(() -> as(token), "/api/v1/reports/" + report + "/versions")
            .and(() -> as(token), "/api/v1/reports/" + report + "/history")
            .and(() -> as(token), "/api/v1/obligations/" + obligation + "/history");
      }
      lists.and(() -> as(Tokens.enterprise(enterprise)), "/api/v1/report-rules");
    }
    lists.check();
  }

  private static String submittedThrice(UUID enterprise) {
    String report = Api.submit(enterprise);
    for (int i = 0; i < 2; i++) {
      Api.move(Tokens.department(), report, "return", "{\"reasons\": [\"FIGURES_INCONSISTENT\"]}");
      Api.move(Tokens.enterprise(enterprise), report, "submit", "{}");
    }
    return report;
  }
}
