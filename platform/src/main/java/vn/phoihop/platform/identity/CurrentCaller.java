package vn.phoihop.platform.identity;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The caller of the request, or SYSTEM where {@link SystemParty} was entered. */
@Singleton
public class CurrentCaller {

  private final SystemParty system;
  private final Instance<CurrentIdentityAssociation> identities;

  CurrentCaller(SystemParty system, Instance<CurrentIdentityAssociation> identities) {
    this.system = system;
    this.identities = identities;
  }

  /**
   * The caller.
   *
   * @throws IllegalStateException where nobody is: an anonymous request, or work outside a request
   *     and outside SYSTEM
   */
  public Caller get() {
    Caller caller = orNull();
    if (caller == null) {
      throw new IllegalStateException("nobody is calling");
    }
    return caller;
  }

  /** The caller, or null where nobody is. */
  public @Nullable Caller orNull() {
    if (system.isEntered()) {
      return Caller.SYSTEM;
    }
    if (!Arc.container().requestContext().isActive()) {
      return null;
    }
    SecurityIdentity identity = identities.get().getIdentity();
    return identity.getAttribute(CallerAugmentor.ATTRIBUTE);
  }
}
