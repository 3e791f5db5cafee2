package vn.phoihop.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.problem.BadText;

/**
 * Text that can be kept and signed: no U+0000 (PostgreSQL cannot hold it), no half of a surrogate
 * pair (UTF-8 cannot).
 */
final class StrictText extends StdScalarDeserializer<String> {

  StrictText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return StringDeserializer.instance.deserialize(parser, context);
    }
    String text = parser.getText();
    String fault = fault(text);
    if (fault != null) {
      throw JsonMappingException.from(parser, fault, new BadText(fault));
    }
    return text;
  }

  /** What is wrong with the text, as an error code, or null. */
  static @Nullable String fault(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return "CONTROL_CHARACTER";
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return "LONE_SURROGATE";
      }
    }
    return null;
  }
}
