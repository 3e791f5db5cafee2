package vn.phoihop.bench.lab;

import com.fasterxml.jackson.databind.JsonNode;
import vn.phoihop.bench.http.Api;
import vn.phoihop.deploy.Port;

/** The Police's wish to be told of reports at an address. */
public final class Subscription {

  private final Lab lab;
  private final String id;
  private final String url;

  private Subscription(Lab lab, String all, String id) {
    this.lab = lab;
    this.id = id;
    this.url = all + "/" + id;
  }

  public static Subscription of(Lab lab, String receiver) {
    return of(lab, receiver, lab.token("police"));
  }

  public static Subscription of(Lab lab, String receiver, String token) {
    String all = lab.stack().url(Port.NOTIFICATION) + "/api/v1/subscriptions";
    String body = "{\"url\": \"%s\", \"eventTypes\": [\"incident.received\"]}".formatted(receiver);
    return new Subscription(lab, all, Api.post(all, token, body).get("id").asText());
  }

  public String id() {
    return id;
  }

  /** What happens meanwhile waits for {@link #resume}. */
  public void pause(String token) {
    JsonNode unused = Api.post(url + "/pause", token, "");
  }

  public void resume(String token) {
    JsonNode unused = Api.post(url + "/resume", token, "");
  }

  public void delete() {
    delete(lab.token("police"));
  }

  public void delete(String token) {
    Api.delete(url, token);
  }
}
