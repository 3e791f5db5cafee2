package vn.phoihop.notification.address;

/** How far an address may be trusted as the target of a call that a stranger asked for. */
public enum Tier {
  /** Routed on the public internet. */
  PUBLIC,
  /** A network of an organisation: open to the parties whose networks the operator has listed. */
  PRIVATE,
  /** This machine, its cloud, or no machine at all: open only where the operator names the host. */
  FORBIDDEN
}
