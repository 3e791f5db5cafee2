package vn.phoihop.notification.preference;

/** What notices are about, as far as a person may choose how to be told. */
public enum NoticeClass {
  /** Who may act for the enterprise. */
  ACCESS(true),
  /** A request for information has come in. */
  REQUEST(true),
  /** Something that was owed has not come. */
  OVERDUE(true),
  /** Nobody has taken up what came in. */
  ESCALATION(true),
  /** Whether the party's systems take what is sent to them. */
  CONNECTION(true),
  /** What became of the enterprise's reports. */
  INCIDENT(false),
  /** Something is due soon. */
  REMINDER(false);

  private final boolean mandatory;

  NoticeClass(boolean mandatory) {
    this.mandatory = mandatory;
  }

  /** Told at once, whatever the person would like. */
  public boolean isMandatory() {
    return mandatory;
  }
}
