package vn.phoihop.liaison;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The other systems that the service talks to: Keycloak's admin API and a mail server. */
public class Peers implements QuarkusTestResourceLifecycleManager {

  private final WireMockServer keycloak =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
  private @Nullable GreenMail mail;

  @Override
  public Map<String, String> start() {
    keycloak.start();
    GreenMail started = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    started.start();
    mail = started;
    return Map.of(
        "quarkus.rest-client.keycloak.url", "http://127.0.0.1:" + keycloak.port(),
        "quarkus.mailer.host", "127.0.0.1",
        "quarkus.mailer.port", Integer.toString(started.getSmtp().getPort()),
        "phoihop.designation.expiry-check", "1s",
        "phoihop.keycloak.client-secret", "provisioner-secret");
  }

  @Override
  public void stop() {
    keycloak.stop();
    if (mail != null) {
      mail.stop();
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(keycloak, new TestInjector.MatchesType(WireMockServer.class));
    injector.injectIntoFields(mail, new TestInjector.MatchesType(GreenMail.class));
  }
}
