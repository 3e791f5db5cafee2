package vn.phoihop.platform.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.problem.ProblemException;

/**
 * Query parameters of which there are few values, ids and numbers: what is none of them is refused
 * by the parameter's name. The framework would take any text for false, and answer 404 to what is
 * no id and no number. A {@code boolean} argument of a method needs its {@code @DefaultValue}: the
 * framework's own is 0.
 */
@Provider
class StrictQuery implements ParamConverterProvider {

  @Override
  @SuppressWarnings("unchecked") // the values are of the type that is asked for
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation @Nullable [] annotations) {
    if (annotations == null) {
      return null;
    }
    Optional<String> name =
        Arrays.stream(annotations)
            .filter(QueryParam.class::isInstance)
            .map(annotation -> "query:" + ((QueryParam) annotation).value())
            .findFirst();
    if (name.isEmpty()) {
      return null;
    }
    if (type == UUID.class) {
      return (ParamConverter<T>) new Id(name.get());
    }
    if (type == int.class || type == Integer.class) {
      return (ParamConverter<T>) new Whole(name.get());
    }
    List<?> values =
        type == boolean.class || type == Boolean.class
            ? List.of(true, false)
            : type.isEnum() ? List.of(type.getEnumConstants()) : List.of();
    return values.isEmpty() ? null : new OneOf<>(name.get(), (List<T>) values);
  }

  private record OneOf<T>(String pointer, List<T> values) implements ParamConverter<T> {

    @Override
    public T fromString(String text) {
      return values.stream()
          .filter(value -> value.toString().equals(text))
          .findFirst()
          .orElseThrow(() -> ProblemException.notOneOf(pointer, values.toArray()));
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }
  }

  private record Whole(String pointer) implements ParamConverter<Integer> {

    @Override
    public Integer fromString(String text) {
      try {
        return Integer.valueOf(text);
      } catch (NumberFormatException e) {
        throw ProblemException.invalid(pointer, "FORMAT");
      }
    }

    @Override
    public String toString(Integer value) {
      return value.toString();
    }
  }

  private record Id(String pointer) implements ParamConverter<UUID> {

    private static final Pattern FORM =
        Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Override
    public UUID fromString(String text) {
      if (!FORM.matcher(text).matches()) {
        throw ProblemException.invalid(pointer, "FORMAT");
      }
      return UUID.fromString(text);
    }

    @Override
    public String toString(UUID value) {
      return value.toString();
    }
  }
}
