package vn.phoihop.notification.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * A block of addresses, {@code 10.20.0.0/16}.
 *
 * @param network the first address, 4 or 16 bytes
 * @param bits the length of the prefix
 */
public record Cidr(byte[] network, int bits) {

  /**
   * Reads the text form; a configuration converter finds this method by its name and signature.
   *
   * @throws IllegalArgumentException for anything but an address literal, a slash and a length
   */
  public static Cidr valueOf(String text) {
    String[] parts = text.strip().split("/", -1);
    if (parts.length != 2 || !parts[0].matches("[0-9a-fA-F:.]+") || !parts[1].matches("\\d{1,3}")) {
      throw new IllegalArgumentException("not a network: " + text);
    }
    byte[] network = literal(parts[0]);
    int bits = Integer.parseInt(parts[1]);
    if (bits > network.length * 8) {
      throw new IllegalArgumentException("not a network: " + text);
    }
    return new Cidr(network, bits);
  }

  boolean contains(InetAddress address) {
    byte[] other = address.getAddress();
    int whole = bits / 8;
    if (other.length != network.length || !Arrays.equals(other, 0, whole, network, 0, whole)) {
      return false;
    }
    int mask = 0xff00 >> (bits % 8) & 0xff;
    return mask == 0 || (other[whole] & mask) == (network[whole] & mask);
  }

  private static byte[] literal(String text) {
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + text, e);
    }
  }
}
