package vn.phoihop.notification.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tier of an address, from the registries of special addresses (RFC 6890 and its updates) and
 * from what clouds put behind addresses of their own.
 */
final class AddressRules {

  private static final List<Cidr> FORBIDDEN_V4 =
      cidrs(
          "0.0.0.0/8",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          // Azure's and Alibaba's hosts for metadata, outside the link-local block.
          "168.63.129.16/32",
          "100.100.100.200/32");

  private static final List<Cidr> PRIVATE_V4 =
      cidrs("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");

  /** Inside 2000::/3, yet not a host of the internet, or an IPv4 address in disguise. */
  private static final List<Cidr> FORBIDDEN_V6 =
      cidrs(
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "3fff::/20",
          // Metadata hosts of AWS and Google, inside the unique local block.
          "fd00:ec2::254/128",
          "fd20:ce::254/128");

  private static final Cidr PRIVATE_V6 = Cidr.valueOf("fc00::/7");

  /** All that is given out; what lies outside is refused unread: loopback, mapped, NAT64, … */
  private static final Cidr GLOBAL_V6 = Cidr.valueOf("2000::/3");

  private AddressRules() {}

  static Tier tier(InetAddress address) {
    if (address instanceof Inet4Address) {
      if (within(FORBIDDEN_V4, address)) {
        return Tier.FORBIDDEN;
      }
      return within(PRIVATE_V4, address) ? Tier.PRIVATE : Tier.PUBLIC;
    }
    if (within(FORBIDDEN_V6, address)) {
      return Tier.FORBIDDEN;
    }
    if (PRIVATE_V6.contains(address)) {
      return Tier.PRIVATE;
    }
    return GLOBAL_V6.contains(address) ? Tier.PUBLIC : Tier.FORBIDDEN;
  }

  private static boolean within(List<Cidr> blocks, InetAddress address) {
    return blocks.stream().anyMatch(block -> block.contains(address));
  }

  private static List<Cidr> cidrs(String... texts) {
    return Stream.of(texts).map(Cidr::valueOf).toList();
  }
}
