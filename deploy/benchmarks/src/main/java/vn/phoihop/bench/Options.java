package vn.phoihop.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.phoihop.deploy.Failure;

/** What deploy/bench was asked for. */
record Options(List<RowName> rows, boolean smoke, boolean keep) {

  /** Rows run in the order in which {@link RowName} lists them, each once. */
  static Options of(List<String> arguments) {
    boolean smoke = false;
    boolean keep = false;
    List<RowName> asked = new ArrayList<>();
    for (String argument : arguments) {
      switch (argument) {
        case "--smoke" -> smoke = true;
        case "--keep" -> keep = true;
        default -> asked.add(row(argument));
      }
    }
    List<RowName> rows =
        Arrays.stream(RowName.values())
            .filter(row -> asked.isEmpty() || asked.contains(row))
            .toList();
    return new Options(rows, smoke, keep);
  }

  private static RowName row(String name) {
    return Arrays.stream(RowName.values())
        .filter(row -> row.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Failure(
                    "there is no %s '%s'; rows: %s; options: --smoke, --keep"
                        .formatted(
                            name.startsWith("-") ? "option" : "row",
                            name,
                            Arrays.stream(RowName.values())
                                .map(RowName::label)
                                .collect(Collectors.joining(", ")))));
  }
}
