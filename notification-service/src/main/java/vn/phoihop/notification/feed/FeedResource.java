package vn.phoihop.notification.feed;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.identity.CurrentCaller;
import vn.phoihop.platform.identity.Roles;
import vn.phoihop.platform.problem.ProblemException;

@Path("/api/v1/feed")
@Tag(name = "Feed", description = "What the caller's party was told, to be fetched")
class FeedResource {

  private static final int RECONNECT_MILLIS = 5_000;
  private static final List<String> TOKENS = List.of("access_token", "token", "authorization");

  private static final String PAGE_EXAMPLE =
      """
      {"items": [{"seq": 7, "id": "019a1f6e-7c00-7000-8000-000000000007", "type": "incident.received",
        "at": "2026-03-10T02:00:00Z", "body": {"type": "incident.received",
          "timestamp": "2026-03-10T02:00:00Z", "data": {
            "id": "019a1f6e-7c00-7000-8000-000000000003", "receiptNumber": "TB-2026-000123",
            "violationTypes": ["TEL_BYPASS_SIMBOX"], "state": "RECEIVED", "stage": "EARLY",
            "version": 1, "sequence": 1, "tlp": "AMBER"}}}],
       "next": "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAf3", "done": true}""";

  private static final String STREAM_EXAMPLE =
      """
      retry:5000
      : hb

      id:7
      event:incident.received
      data:{"type":"incident.received","timestamp":"2026-03-10T02:00:00Z","data":{"id":"019a1f6e-7c00-7000-8000-000000000003"}}

      """;

  private final FeedService service;
  private final FeedStreams streams;
  private final CurrentCaller callers;
  private final JsonWebToken token;

  FeedResource(
      FeedService service, FeedStreams streams, CurrentCaller callers, JsonWebToken token) {
    this.service = service;
    this.streams = streams;
    this.callers = callers;
    this.token = token;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE})
  @Operation(
      operationId = "readFeed",
      summary = "Read the feed",
      description =
          "Every event that the caller's party is told, oldest first, with or without a subscription, from the beginning of"
              + " time. Keep next and come again with it: what comes later comes after it, nothing is passed over, and nothing"
              + " comes twice. One call looks through 1,000 entries at most: with eventTypes a page may be empty, and done false.")
  @APIResponse(
      responseCode = "200",
      description = "A page of the feed.",
      content =
          @Content(
              schema = @Schema(implementation = FeedPage.class),
              examples = @ExampleObject(name = "one", value = PAGE_EXAMPLE)))
  public FeedPage read(@Valid @BeanParam PageRequest page, @Valid @BeanParam FeedFilter filter) {
    return service.page(page, filter);
  }

  @GET
  @Path("/stream")
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed({Roles.DEPARTMENT, Roles.AGENCY, Roles.ENTERPRISE})
  @Operation(
      operationId = "streamFeed",
      summary = "Follow the feed",
      description =
          "The same events as server-sent events, as they come: id is seq, event the type, data the webhook's body. A client"
              + " that comes again says by Last-Event-ID which it has seen last. A comment shows every 15 s that the line is"
              + " alive. The stream ends when the token expires, when the service stops, and when the client takes nothing for"
              + " 30 s. The token comes in Authorization alone.")
  @APIResponse(
      responseCode = "200",
      description = "Events, without end.",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "one", value = STREAM_EXAMPLE)))
  public Multi<OutboundSseEvent> stream(
      @Valid @BeanParam FeedFilter filter,
      @HeaderParam("Last-Event-ID")
          @Parameter(
              description =
                  "seq of the last event that was seen; counts more than since. Without both, from the beginning",
              schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
          @Nullable String lastEventId,
      @Context UriInfo address,
      @Context HttpServerRequest request,
      @Context Sse sse) {
    for (String name : TOKENS) {
      if (address.getQueryParameters().containsKey(name)) {
        // Addresses are logged on the way.
        throw ProblemException.invalid("query:" + name, "TOKEN_IN_ADDRESS");
      }
    }
    ConnectionBase connection = (ConnectionBase) request.connection();
    return streams
        .open(
            callers.get().party(),
            service.start(filter, lastEventId),
            filter.types(),
            Instant.ofEpochSecond(token.getExpirationTime()),
            // At once: whatever passes Vert.x's own handler waits until all is sent.
            () -> connection.channel().pipeline().firstContext().close())
        .map(item -> event(sse, item));
  }

  private static OutboundSseEvent event(Sse sse, Optional<FeedItem> item) {
    OutboundSseEvent.Builder builder = sse.newEventBuilder();
    return item.map(
            said ->
                builder
                    .id(Long.toString(said.seq()))
                    .name(said.type())
                    .data(String.class, said.body())
                    .build())
        .orElseGet(() -> builder.reconnectDelay(RECONNECT_MILLIS).comment(" hb").build());
  }
}
