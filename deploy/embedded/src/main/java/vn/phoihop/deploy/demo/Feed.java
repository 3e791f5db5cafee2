package vn.phoihop.deploy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.phoihop.deploy.Port;
import vn.phoihop.deploy.Token;

/**
 * The other way to hear: the Police's system fetches what it was told, by pages and as a stream.
 */
final class Feed {
  private static final String FEED = "/api/v1/feed";

  private final Api api;
  private final Token tokens;
  private final Story story;

  Feed(Api api, Token tokens, Story story) {
    this.api = api;
    this.tokens = tokens;
    this.story = story;
  }

  /** The cursor behind which nothing is yet. */
  String bookmark(String type) {
    return api.expect(
            "Their system keeps the cursor up to which it has read their feed",
            200,
            api.get(
                Port.NOTIFICATION,
                "%s?eventTypes=%s&since=%s".formatted(FEED, type, Instant.now()),
                tokens.of("agency-police")))
        .string("/next");
  }

  /** Behind the bookmark are these webhooks and nothing else. */
  void hasTheSame(String type, String bookmark, List<Webhook> webhooks) {
    String path = "%s?eventTypes=%s&cursor=%s".formatted(FEED, type, bookmark);
    String agency = tokens.of("agency-police");
    List<JsonNode> items =
        Waiting.until(
            "what the webhooks said, in the feed",
            () ->
                Optional.of(items(api.get(Port.NOTIFICATION, path, agency)))
                    .filter(all -> all.size() >= webhooks.size()));
    story.step("From that cursor on, the feed has what the webhooks said, under the same ids");
    for (JsonNode item : items) {
      story.detail(
          "%s  %s %s"
              .formatted(
                  item.path("seq").asText(), item.path("id").asText(), item.path("type").asText()));
    }
    story.check(
        webhooks.stream()
                .map(Webhook::id)
                .collect(Collectors.toSet())
                .equals(items.stream().map(i -> i.path("id").asText()).collect(Collectors.toSet()))
            && items.size() == webhooks.size(),
        "the feed has %s, the webhooks were %s".formatted(items, webhooks));
    follows(type, items, agency);
  }

  private void follows(String type, List<JsonNode> items, String agency) {
    long before = items.get(0).path("seq").asLong() - 1;
    List<String> lines =
        api.follow(
            Port.NOTIFICATION,
            "%s/stream?eventTypes=%s".formatted(FEED, type),
            agency,
            Map.of("Last-Event-ID", Long.toString(before)),
            said -> said.stream().filter(line -> line.startsWith("data:")).count() >= items.size());
    story.step("And the stream goes on behind the last event that they have seen");
    lines.stream().filter(line -> !line.isEmpty()).forEach(story::detail);
    List<String> expected = new ArrayList<>();
    items.forEach(item -> expected.add("id:" + item.path("seq").asText()));
    story.check(
        lines.stream().filter(line -> line.startsWith("id:")).toList().equals(expected),
        "the stream should say " + expected);
  }

  private static List<JsonNode> items(Answer page) {
    List<JsonNode> items = new ArrayList<>();
    page.body().path("items").forEach(items::add);
    return items;
  }
}
