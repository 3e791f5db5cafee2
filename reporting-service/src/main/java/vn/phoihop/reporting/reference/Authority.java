package vn.phoihop.reporting.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An entry of AUTHORITIES.
 *
 * @param vi its name now
 * @param parent code of the authority that it belongs to
 * @param names all of its names, one after the other
 */
public record Authority(String code, String vi, @Nullable String parent, List<Name> names) {

  public Authority {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(vi, "vi");
    names = List.copyOf(names);
  }

  /** A name and from when to when it was, or is, borne; both days included. */
  public record Name(String name, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {

    boolean isBorneOn(LocalDate day) {
      return (validFrom == null || !day.isBefore(validFrom))
          && (validTo == null || !day.isAfter(validTo));
    }
  }

  /**
   * The years of renaming are known, their days are not always: of two names that fit, the later
   * one, as liaison-service answers.
   */
  public String nameOn(LocalDate day) {
    return names.stream()
        .filter(name -> name.isBorneOn(day))
        .reduce((earlier, later) -> later)
        .map(Name::name)
        .orElse(vi);
  }
}
