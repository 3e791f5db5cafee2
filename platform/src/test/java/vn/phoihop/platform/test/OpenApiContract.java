package vn.phoihop.platform.test;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;

/** Responses against the committed OpenAPI document. */
public final class OpenApiContract {

  private OpenApiContract() {}

  /**
   * A REST Assured filter that fails on a response that docs/openapi/&lt;service&gt;.yaml does not
   * describe. Requests are not judged: many tests send wrong ones on purpose.
   */
  public static OpenApiValidationFilter filter(String service) {
    return new OpenApiValidationFilter(
        OpenApiInteractionValidator.createForInlineApiSpecification(
                Docs.read("openapi", service + ".yaml"))
            .withLevelResolver(
                LevelResolver.create()
                    .withLevel("validation.request", ValidationReport.Level.IGNORE)
                    .withLevel(
                        "validation.response.body.schema.additionalProperties",
                        ValidationReport.Level.IGNORE)
                    .build())
            .build());
  }
}
