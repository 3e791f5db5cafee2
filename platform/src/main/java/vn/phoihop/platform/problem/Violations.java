package vn.phoihop.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * Bean Validation's findings as field errors: the pointer from the path, the code from the
 * constraint.
 */
final class Violations {

  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("NotNull", "REQUIRED"),
          Map.entry("NotBlank", "REQUIRED"),
          Map.entry("NotEmpty", "REQUIRED"),
          Map.entry("Size", "SIZE"),
          Map.entry("Min", "RANGE"),
          Map.entry("Max", "RANGE"),
          Map.entry("Positive", "RANGE"),
          Map.entry("PositiveOrZero", "RANGE"),
          Map.entry("Pattern", "FORMAT"),
          Map.entry("Email", "FORMAT"),
          Map.entry("UniqueElements", "DUPLICATE_ITEM"));

  private Violations() {}

  static ProblemException refusal(ConstraintViolationException violations) {
    ProblemException refusal = ProblemException.of(CommonProblem.INVALID);
    violations.getConstraintViolations().stream()
        .map(Violations::error)
        .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
        .forEach(error -> refusal.field(error.pointer(), error.code(), error.args().toArray()));
    return refusal;
  }

  private static FieldError error(ConstraintViolation<?> violation) {
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    String code = CODES.getOrDefault(constraint, own(constraint));
    Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
    List<Object> args =
        switch (constraint) {
          case "Size" -> List.of(attributes.get("min"), attributes.get("max"));
          case "Min" -> List.of("≥ " + attributes.get("value"));
          case "Max" -> List.of("≤ " + attributes.get("value"));
          case "Positive" -> List.of("> 0");
          case "PositiveOrZero" -> List.of("≥ 0");
          default -> List.of();
        };
    return new FieldError(pointer(violation), code, args);
  }

  /** A service's own constraint ValidTaxCode has the code VALID_TAX_CODE. */
  private static String own(String constraint) {
    return constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  private static String pointer(ConstraintViolation<?> violation) {
    StringBuilder pointer = new StringBuilder();
    String name = "";
    Object parameter = null;
    List<Class<?>> types = List.of();
    String method = "";
    boolean part = false;
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      } else if (node.getKey() != null) {
        pointer.append('/').append(node.getKey());
      }
      if (node.getKind() == ElementKind.METHOD) {
        method = node.getName();
        types = node.as(Path.MethodNode.class).getParameterTypes();
      } else if (node.getKind() == ElementKind.PROPERTY) {
        name = node.getName();
        pointer.append('/').append(name);
      } else if (node.getKind() == ElementKind.PARAMETER) {
        name = node.getName();
        int index = node.as(Path.ParameterNode.class).getParameterIndex();
        parameter = violation.getExecutableParameters()[index];
        part = isPart(violation.getRootBeanClass(), method, types, index);
      }
    }
    if (part) {
      return "/" + name;
    }
    // Bodies are records; a missing one points at the whole body. All else came by the query.
    boolean inBody = parameter instanceof Record || name.equals("body") || name.isEmpty();
    return inBody ? pointer.toString() : "query:" + name;
  }

  /** Whether a form brought it. The bean's class may be one that the container made of ours. */
  private static boolean isPart(
      @Nullable Class<?> bean, String method, List<Class<?>> types, int index) {
    for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
      for (Method candidate : type.getDeclaredMethods()) {
        if (candidate.getName().equals(method)
            && List.of(candidate.getParameterTypes()).equals(types)
            && candidate.getParameters()[index].isAnnotationPresent(RestForm.class)) {
          return true;
        }
      }
    }
    return false;
  }
}
