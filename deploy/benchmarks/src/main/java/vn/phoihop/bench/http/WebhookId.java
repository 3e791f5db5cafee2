package vn.phoihop.bench.http;

/** Of what a webhook tells, by which it is known again: the id of its data. */
public final class WebhookId {

  public static final String DATA = "\"data\":{\"id\":\"";

  private WebhookId() {}

  /** Empty where there is none. */
  public static String of(String body) {
    int at = body.indexOf(DATA);
    return at < 0 ? "" : body.substring(at + DATA.length(), body.indexOf('"', at + DATA.length()));
  }
}
