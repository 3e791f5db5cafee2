package vn.phoihop.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import vn.phoihop.platform.problem.BadText;

/** A calendar day as ISO 8601 text, {@code 2026-11-24}. */
final class StrictDate extends StdScalarDeserializer<LocalDate> {

  StrictDate() {
    super(LocalDate.class);
  }

  @Override
  public LocalDate deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
    }
    try {
      LocalDate day = LocalDate.parse(parser.getText());
      if (day.getYear() < 1900 || day.getYear() > 9999) {
        throw JsonMappingException.from(parser, "year", new BadText("OUT_OF_RANGE"));
      }
      return day;
    } catch (DateTimeException e) {
      throw JsonMappingException.from(parser, "not an ISO 8601 day");
    }
  }
}
