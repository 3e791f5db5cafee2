package vn.phoihop.platform.note;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

record WriteNote(
    @NotBlank @Size(max = 1000) String text,
    Instant at,
    LocalDate day,
    Integer count,
    Colour colour,
    @Size(max = 3) List<@Valid Item> items) {

  enum Colour {
    RED,
    GREEN
  }

  record Item(@NotBlank String value) {}
}
