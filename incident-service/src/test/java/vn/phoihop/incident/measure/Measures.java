package vn.phoihop.incident.measure;

import static vn.phoihop.incident.Api.as;

import java.util.UUID;
import vn.phoihop.platform.test.Tokens;

/** Measures for tests of the whole service. */
public final class Measures {

  private Measures() {}

  /** One in force, of no incident. */
  public static String take(UUID enterprise) {
    return as(Tokens.enterprise(enterprise))
        .body(MeasureExamples.BLOCK)
        .post("/api/v1/measures")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
