package vn.phoihop.reporting.consolidation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import vn.phoihop.reporting.document.DocumentContent;
import vn.phoihop.reporting.document.DocumentContent.Source;
import vn.phoihop.reporting.document.DocumentFormat;

/** A document that is asked for, and what is known of it before it is made. */
record DocumentRequest(DocumentFormat format, DocumentContent content, List<Source> sources) {

  /** Signing is all that changes it after it was frozen. */
  String tag() {
    return content.snapshot() + (content.signing() == null ? "" : "-signed");
  }

  /** The header that makes a browser save it under its name (RFC 6266, RFC 8187). */
  String disposition() {
    String which =
        content.period() + "-" + content.number() + "." + format.name().toLowerCase(Locale.ROOT);
    return "attachment; filename=\"bao-cao-tong-hop-"
        + which
        + "\"; filename*=UTF-8''"
        + encoded("báo-cáo-tổng-hợp-")
        + which;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
