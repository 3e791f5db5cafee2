package vn.phoihop.platform.outbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import vn.phoihop.platform.test.Database;
import vn.phoihop.platform.test.Events;
import vn.phoihop.platform.test.Tokens;

@QuarkusTest
class UnsentEventTest {

  private static final String UNSENT = "/api/v1/unsent-events";

  @Inject OutboxPurge purge;

  @Test
  void a_refused_event_holds_back_its_object_until_the_operator_releases_it() throws SQLException {
    UUID aggregate = UUID.randomUUID();
    UUID refused = row(aggregate, 1, "now()");
    row(aggregate, 2, "NULL");
    operator()
        .get(UNSENT)
        .then()
        .statusCode(200)
        .body("items.id", hasItem(refused.toString()))
        .body("items.find { it.id == '" + refused + "' }.waiting", equalTo(1))
        .body("items.find { it.id == '" + refused + "' }.sizeBytes", greaterThan(10));
    // Others leave, also those that came later.
    UUID other = UUID.randomUUID();
    row(other, 1, "NULL");
    Events.await("phoihop.platform", e -> other.toString().equals(e.key()));
    assertEquals(
        2,
        Database.count(
            "SELECT count(*) FROM outbox WHERE aggregate_id = ? AND published_at IS NULL",
            aggregate));

    operator().post(UNSENT + "/" + refused + "/release").then().statusCode(200);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Database.count(
                        "SELECT count(*) FROM outbox WHERE aggregate_id = ? AND published_at IS NOT NULL",
                        aggregate)
                    == 2);
    operator().get(UNSENT).then().body("items.id", not(hasItem(refused.toString())));
    operator().post(UNSENT + "/" + refused + "/release").then().statusCode(404);
    assertEquals(
        1,
        Database.count(
            "SELECT count(*) FROM audit WHERE object_id = ? AND action = 'unsent_event.released' AND party = 'OPERATOR'",
            refused));
  }

  @Test
  void what_left_more_than_a_week_ago_is_forgotten_and_nothing_else() throws SQLException {
    UUID old = UUID.randomUUID();
    UUID young = UUID.randomUUID();
    UUID unsent = UUID.randomUUID();
    aged(row(old, 1, "NULL"), "8 days", "8 days");
    aged(row(young, 1, "NULL"), "8 days", "6 days");
    UUID waiting = row(unsent, 1, "now()");
    Database.asSuperuser(
        c ->
            c.createStatement()
                .executeUpdate(
                    "UPDATE outbox SET created_at = now() - interval '9 days' WHERE id = '"
                        + waiting
                        + "'"));
    purge.forgetSent();
    assertEquals(0, rows(old));
    assertEquals(1, rows(young));
    assertEquals(1, rows(unsent), "what never left is never forgotten");
  }

  /** Once it has left: the relay would mark it as sent just now. */
  private static void aged(UUID id, String created, String published) throws SQLException {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Database.count(
                        "SELECT count(*) FROM outbox WHERE id = ? AND published_at IS NOT NULL", id)
                    == 1);
    Database.asSuperuser(
        c ->
            c.createStatement()
                .executeUpdate(
                    "UPDATE outbox SET created_at = now() - interval '"
                        + created
                        + "', published_at = now() - interval '"
                        + published
                        + "' WHERE id = '"
                        + id
                        + "'"));
  }

  private static long rows(UUID aggregate) throws SQLException {
    return Database.count("SELECT count(*) FROM outbox WHERE aggregate_id = ?", aggregate);
  }

  private static UUID row(UUID aggregate, int version, String failedAt) throws SQLException {
    UUID id = UUID.randomUUID();
    Database.asSuperuser(
        c ->
            c.createStatement()
                .executeUpdate(
                    "INSERT INTO outbox (id, topic, type, aggregate_id, aggregate_version, occurred_at, payload, failed_at)"
                        + " VALUES ('"
                        + id
                        + "', 'phoihop.platform', 'note.told', '"
                        + aggregate
                        + "', "
                        + version
                        + ", now(), '{\"told\": true}', "
                        + failedAt
                        + ")"));
    return id;
  }

  private static RequestSpecification operator() {
    return given().auth().oauth2(Tokens.operator());
  }
}
