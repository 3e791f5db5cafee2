package vn.phoihop.incident.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ContentDispositionTest {

  @Test
  void old_and_new_clients_find_a_name() {
    assertEquals(
        "attachment; filename=\"Bi_n b_n.pdf\"; filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n.pdf",
        ContentDisposition.attachment("Biên bản.pdf"));
  }

  @Test
  void a_name_cannot_end_the_header() {
    assertEquals(
        "attachment; filename=\"a_ b_.txt\"; filename*=UTF-8''a%22%20b%3B.txt",
        ContentDisposition.attachment("a\" b;.txt"));
  }
}
