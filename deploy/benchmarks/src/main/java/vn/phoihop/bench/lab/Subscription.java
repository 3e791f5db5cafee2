package vn.phoihop.bench.lab;

import vn.phoihop.bench.http.Api;
import vn.phoihop.deploy.Port;

/** The Police's wish to be told of reports at an address. */
public final class Subscription {

  private final Lab lab;
  private final String url;

  private Subscription(Lab lab, String url) {
    this.lab = lab;
    this.url = url;
  }

  public static Subscription of(Lab lab, String receiver) {
    return of(lab, receiver, lab.token("police"));
  }

  public static Subscription of(Lab lab, String receiver, String token) {
    String all = lab.stack().url(Port.NOTIFICATION) + "/api/v1/subscriptions";
    String body = "{\"url\": \"%s\", \"eventTypes\": [\"incident.received\"]}".formatted(receiver);
    return new Subscription(lab, all + "/" + Api.post(all, token, body).get("id").asText());
  }

  public void delete() {
    Api.delete(url, lab.token("police"));
  }
}
