package vn.phoihop.platform.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.problem.ProblemType;

/**
 * Every refusal has words in both languages. Reads the module's sources, so that a new code is
 * asked for at once.
 */
public abstract class ProblemTextTest {

  private static final Pattern CODE =
      Pattern.compile(
          "(?:\\.invalid\\(|\\.field\\(|FieldError\\()[^;]*?,\\s*\"([A-Z][A-Z0-9_]+)\"",
          Pattern.DOTALL);

  @Test
  void every_type_has_a_title_and_a_detail_in_both_languages() throws IOException {
    List<String> missing = new ArrayList<>();
    for (JavaClass type : new ClassFileImporter().importPackages("vn.phoihop")) {
      if (type.isEnum() && type.isAssignableTo(ProblemType.class)) {
        for (Object constant : type.reflect().getEnumConstants()) {
          String slug = ((ProblemType) constant).slug();
          missing.addAll(missing(Set.of(slug + ".title", slug + ".detail")));
          if (!Docs.read("problems.md").contains("`" + ((ProblemType) constant).urn() + "`")) {
            missing.add("docs/problems.md: " + slug);
          }
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void every_code_has_a_message_in_both_languages() throws IOException {
    assertEquals(List.of(), missing(codes()));
  }

  /**
   * The keys of the codes that the module's sources name; platform's own test proves the search.
   */
  protected static Set<String> codes() throws IOException {
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher matcher = CODE.matcher(Files.readString(file));
        while (matcher.find()) {
          keys.add("error." + matcher.group(1));
        }
      }
    }
    return keys;
  }

  private static List<String> missing(Set<String> keys) throws IOException {
    List<String> missing = new ArrayList<>();
    for (String language : List.of("vi", "en")) {
      Properties texts = new Properties();
      var urls =
          Thread.currentThread()
              .getContextClassLoader()
              .getResources("problems_" + language + ".properties");
      while (urls.hasMoreElements()) {
        try (var in = urls.nextElement().openStream()) {
          texts.load(in);
        }
      }
      keys.stream()
          .filter(k -> !texts.containsKey(k))
          .map(k -> language + ": " + k)
          .forEach(missing::add);
    }
    return missing;
  }
}
