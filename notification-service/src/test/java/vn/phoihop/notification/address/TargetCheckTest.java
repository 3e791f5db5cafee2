package vn.phoihop.notification.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phoihop.notification.FixedSettings;
import vn.phoihop.notification.address.RefusedTarget.Reason;

class TargetCheckTest {

  /** Names and what they resolve to; anything else is asked of the JDK if it is a literal. */
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "public.example.vn", List.of("203.162.4.191"),
          "both.example.vn", List.of("203.162.4.191", "2400:cb00::1"),
          "rebind.example.vn", List.of("203.162.4.191", "127.0.0.1"),
          "mapped.example.vn", List.of("2400:cb00::1", "::1"),
          "police.example.vn", List.of("10.20.1.5"),
          "split.example.vn", List.of("203.162.4.191", "10.20.1.5"),
          "metadata.google.internal", List.of("203.162.4.191"),
          "localhost", List.of("127.0.0.1"),
          "named.example.vn", List.of("192.168.7.7"));

  private final List<String> asked = new ArrayList<>();
  private final TargetCheck check = new TargetCheck(settings(), this::resolve);

  @Test
  void a_public_name_is_called_at_the_address_that_was_checked() throws Exception {
    Target target = check.check("TRADE", "https://Public.Example.VN:8443/in?a=b%20c");
    assertEquals(
        new Target(
            true,
            "public.example.vn",
            8443,
            "/in?a=b%20c",
            InetAddress.getByName("203.162.4.191"),
            Tier.PUBLIC),
        target);
    assertEquals(List.of("public.example.vn"), asked, "the name is asked once");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://both.example.vn/",
        "https://203.162.4.191",
        "https://[2400:cb00::1]:443/x",
        "HTTPS://public.example.vn"
      })
  void https_to_the_public_internet_is_admitted(String url) throws Exception {
    assertEquals(Tier.PUBLIC, check.check("TRADE", url).tier());
  }

  @ParameterizedTest
  @CsvSource({
    "http://public.example.vn/, URL_SCHEME",
    "ftp://public.example.vn/, URL_SCHEME",
    "https://public.example.vn:8080/, URL_PORT",
    "https://public.example.vn:22/, URL_PORT",
    "https://public.example.vn:0/, URL_PORT",
    "https://public.example.vn:65536/, URL_PORT",
    "https://user@public.example.vn/, URL_USERINFO",
    "https://user:word@public.example.vn/, URL_USERINFO",
    "https://public.example.vn@169.254.169.254/, URL_USERINFO",
    "https://public.example.vn/#part, URL_FRAGMENT",
    "public.example.vn, URL_MALFORMED",
    "/hook, URL_MALFORMED",
    "mailto:a@b, URL_MALFORMED",
    "https://, URL_MALFORMED",
    "https:///hook, URL_MALFORMED",
    "https://public.example.vn./, URL_MALFORMED",
    "https://công-an.vn/, URL_MALFORMED",
    "https://public_example.vn/, URL_MALFORMED",
    "https://2130706433/, URL_MALFORMED",
    "https://127.1/, URL_MALFORMED",
    "https://0x7f.0.0.1/, URL_MALFORMED",
    "https://0177.0.0.1/, URL_MALFORMED",
    "https://127.0.0.0x1/, URL_MALFORMED",
    "https://0/, URL_MALFORMED",
    "https://00000000000.0.0.1/, URL_MALFORMED",
    "https://256.0.0.1/, URL_MALFORMED",
    "https://127.0.0.1./, URL_MALFORMED",
    "https://①②⑦.⓪.⓪.①/, URL_MALFORMED",
    "https://%31%32%37.0.0.1/, URL_MALFORMED",
    "https://localhost%00.example.vn/, URL_MALFORMED",
    "https://public.example.vn\\@127.0.0.1/, URL_MALFORMED",
    "https://public.example.vn:443:80/, URL_MALFORMED",
    "https://public.example.vn:4a3/, URL_MALFORMED",
    "https://public.example.vn/a b, URL_MALFORMED",
    "https://[::1/, URL_MALFORMED",
    "https://[::1%251]/, URL_MALFORMED",
    "https://[fe80::1%25eth0]/, URL_MALFORMED",
    "https://169.254.169.254/latest/meta-data/, ADDRESS_FORBIDDEN",
    "https://168.63.129.16/, ADDRESS_FORBIDDEN",
    "https://metadata.google.internal/, ADDRESS_FORBIDDEN",
    "https://127.0.0.1/, ADDRESS_FORBIDDEN",
    "https://[::1]/, ADDRESS_FORBIDDEN",
    "https://[::ffff:127.0.0.1]/, ADDRESS_FORBIDDEN",
    "https://[::ffff:7f00:1]/, ADDRESS_FORBIDDEN",
    "https://[::ffff:203.162.4.191]/, ADDRESS_FORBIDDEN",
    "https://[0:0:0:0:0:ffff:127.0.0.1]/, ADDRESS_FORBIDDEN",
    "https://[::127.0.0.1]/, ADDRESS_FORBIDDEN",
    "https://[::]/, ADDRESS_FORBIDDEN",
    "https://[fe80::1]/, ADDRESS_FORBIDDEN",
    "https://[2002:7f00:1::]/, ADDRESS_FORBIDDEN",
    "https://0.0.0.0/, ADDRESS_FORBIDDEN",
    "https://METADATA.Google.Internal/, ADDRESS_FORBIDDEN",
    "https://localhost.localdomain.example.vn/, HOST_UNRESOLVED",
    "https://[64:ff9b::a9fe:a9fe]/, ADDRESS_FORBIDDEN",
    "https://rebind.example.vn/, ADDRESS_FORBIDDEN",
    "https://mapped.example.vn/, ADDRESS_FORBIDDEN",
    "https://10.20.1.5/, ADDRESS_PRIVATE",
    "https://split.example.vn/, ADDRESS_PRIVATE",
    "https://[fd12::1]/, ADDRESS_PRIVATE",
    "https://nowhere.example.vn/, HOST_UNRESOLVED"
  })
  void anything_else_is_refused_with_its_reason(String url, Reason reason) {
    RefusedTarget refused = assertThrows(RefusedTarget.class, () -> check.check("TRADE", url));
    assertEquals(reason, refused.reason());
    assertEquals(reason == Reason.HOST_UNRESOLVED, refused.transientFault());
  }

  @Test
  void a_private_network_is_open_to_the_party_that_the_operator_listed_it_for() throws Exception {
    assertEquals(Tier.PRIVATE, check.check("POLICE", "https://police.example.vn/").tier());
    assertEquals(Tier.PRIVATE, check.check("POLICE", "https://split.example.vn/").tier());
    refused("POLICE", "https://10.21.0.1/", Reason.ADDRESS_PRIVATE);
    refused("CUSTOMS", "https://police.example.vn/", Reason.ADDRESS_PRIVATE);
    refused("POLICE", "http://police.example.vn/", Reason.URL_SCHEME);
    refused("POLICE", "https://police.example.vn:8080/", Reason.URL_PORT);
  }

  @Test
  void a_forbidden_address_is_not_opened_by_a_listed_network() {
    // 127.0.0.0/8 stands in POLICE's list by mistake.
    refused("POLICE", "https://127.0.0.2/", Reason.ADDRESS_FORBIDDEN);
  }

  @Test
  void a_host_that_the_operator_named_admits_http_any_port_and_any_address() throws Exception {
    assertFalse(check.check("TRADE", "http://localhost:9999/x").tls());
    assertEquals(80, check.check("TRADE", "http://localhost/x").port());
    assertTrue(check.check("TRADE", "https://localhost:1/").tls());
    assertEquals(Tier.PRIVATE, check.check("TRADE", "http://named.example.vn/").tier());
    refused("TRADE", "http://127.0.0.1/", Reason.URL_SCHEME);
    refused("TRADE", "https://192.168.7.7/", Reason.ADDRESS_PRIVATE);
    refused("TRADE", "https://localhost.example.vn/", Reason.HOST_UNRESOLVED);
    refused("TRADE", "http://user@localhost/", Reason.URL_USERINFO);
    refused("TRADE", "ftp://localhost/", Reason.URL_SCHEME);
  }

  @Test
  void a_name_that_turns_is_called_where_it_first_pointed_and_refused_at_the_next_check()
      throws Exception {
    List<String> answers = new ArrayList<>(List.of("203.162.4.191", "127.0.0.1", "10.20.1.5"));
    TargetCheck turning =
        new TargetCheck(
            settings(), host -> new InetAddress[] {InetAddress.getByName(answers.remove(0))});
    Target target = turning.check("TRADE", "https://turning.example.vn/");
    assertEquals(InetAddress.getByName("203.162.4.191"), target.address());
    assertEquals("turning.example.vn", target.host());
    for (Reason reason : List.of(Reason.ADDRESS_FORBIDDEN, Reason.ADDRESS_PRIVATE)) {
      assertEquals(
          reason,
          assertThrows(
                  RefusedTarget.class, () -> turning.check("TRADE", "https://turning.example.vn/"))
              .reason());
    }
  }

  private void refused(String party, String url, Reason reason) {
    RefusedTarget refused = assertThrows(RefusedTarget.class, () -> check.check(party, url));
    assertEquals(reason, refused.reason(), url);
  }

  private InetAddress[] resolve(String host) throws UnknownHostException {
    asked.add(host);
    List<String> addresses = NAMES.get(host);
    if (addresses == null && !host.matches("[0-9.]+|.*:.*")) {
      throw new UnknownHostException(host);
    }
    List<InetAddress> resolved = new ArrayList<>();
    for (String address : addresses == null ? List.of(host) : addresses) {
      resolved.add(InetAddress.getByName(address));
    }
    return resolved.toArray(InetAddress[]::new);
  }

  private static WebhookSettings settings() {
    return FixedSettings.addresses(
        Set.of("localhost", "named.example.vn"),
        Map.of("POLICE", List.of(Cidr.valueOf("10.20.0.0/16"), Cidr.valueOf("127.0.0.0/8"))));
  }
}
