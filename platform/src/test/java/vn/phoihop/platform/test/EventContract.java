package vn.phoihop.platform.test;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.resource.IriResourceLoader;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/**
 * Events against docs/events: what producers send and what consumers read is what is published
 * there.
 */
public final class EventContract {

  private EventContract() {}

  /** Fails where the JSON does not fit the schema of the type. */
  public static void assertValid(String type, String json) {
    Schema schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                // Files are read only where a loader for them is asked for.
                registry ->
                    registry.resourceLoaders(all -> all.add(IriResourceLoader.getInstance())))
            .getSchema(
                SchemaLocation.of(
                    Docs.path("events", type + ".v1.schema.json").toUri().toString()));
    List<Error> errors =
        schema.validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    Assertions.assertTrue(errors.isEmpty(), () -> type + ": " + errors + "\n" + json);
  }

  /** The published example of the type. */
  public static String example(String type) {
    return Docs.read("events", "examples", type + ".json");
  }
}
