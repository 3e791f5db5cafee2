package vn.phoihop.deploy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Fetches the sealed audit trails of the four services; run from its source by deploy/audit.
 * PHOIHOP_TOKEN holds the auditor's token. Each export is a file of its own: kept, it is the
 * witness against which later ones are held.
 */
final class AuditExport {
  private static final List<String> SERVICES =
      List.of("liaison", "incident", "reporting", "notification");
  private static final int FIRST_PORT = 8081;

  private AuditExport() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    String token = System.getenv("PHOIHOP_TOKEN");
    String offset = System.getenv().getOrDefault("PHOIHOP_PORT_OFFSET", "0");
    String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "");
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < SERVICES.size(); i++) {
      Path file = folder.resolve(SERVICES.get(i) + "-" + time + ".ndjson");
      Path part = folder.resolve(file.getFileName() + ".part");
      int port = FIRST_PORT + i + Integer.parseInt(offset);
      HttpResponse<Path> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("http://localhost:" + port + "/api/v1/audit/export"))
                  .header("Authorization", "Bearer " + token)
                  .build(),
              HttpResponse.BodyHandlers.ofFile(part));
      if (answer.statusCode() != 200) {
        Files.delete(part);
        System.err.println(SERVICES.get(i) + " answered " + answer.statusCode());
        System.exit(1);
      }
      Files.move(part, file);
      System.out.println(file);
    }
  }
}
