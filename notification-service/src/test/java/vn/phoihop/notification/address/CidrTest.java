package vn.phoihop.notification.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

  @ParameterizedTest
  @CsvSource({
    "10.20.0.0/16, 10.20.255.255, true",
    "10.20.0.0/16, 10.21.0.0, false",
    "10.20.30.40/32, 10.20.30.40, true",
    "10.20.30.40/32, 10.20.30.41, false",
    "10.20.30.128/25, 10.20.30.127, false",
    "10.20.30.128/25, 10.20.30.200, true",
    "0.0.0.0/0, 1.2.3.4, true",
    "0.0.0.0/0, 2001:200::1, false",
    "fd00::/8, fd12::1, true",
    "fd00::/8, fc12::1, false",
    "fd12:3456::/31, fd12:3457::1, true",
    "fd12:3456::/31, fd12:3458::1, false"
  })
  void contains_what_the_prefix_covers(String network, String address, boolean contained)
      throws Exception {
    assertEquals(contained, Cidr.valueOf(network).contains(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0",
        "10.0.0.0/33",
        "fd00::/129",
        "example.com/8",
        "/8",
        "10.0.0.0/",
        "a/b/c"
      })
  void refuses_what_is_no_network(String text) {
    assertThrows(IllegalArgumentException.class, () -> Cidr.valueOf(text));
  }
}
