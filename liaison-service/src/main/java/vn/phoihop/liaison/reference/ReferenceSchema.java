package vn.phoihop.liaison.reference;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.inject.Singleton;
import java.util.List;
import vn.phoihop.platform.outbox.EventJson;

/** Holds a list against the published schema of its event, so that no reader is surprised. */
@Singleton
class ReferenceSchema {

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SchemaLocation.of("classpath:events/reference.published.v1.schema.json"));

  /** JSON Pointers to what is wrong, the first few. */
  List<String> faults(ReferenceEvent event) {
    return schema
        .validate(
            EventJson.write(event),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(ReferenceSchema::pointer)
        .distinct()
        .limit(20)
        .toList();
  }

  private static String pointer(Error error) {
    String pointer = error.getInstanceLocation().toString();
    return error.getProperty() == null ? pointer : pointer + "/" + error.getProperty();
  }
}
