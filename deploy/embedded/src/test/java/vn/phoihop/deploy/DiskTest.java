package vn.phoihop.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiskTest {
  private static final Path DATA = Path.of("/somewhere/data");

  @Test
  void aFirstStartUnpacksMuchAndALaterOneNeedsLittle() {
    assertEquals(
        Optional.of(
            "the disk of /somewhere/data is nearly full: 1999 MB are free, 2000 MB are wanted"),
        Disk.shortage(DATA, 1_999_999_999L, true));
    assertEquals(Optional.empty(), Disk.shortage(DATA, 2_000_000_000L, true));
    assertEquals(Optional.empty(), Disk.shortage(DATA, 1_999_999_999L, false));
    assertTrue(Disk.shortage(DATA, 299_000_000L, false).isPresent());
  }

  @Test
  void aFolderThatIsNotThereIsNotFull() {
    assertEquals("", Disk.hint(DATA));
  }
}
