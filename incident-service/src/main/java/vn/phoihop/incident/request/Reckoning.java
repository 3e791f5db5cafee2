package vn.phoihop.incident.request;

import vn.phoihop.platform.time.WorkingCalendar;

/** By what a clock that runs again is reckoned. */
record Reckoning(WorkingCalendar calendar, Timing timing) {}
