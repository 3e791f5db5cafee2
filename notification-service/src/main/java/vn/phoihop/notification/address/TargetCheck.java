package vn.phoihop.notification.address;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.phoihop.notification.address.RefusedTarget.Reason;

/**
 * The one check of a webhook's URL. It asks the name once, looks at every address that comes back,
 * and gives the address to connect to. Blocking: it may wait for the resolver.
 */
@ApplicationScoped
public class TargetCheck {

  /** The resolver of names; tests bring their own. */
  interface Names {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private static final Set<Integer> PORTS = Set.of(443, 8443);
  private static final Set<String> FORBIDDEN_NAMES =
      Set.of("metadata", "metadata.google.internal", "metadata.goog", "instance-data");

  private final WebhookSettings settings;
  private final Names names;

  @Inject
  TargetCheck(WebhookSettings settings) {
    this(settings, InetAddress::getAllByName);
  }

  TargetCheck(WebhookSettings settings, Names names) {
    this.settings = settings;
    this.names = names;
  }

  /**
   * The target behind a URL, for a party.
   *
   * @throws RefusedTarget with the reason, if the URL or one of its addresses is not admitted
   */
  public Target check(String party, String url) throws RefusedTarget {
    URI uri = parse(url);
    boolean tls = "https".equalsIgnoreCase(uri.getScheme());
    String host = host(uri);
    int port = uri.getPort() != -1 ? uri.getPort() : tls ? 443 : 80;
    boolean named = settings.allowedHosts().orElse(Set.of()).contains(host);
    require(tls || (named && "http".equalsIgnoreCase(uri.getScheme())), Reason.URL_SCHEME);
    require(port > 0 && port < 65536 && (named || PORTS.contains(port)), Reason.URL_PORT);
    require(named || !FORBIDDEN_NAMES.contains(host), Reason.ADDRESS_FORBIDDEN);
    InetAddress[] addresses = resolve(host);
    Tier widest = Tier.PUBLIC;
    for (InetAddress address : addresses) {
      Tier tier = tier(host, address);
      require(named || tier != Tier.FORBIDDEN, Reason.ADDRESS_FORBIDDEN);
      require(named || tier == Tier.PUBLIC || listed(party, address), Reason.ADDRESS_PRIVATE);
      widest = tier.compareTo(widest) > 0 ? tier : widest;
    }
    return new Target(tls, host, port, path(uri), addresses[0], widest);
  }

  private static URI parse(String url) throws RefusedTarget {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw new RefusedTarget(Reason.URL_MALFORMED);
    }
    require(uri.getScheme() != null && !uri.isOpaque(), Reason.URL_MALFORMED);
    // Before the host is looked at: java.net.URI gives no host where the rest of the authority
    // is odd, and "there is a password in it" is the more useful answer.
    String authority = uri.getRawAuthority();
    require(authority != null, Reason.URL_MALFORMED);
    require(authority == null || authority.indexOf('@') < 0, Reason.URL_USERINFO);
    require(uri.getRawFragment() == null, Reason.URL_FRAGMENT);
    require(url.chars().allMatch(c -> c > 0x20 && c < 0x7f), Reason.URL_MALFORMED);
    return uri;
  }

  private static String host(URI uri) throws RefusedTarget {
    String host = uri.getHost();
    if (host == null || host.endsWith(".") || host.indexOf('%') >= 0) {
      throw new RefusedTarget(Reason.URL_MALFORMED);
    }
    if (host.startsWith("[")) {
      return host.substring(1, host.length() - 1).toLowerCase(Locale.ROOT);
    }
    // 127.1, 0x7f.1, 2130706433: spellings that every parser reads in its own way.
    String last = host.substring(host.lastIndexOf('.') + 1);
    boolean numeric = Character.isDigit(last.charAt(0));
    require(
        !numeric || host.matches("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}"),
        Reason.URL_MALFORMED);
    return host.toLowerCase(Locale.ROOT);
  }

  private InetAddress[] resolve(String host) throws RefusedTarget {
    try {
      return names.resolve(host);
    } catch (UnknownHostException e) {
      throw new RefusedTarget(Reason.HOST_UNRESOLVED);
    }
  }

  private static Tier tier(String host, InetAddress address) {
    boolean disguised = host.indexOf(':') >= 0 && address instanceof Inet4Address;
    return disguised ? Tier.FORBIDDEN : AddressRules.tier(address);
  }

  private boolean listed(String party, InetAddress address) {
    return settings.privateNetworks().getOrDefault(party, List.of()).stream()
        .anyMatch(network -> network.contains(address));
  }

  private static String path(URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  private static void require(boolean holds, Reason otherwise) throws RefusedTarget {
    if (!holds) {
      throw new RefusedTarget(otherwise);
    }
  }
}
