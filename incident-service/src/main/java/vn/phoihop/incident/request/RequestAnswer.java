package vn.phoihop.incident.request;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.outbox.EventJson;

/** A version of the answer: every item answered so far, sealed by a hash. */
@Entity
@Immutable
@Table(name = "information_request_answer")
class RequestAnswer {

  /** What is sealed. */
  record Sealed(UUID requestId, int version, Instant at, List<AnsweredItem> items) {}

  @Id private UUID id;
  private UUID requestId;
  private int version;
  private String writtenBy;
  @Nullable private UUID person;
  private Instant at;

  @ColumnTransformer(write = "cast(? as json)")
  private String content;

  private List<UUID> documents;
  private int completeness;
  @Nullable private Boolean onTime;
  private String sha256;

  protected RequestAnswer() {}

  /** Of a request that was just answered. */
  RequestAnswer(
      UUID id, InformationRequest request, List<AnsweredItem> items, Caller by, Instant at) {
    this.id = id;
    this.requestId = request.id();
    this.version = request.progress().answers();
    this.writtenBy = by.party();
    this.person = by.person();
    this.at = at;
    this.content = EventJson.write(new Sealed(requestId, version, at, items));
    this.documents =
        items.stream()
            .flatMap(item -> item.documents().stream())
            .map(AnsweredItem.File::id)
            .distinct()
            .toList();
    Integer percent = request.progress().completeness();
    this.completeness = percent == null ? 0 : percent;
    this.onTime = request.progress().onTime();
    this.sha256 = sha256(content);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  List<AnsweredItem> items() {
    return Json.read(content, Sealed.class).items();
  }

  List<UUID> documents() {
    return documents;
  }

  int version() {
    return version;
  }

  Instant at() {
    return at;
  }

  int completeness() {
    return completeness;
  }

  @Nullable Boolean onTime() {
    return onTime;
  }

  String sha256() {
    return sha256;
  }
}
