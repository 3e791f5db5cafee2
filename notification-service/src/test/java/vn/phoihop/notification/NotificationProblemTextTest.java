package vn.phoihop.notification;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.phoihop.notification.address.RefusedTarget;
import vn.phoihop.platform.test.ProblemTextTest;

class NotificationProblemTextTest extends ProblemTextTest {

  @ParameterizedTest
  @EnumSource
  void every_refusal_of_an_address_has_a_message(RefusedTarget.Reason reason) {
    for (String language : new String[] {"vi", "en"}) {
      var texts =
          java.util.ResourceBundle.getBundle("problems", java.util.Locale.forLanguageTag(language));
      assertTrue(texts.containsKey("error." + reason), language + " " + reason);
    }
  }
}
