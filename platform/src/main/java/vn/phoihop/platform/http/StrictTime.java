package vn.phoihop.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** A time of day as text in hours and minutes, {@code 22:00}; a day has no 24:00. */
final class StrictTime extends StdScalarDeserializer<LocalTime> {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

  StrictTime() {
    super(LocalTime.class);
  }

  @Override
  public LocalTime deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return (LocalTime) context.handleUnexpectedToken(LocalTime.class, parser);
    }
    try {
      return LocalTime.parse(parser.getText(), FORM);
    } catch (DateTimeException e) {
      throw JsonMappingException.from(parser, "not a time of day");
    }
  }
}
