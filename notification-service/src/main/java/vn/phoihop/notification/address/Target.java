package vn.phoihop.notification.address;

import java.net.InetAddress;

/**
 * An address that has passed the check. The call goes to {@code address}; the Host header, the
 * server name of TLS and the certificate are by {@code host}. Asking the name a second time would
 * let it answer with something else.
 *
 * @param path path and query as they go into the request line
 */
public record Target(
    boolean tls, String host, int port, String path, InetAddress address, Tier tier) {}
