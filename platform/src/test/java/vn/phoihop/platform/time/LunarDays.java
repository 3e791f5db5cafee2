package vn.phoihop.platform.time;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;

/**
 * Public holidays by somebody else's astronomy: ICU's lunisolar calendar, its new moons taken at
 * UTC+7 as Vietnam does (China's are an hour later, which now and then is another day).
 */
class LunarDays extends ChineseCalendar {

  private static final long serialVersionUID = 1L;
  private static final TimeZone HANOI = TimeZone.getTimeZone("GMT+7");

  LunarDays() {
    super(HANOI, ULocale.ENGLISH, HANOI);
  }

  boolean is(LocalDate day, int lunarMonth, int lunarDay) {
    setTimeInMillis(day.atTime(12, 0).toInstant(ZoneOffset.ofHours(7)).toEpochMilli());
    return get(IS_LEAP_MONTH) == 0 && get(MONTH) == lunarMonth - 1 && get(DAY_OF_MONTH) == lunarDay;
  }

  /** The day of a year, e.g. 10/3 for the Hùng Kings. */
  LocalDate of(int year, int lunarMonth, int lunarDay) {
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(day -> is(day, lunarMonth, lunarDay))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The days off of a year by law: fixed, Tết from its eve to the fourth, Hùng Kings; moved off
   * weekends.
   */
  Set<LocalDate> holidays(int year) {
    Set<LocalDate> days = new TreeSet<>();
    LocalDate tet = of(year, 1, 1);
    for (int i = -1; i <= 3; i++) {
      days.add(tet.plusDays(i));
    }
    days.add(of(year, 3, 10));
    days.add(LocalDate.of(year, 1, 1));
    days.add(LocalDate.of(year, 4, 30));
    days.add(LocalDate.of(year, 5, 1));
    days.add(LocalDate.of(year, 9, 2));
    for (LocalDate day : Set.copyOf(days)) {
      if (day.getDayOfWeek().getValue() > 5) {
        LocalDate instead = day;
        while (instead.getDayOfWeek().getValue() > 5 || days.contains(instead)) {
          instead = instead.plusDays(1);
        }
        days.add(instead);
      }
    }
    return days;
  }
}
