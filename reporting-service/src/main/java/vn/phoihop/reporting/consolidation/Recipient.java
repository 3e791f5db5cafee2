package vn.phoihop.reporting.consolidation;

/** To whom it is sent; codes of AUTHORITIES. */
enum Recipient {
  MINISTRY,
  CITY_PC
}
