package vn.phoihop.platform.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The methods of a path, for {@code Allow}: read from the OpenAPI document that the build put
 * beside the code.
 */
@Singleton
class AllowedMethods {

  private static final String DOCUMENT = "META-INF/quarkus-generated-openapi-doc.JSON";

  private final Map<Pattern, Collection<String>> byPattern = new HashMap<>();

  AllowedMethods(ObjectMapper json) {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(DOCUMENT)) {
      JsonNode paths = in == null ? json.createObjectNode() : json.readTree(in).path("paths");
      paths
          .properties()
          .forEach(path -> byPattern.put(pattern(path.getKey()), methods(path.getValue())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value of Allow for a request's path. */
  String of(String path) {
    TreeSet<String> allowed = new TreeSet<>();
    byPattern.forEach(
        (pattern, methods) -> {
          if (pattern.matcher(path).matches()) {
            allowed.addAll(methods);
          }
        });
    return String.join(", ", allowed);
  }

  private static Pattern pattern(String template) {
    return Pattern.compile("\\Q" + template.replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q") + "\\E/?");
  }

  private static Collection<String> methods(JsonNode item) {
    TreeSet<String> methods = new TreeSet<>();
    item.fieldNames().forEachRemaining(name -> methods.add(name.toUpperCase(Locale.ROOT)));
    methods.remove("PARAMETERS");
    return methods;
  }
}
