package vn.phoihop.notification.sms;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What fits into one short message. Vietnamese loses its diacritics: with them a message has 70
 * characters (UCS-2) and the reference number leaves no room to say what has happened; without them
 * it has 160 (GSM 03.38), shows on every telephone, and reads as short messages in Viet Nam do.
 */
public final class SmsText {

  public static final int MOST = 160;

  /** The letters of the GSM default alphabet that ASCII has too, each one septet. */
  private static final Pattern GSM = Pattern.compile("[A-Za-z0-9 \\n@$!\"#%&'()*+,\\-./:;<=>?_]*");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_IN_A_NUMBER = Pattern.compile("[ ().-]");

  private SmsText() {}

  /** The text in letters that every telephone has. */
  public static String plain(String text) {
    String letters = text.replace('đ', 'd').replace('Đ', 'D');
    return MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD)).replaceAll("");
  }

  /** Whether it is one message. */
  public static boolean fits(String text) {
    return text.length() <= MOST && GSM.matcher(text).matches();
  }

  /** A Vietnamese or international number as E.164; empty where it is none. */
  public static Optional<String> e164(String phone) {
    String digits = NOT_IN_A_NUMBER.matcher(phone).replaceAll("");
    String international =
        digits.startsWith("+")
            ? digits
            : digits.startsWith("00")
                ? "+" + digits.substring(2)
                : digits.startsWith("0")
                    ? "+84" + digits.substring(1)
                    : digits.startsWith("84") ? "+" + digits : "";
    return international.matches("\\+[1-9][0-9]{7,14}")
        ? Optional.of(international)
        : Optional.empty();
  }
}
