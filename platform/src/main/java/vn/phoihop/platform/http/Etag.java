package vn.phoihop.platform.http;

/** The strong entity tag of an object: its sequence. */
public final class Etag {

  private Etag() {}

  /** The value of the ETag header. */
  public static String of(long sequence) {
    return "\"" + sequence + "\"";
  }
}
