package vn.phoihop.incident.report;

/**
 * Traffic Light Protocol 2.0 (FIRST): how far the content may be passed on. It never decides who
 * reads.
 */
public enum Tlp {
  RED,
  AMBER_STRICT,
  AMBER,
  GREEN,
  CLEAR
}
