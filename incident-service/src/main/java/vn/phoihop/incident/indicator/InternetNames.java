package vn.phoihop.incident.indicator;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of hosts, and addresses built on them. Hosts are in lower case, ASCII by IDNA. */
final class InternetNames {

  private static final Pattern HOST =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?=.*[a-z])[a-z0-9-]{2,63}");
  private static final Pattern EMAIL = Pattern.compile("([^\\s@\"<>(),;:]{1,64})@([^\\s@]{3,253})");
  private static final Pattern SIP =
      Pattern.compile("(sips?):(?:([^\\s@:;?]{1,64})@)?([^\\s@:;?\\[\\]]{3,253})(:[0-9]{1,5})?");
  private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443, "ftp", 21);

  private InternetNames() {}

  static Optional<Normalised> domain(String raw) {
    return host(raw.strip()).flatMap(Normalised::of);
  }

  static Optional<Normalised> email(String raw) {
    Matcher mail = EMAIL.matcher(raw.strip());
    return mail.matches()
        ? host(mail.group(2))
            .flatMap(host -> Normalised.of(mail.group(1).toLowerCase(Locale.ROOT) + "@" + host))
        : Optional.empty();
  }

  static Optional<Normalised> sip(String raw) {
    Matcher sip = SIP.matcher(raw.strip());
    if (!sip.matches()) {
      return Optional.empty();
    }
    String user = sip.group(2) == null ? "" : sip.group(2) + "@";
    String port = Objects.requireNonNullElse(sip.group(4), "");
    return hostOrAddress(sip.group(3))
        .flatMap(host -> Normalised.of(sip.group(1) + ":" + user + host + port));
  }

  /** An absolute http, https or ftp address; its default port and its fragment are dropped. */
  static Optional<Normalised> url(String raw) {
    try {
      URI uri = new URI(raw.strip());
      String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
      String authority = Objects.requireNonNullElse(uri.getRawAuthority(), "");
      // The URI class leaves host and port out where the host is not ASCII.
      Matcher parts =
          Pattern.compile("(?:[^@]*@)?(\\[[^]]*]|[^:@]+)(?::([0-9]{1,5}))?").matcher(authority);
      if (!PORTS.containsKey(scheme) || !parts.matches()) {
        return Optional.empty();
      }
      boolean ownPort =
          parts.group(2) != null && Integer.parseInt(parts.group(2)) != PORTS.get(scheme);
      String port = ownPort ? ":" + parts.group(2) : "";
      String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return hostOrAddress(parts.group(1))
          .map(host -> scheme + "://" + host + port + URI.create(path + query).toASCIIString())
          .flatMap(Normalised::of);
    } catch (URISyntaxException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<String> hostOrAddress(String text) {
    if (text.startsWith("[")) {
      return IpAddresses.address(text.substring(1, text.length() - 1))
          .map(address -> "[" + address.value() + "]");
    }
    return IpAddresses.address(text).map(Normalised::value).or(() -> host(text));
  }

  private static Optional<String> host(String text) {
    try {
      String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      String host = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
      return host.length() <= 253 && HOST.matcher(host).matches()
          ? Optional.of(host)
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
