package vn.phoihop.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.problem.ProblemException;

/**
 * Text in paths and queries keeps the rule of text in bodies. A query parameter without a value is
 * refused: taken for one that is not there, it would answer with all that the caller did not ask
 * for.
 */
class TextGuard {

  @ServerRequestFilter
  void refuse(ContainerRequestContext request) {
    refuse("path:", request.getUriInfo().getPathParameters());
    MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
    refuse("query:", query);
    query.forEach(
        (name, texts) -> {
          if (texts.contains("")) {
            throw ProblemException.invalid(
                "query:" + name, name.equals("cursor") ? "CURSOR" : "FORMAT");
          }
        });
  }

  private static void refuse(String place, @Nullable MultivaluedMap<String, String> values) {
    if (values == null) {
      return;
    }
    values.forEach(
        (name, texts) ->
            texts.forEach(
                text -> {
                  String fault = StrictText.fault(text);
                  if (fault != null) {
                    throw ProblemException.invalid(place + name, fault);
                  }
                }));
  }
}
