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
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.problem.ProblemException;

/**
 * Query parameters of which there are few values: what is none of them is refused by their names.
 * The framework would take any text for false. A {@code boolean} argument of a method needs its
 * {@code @DefaultValue}: the framework's own is 0.
 */
@Provider
class StrictQuery implements ParamConverterProvider {

  @Override
  @SuppressWarnings("unchecked") // the values are of the type that is asked for
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation @Nullable [] annotations) {
    List<?> values =
        type == boolean.class || type == Boolean.class
            ? List.of(true, false)
            : type.isEnum() ? List.of(type.getEnumConstants()) : List.of();
    if (values.isEmpty() || annotations == null) {
      return null;
    }
    Optional<String> name =
        Arrays.stream(annotations)
            .filter(QueryParam.class::isInstance)
            .map(annotation -> ((QueryParam) annotation).value())
            .findFirst();
    return name.isEmpty() ? null : new OneOf<>("query:" + name.get(), (List<T>) values);
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
}
