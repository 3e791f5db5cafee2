package vn.phoihop.incident.enterprise;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** liaison's {@code enterprise.*}: what we keep of an enterprise after each of its changes. */
record EnterpriseChanged(UUID id, String name, List<String> sectors, String state, long sequence) {

  EnterpriseChanged {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(state, "state");
    sectors = List.copyOf(sectors);
  }
}
