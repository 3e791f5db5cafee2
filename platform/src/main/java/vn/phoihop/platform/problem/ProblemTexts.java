package vn.phoihop.platform.problem;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The texts of problems: platform's and the service's {@code problems_<language>.properties},
 * merged.
 */
@Singleton
public class ProblemTexts {

  /** The languages spoken; the first is taken where the caller asks for none of them. */
  public static final List<String> LANGUAGES = List.of("vi", "en");

  private final Map<String, Properties> byLanguage = new HashMap<>();

  ProblemTexts() {
    for (String language : LANGUAGES) {
      byLanguage.put(language, load("problems_" + language + ".properties"));
    }
  }

  /** The language to answer in, by the raw {@code Accept-Language} (RFC 9110 §12.5.4). */
  static String language(@Nullable String acceptLanguage) {
    if (acceptLanguage != null) {
      try {
        String tag = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
        if (tag != null) {
          return tag;
        }
      } catch (IllegalArgumentException e) {
        return LANGUAGES.get(0);
      }
    }
    return LANGUAGES.get(0);
  }

  /** The text of a key with {0}, {1} … filled; the key itself where there is none. */
  String text(String language, String key, List<Object> args) {
    String text = byLanguage.getOrDefault(language, new Properties()).getProperty(key, key);
    for (int i = 0; i < args.size(); i++) {
      text = text.replace("{" + i + "}", String.valueOf(args.get(i)));
    }
    return text;
  }

  /** Whether there is a text; asked by a test for each type and code. */
  public boolean knows(String language, String key) {
    return byLanguage.getOrDefault(language, new Properties()).containsKey(key);
  }

  private static Properties load(String resource) {
    Properties texts = new Properties();
    try {
      for (URL url :
          Collections.list(Thread.currentThread().getContextClassLoader().getResources(resource))) {
        try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
          texts.load(reader);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
