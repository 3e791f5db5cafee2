package vn.phoihop.platform.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Turns a verified token into a {@link Caller}. Exactly one known group, and a party that fits it;
 * anything else is an authentication failure, so that no later code meets a half-known caller.
 * SYSTEM never comes from a token.
 */
@Singleton
class CallerAugmentor implements SecurityIdentityAugmentor {

  static final String ATTRIBUTE = "phoihop.caller";

  private static final Set<String> GROUPS =
      Set.of(Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE, Roles.AUDITOR, Roles.OPERATOR);
  private static final Set<String> RESERVED =
      Set.of(Caller.SYSTEM_PARTY, Caller.DEPARTMENT_PARTY, "AUDITOR", "OPERATOR");
  private static final Pattern AUTHORITY = Pattern.compile("[A-Z][A-Z_]{1,39}");

  private final KnownTokens tokens;

  CallerAugmentor(KnownTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)
        || identity.getAttribute(ATTRIBUTE) != null) {
      return Uni.createFrom().item(identity);
    }
    Caller caller = callerOf(token);
    if (caller == null) {
      return Uni.createFrom()
          .failure(new AuthenticationFailedException("group and party do not fit"));
    }
    SecurityIdentity known = identityOf(identity, caller);
    tokens.remember(
        token.getRawToken(),
        Instant.ofEpochSecond(token.getExpirationTime()),
        known,
        clientOf(token, caller));
    return Uni.createFrom().item(known);
  }

  /** Of the token alone: other requests are answered with it too. */
  private static SecurityIdentity identityOf(SecurityIdentity identity, Caller caller) {
    QuarkusSecurityIdentity.Builder builder =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(identity.getPrincipal())
            .addCredentials(identity.getCredentials())
            .addRoles(identity.getRoles())
            .addRole(caller.role())
            .addAttribute(ATTRIBUTE, caller);
    identity.getAttributes().entrySet().stream()
        .filter(attribute -> !(attribute.getValue() instanceof RoutingContext))
        .forEach(attribute -> builder.addAttribute(attribute.getKey(), attribute.getValue()));
    return builder.build();
  }

  static @Nullable Caller callerOf(JsonWebToken token) {
    Set<String> groups = new HashSet<>(Objects.requireNonNullElse(token.getGroups(), Set.of()));
    groups.retainAll(GROUPS);
    String party = token.getClaim("party");
    String subject = token.getSubject();
    if (groups.size() != 1 || party == null || subject == null) {
      return null;
    }
    String role = groups.iterator().next();
    if (!fits(role, party)) {
      return null;
    }
    String person = token.getClaim("person");
    UUID personId = person == null ? null : uuid(person);
    if (person != null && personId == null) {
      return null;
    }
    return new Caller(
        party,
        role,
        subject,
        personId,
        strings(token.getClaim("scope")),
        strings(token.getClaim("duties")));
  }

  /**
   * Whom limits count: a machine's client; a person by himself, since all share one browser client.
   */
  private static String clientOf(JsonWebToken token, Caller caller) {
    String client = token.getClaim("azp");
    return caller.isMachine() && client != null
        ? "client " + client
        : "subject " + caller.subject();
  }

  private static boolean fits(String role, String party) {
    return switch (role) {
      case Roles.DEPARTMENT -> party.equals(Caller.DEPARTMENT_PARTY);
      case Roles.AUDITOR -> party.equals("AUDITOR");
      case Roles.OPERATOR -> party.equals("OPERATOR");
      case Roles.AGENCY -> AUTHORITY.matcher(party).matches() && !RESERVED.contains(party);
      default -> {
        UUID id = uuid(party);
        yield id != null && id.toString().equals(party);
      }
    };
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * A claim that holds many values comes as a JSON array, a collection, or (OAuth's own scope) one
   * spaced string.
   */
  private static Set<String> strings(@Nullable Object claim) {
    if (claim instanceof JsonArray array) {
      return Set.copyOf(array.getValuesAs(JsonString::getString));
    }
    if (claim instanceof Collection<?> many) {
      return Set.copyOf(many.stream().map(String::valueOf).toList());
    }
    if (claim instanceof String one) {
      return Set.copyOf(new HashSet<>(List.of(one.split(" "))));
    }
    return Set.of();
  }
}
