package vn.phoihop.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import vn.phoihop.platform.problem.ProblemException;

/** Text in paths and queries keeps the rule of text in bodies. */
class TextGuard {

  @ServerRequestFilter
  void refuse(ContainerRequestContext request) {
    refuse("path:", request.getUriInfo().getPathParameters());
    refuse("query:", request.getUriInfo().getQueryParameters());
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
