package vn.phoihop.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import vn.phoihop.platform.problem.BadText;

/**
 * An instant as RFC 3339 text with an offset, within the years that people and PostgreSQL mean;
 * kept in microseconds.
 */
final class StrictInstant extends StdScalarDeserializer<Instant> {

  StrictInstant() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      return (Instant) context.handleUnexpectedToken(Instant.class, parser);
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(parser.getText().strip());
      if (time.getYear() < 1900 || time.getYear() > 9999) {
        throw JsonMappingException.from(parser, "year", new BadText("OUT_OF_RANGE"));
      }
      return time.toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw JsonMappingException.from(parser, "not an RFC 3339 time");
    }
  }
}
