package vn.phoihop.platform.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What every list takes. */
public class PageRequest {

  @QueryParam("limit")
  @DefaultValue("50")
  @Min(1)
  @Max(100)
  @Parameter(description = "items a page, 1 to 100")
  int limit = 50;

  @QueryParam("cursor")
  @Size(min = 1, max = 300)
  @Parameter(
      description = "next of the page before; good for the same caller and the same filters only")
  @Nullable String cursor;

  public int limit() {
    return limit;
  }

  public @Nullable String cursor() {
    return cursor;
  }
}
