package vn.phoihop.notification.address;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;

/**
 * Calls to checked targets: to the address that was checked, under the host's name in TLS, in the
 * certificate and in the Host header, and never on to where an answer points.
 */
public final class PinnedCalls {

  private static final int CONNECT_MILLIS = 5_000;

  private PinnedCalls() {}

  public static HttpClientOptions client(WebhookSettings settings) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout(CONNECT_MILLIS)
            .setForceSni(true)
            .setVerifyHost(true);
    settings
        .caFile()
        .ifPresent(
            file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
    return options;
  }

  public static RequestOptions request(HttpMethod method, Target target) {
    return new RequestOptions()
        .setMethod(method)
        .setServer(
            SocketAddress.inetSocketAddress(target.port(), target.address().getHostAddress()))
        .setHost(target.host())
        .setPort(target.port())
        .setSsl(target.tls())
        .setURI(target.path())
        .setFollowRedirects(false);
  }
}
