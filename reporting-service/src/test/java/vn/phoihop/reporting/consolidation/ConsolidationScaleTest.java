package vn.phoihop.reporting.consolidation;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phoihop.reporting.Api.as;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Tokens;
import vn.phoihop.reporting.Api;

/** A whole city: what it costs does not grow but with the size of what is written and read. */
@QuarkusTest
class ConsolidationScaleTest {

  private static final String PATH = "/api/v1/consolidated-reports";
  private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
  private static final PatternFormatter FORMAT = new PatternFormatter("%s");

  @Test
  void freezing_five_thousand_says_no_more_to_the_database_than_freezing_none()
      throws SQLException, IOException {
    Api.awaitReady();
    String none = start(Accepted.period());
    String city = Accepted.period();
    Accepted.many(city, 5000);
    String all = start(city);
    freeze(start(Accepted.period())); // the driver has prepared what it prepares

    List<String> few = freeze(none);
    List<String> many = freeze(all);

    assertTrue(few.size() < 30, few::toString);
    assertEquals(few.size(), many.size(), () -> few + "\n" + many);
    JsonPath frozen = as(Tokens.department()).get(PATH + "/{id}", all).jsonPath();
    assertEquals(4500, frozen.getInt("included"));
    assertEquals(500, frozen.getList("missing").size());
    assertEquals(3 * 4500, frozen.getInt("figures[1].detected"));
    assertEquals(4500L * 2_000_000, frozen.getLong("figures[1].damageVnd"));
    documents(all);
  }

  private static void documents(String id) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(document(id, "xlsx")))) {
      assertEquals(1 + 4500, book.getSheet("Doanh nghiệp").getPhysicalNumberOfRows());
      assertEquals(1 + 2 * 4500, book.getSheet("Chi tiết").getPhysicalNumberOfRows());
      assertEquals(1 + 500, book.getSheet("Chưa có báo cáo").getPhysicalNumberOfRows());
    }
    try (PDDocument pdf = Loader.loadPDF(document(id, "pdf"))) {
      assertTrue(pdf.getNumberOfPages() > 10);
    }
  }

  private static byte[] document(String id, String format) {
    return as(Tokens.department())
        .get(PATH + "/{id}/document?format=" + format, id)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  private static String start(String period) {
    return as(Tokens.department())
        .body("{\"period\": \"" + period + "\"}")
        .post(PATH)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** The statements of the freezing transaction, by the driver's own log of the protocol. */
  private static List<String> freeze(String id) {
    List<ExtLogRecord> log = new CopyOnWriteArrayList<>();
    ExtHandler handler =
        new ExtHandler() {
          @Override
          protected void doPublish(ExtLogRecord record) {
            log.add(record);
          }
        };
    DRIVER.setUseParentHandlers(false);
    DRIVER.addHandler(handler);
    DRIVER.setLevel(Level.FINEST);
    try {
      as(Tokens.department()).post(PATH + "/{id}/freeze", id).then().statusCode(200);
    } finally {
      DRIVER.setLevel(null);
      DRIVER.removeHandler(handler);
      DRIVER.setUseParentHandlers(true);
    }
    List<String> thread =
        log.stream().collect(groupingBy(ExtLogRecord::getLongThreadID)).values().stream()
            .map(records -> records.stream().map(FORMAT::format).toList())
            .filter(lines -> lines.stream().anyMatch(line -> line.contains(id)))
            .findFirst()
            .orElseThrow();
    int named =
        IntStream.range(0, thread.size())
            .filter(i -> thread.get(i).contains(id))
            .findFirst()
            .orElseThrow();
    int begin =
        IntStream.rangeClosed(0, named)
            .filter(i -> thread.get(i).contains("query=\"BEGIN\""))
            .max()
            .orElseThrow();
    int end =
        IntStream.range(named, thread.size())
            .filter(i -> thread.get(i).contains("query=\"BEGIN\""))
            .findFirst()
            .orElse(thread.size());
    return thread.subList(begin, end).stream()
        .filter(line -> line.contains("FE=> Execute"))
        .map(String::strip)
        .toList();
  }
}
