package vn.phoihop.platform.http;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.crypto.KeyRing;
import vn.phoihop.platform.crypto.Macs;
import vn.phoihop.platform.identity.Caller;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.problem.ProblemException;

/**
 * Keyset cursors: opaque, authenticated, and bound to the caller's party and to the list with its
 * filters, so that a cursor of one list opens no other. Of public lists nobody may be the caller.
 */
@Singleton
public class Cursors {

  private static final byte VERSION = 1;
  private static final int MAC_BYTES = 16;
  private static final int POSITION_BYTES = 1 + 8 + 4 + 16;

  private final KeyRing keys;
  private final CurrentCaller callers;

  Cursors(KeyRing keys, CurrentCaller callers) {
    this.keys = keys;
    this.callers = callers;
  }

  /**
   * Where the page begins, or null at the first one.
   *
   * @param scope names the list and its filters, {@code incidents?state=RECEIVED}
   */
  public @Nullable Position decode(PageRequest request, String scope) {
    if (request.cursor() == null) {
      return null;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(request.cursor());
      if (bytes.length != POSITION_BYTES + MAC_BYTES || bytes[0] != VERSION) {
        throw bad();
      }
      byte[] position = Arrays.copyOf(bytes, POSITION_BYTES);
      byte[] mac = Arrays.copyOfRange(bytes, POSITION_BYTES, bytes.length);
      if (!MessageDigest.isEqual(mac, mac(position, scope))) {
        throw bad();
      }
      ByteBuffer buffer = ByteBuffer.wrap(position, 1, POSITION_BYTES - 1);
      Instant at = Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
      return new Position(at, new UUID(buffer.getLong(), buffer.getLong()));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw bad();
    }
  }

  /** The number of the row after which the page begins, in a list ordered by it; 0 at the first. */
  public long decodeNumber(PageRequest request, String scope) {
    Position last = decode(request, scope);
    return last == null ? 0 : last.number();
  }

  /**
   * The page of the rows read; one row more than {@code limit} was asked for, and tells whether
   * there is a next page.
   */
  public <T> Page<T> page(
      List<T> rows, PageRequest request, String scope, Function<T, Position> position) {
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, null);
    }
    List<T> items = List.copyOf(rows.subList(0, request.limit()));
    return new Page<>(items, encode(position.apply(items.get(items.size() - 1)), scope));
  }

  /**
   * The page of a list that is small by nature and at hand whole.
   *
   * @param key tells its items apart, and stays an item's own when the list changes
   */
  public <T> Page<T> pageOf(
      List<T> whole, PageRequest request, String scope, Function<T, String> key) {
    Function<T, Position> position =
        item ->
            new Position(
                Instant.EPOCH,
                UUID.nameUUIDFromBytes(key.apply(item).getBytes(StandardCharsets.UTF_8)));
    Position last = decode(request, scope);
    int from = last == null ? 0 : whole.stream().map(position).toList().indexOf(last) + 1;
    if (last != null && from == 0) {
      throw bad();
    }
    int to = Math.min(whole.size(), from + request.limit() + 1);
    return page(whole.subList(from, to), request, scope, position);
  }

  /** The cursor after a row: the last of a page, or how far a list that only grows was followed. */
  public String encode(Position last, String scope) {
    byte[] position =
        ByteBuffer.allocate(POSITION_BYTES)
            .put(VERSION)
            .putLong(last.at().getEpochSecond())
            .putInt(last.at().getNano())
            .putLong(last.id().getMostSignificantBits())
            .putLong(last.id().getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(POSITION_BYTES + MAC_BYTES)
                .put(position)
                .put(mac(position, scope))
                .array());
  }

  private byte[] mac(byte[] position, String scope) {
    Caller caller = callers.orNull();
    String party = caller == null ? "" : caller.party();
    byte[] binding = (party + "\n" + scope).getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(
        Macs.hmacSha256(keys.current("cursor").bytes(), position, binding), MAC_BYTES);
  }

  private static ProblemException bad() {
    return ProblemException.invalid("query:cursor", "CURSOR");
  }
}
