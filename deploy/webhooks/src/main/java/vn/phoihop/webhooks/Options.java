package vn.phoihop.webhooks;

import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What the kit was asked to try. */
record Options(
    URI url,
    Optional<Secret> secret,
    Optional<Secret> old,
    Optional<PrivateKey> key,
    Optional<String> origin,
    Optional<Path> ca) {

  static Options parse(List<String> arguments) {
    Optional<URI> url = Optional.empty();
    Optional<Secret> secret = Optional.empty();
    Optional<Secret> old = Optional.empty();
    Optional<PrivateKey> key = Optional.empty();
    Optional<String> origin = Optional.empty();
    Optional<Path> ca = Optional.empty();
    for (Iterator<String> left = arguments.iterator(); left.hasNext(); ) {
      String argument = left.next();
      switch (argument) {
        case "--secret" -> secret = Optional.of(Secret.parse(value(argument, left)));
        case "--old-secret" -> old = Optional.of(Secret.parse(value(argument, left)));
        case "--key" -> key = Optional.of(PrivateKey.parse(value(argument, left)));
        case "--origin" -> origin = Optional.of(value(argument, left));
        case "--ca" -> ca = Optional.of(Path.of(value(argument, left)));
        default -> {
          if (argument.startsWith("-")) {
            throw new Refusal("unknown option " + argument);
          }
          if (url.isPresent()) {
            throw new Refusal("one URL at a time, not also " + argument);
          }
          url = Optional.of(url(argument));
        }
      }
    }
    if (secret.isEmpty() && key.isEmpty()) {
      throw new Refusal("--secret whsec_... or --key whsk_... is wanted");
    }
    return new Options(
        url.orElseThrow(() -> new Refusal("the URL of the receiver is wanted")),
        secret,
        old,
        key,
        origin,
        ca);
  }

  /** Whom the receiver trusts: the secret's holder, or the key's where there is no secret. */
  Signer signer() {
    return secret.<Signer>map(one -> one).orElseGet(key::orElseThrow);
  }

  private static String value(String option, Iterator<String> left) {
    if (!left.hasNext()) {
      throw new Refusal(option + " wants a value");
    }
    return left.next();
  }

  private static URI url(String text) {
    try {
      URI url = URI.create(text);
      if (url.getHost() != null
          && url.getUserInfo() == null
          && ("http".equalsIgnoreCase(url.getScheme())
              || "https".equalsIgnoreCase(url.getScheme()))) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new Refusal("not an http or https URL: " + text);
  }
}
