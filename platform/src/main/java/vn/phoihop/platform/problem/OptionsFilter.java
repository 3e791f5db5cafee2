package vn.phoihop.platform.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers OPTIONS by the methods that the path has (RFC 9110 §9.3.7); the framework would name
 * those of its neighbours too.
 */
@PreMatching
@Provider
@Singleton
class OptionsFilter implements ContainerRequestFilter {

  private final AllowedMethods methods;

  OptionsFilter(AllowedMethods methods) {
    this.methods = methods;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    if (context.getMethod().equals(HttpMethod.OPTIONS)) {
      String allowed = methods.of(context.getUriInfo().getRequestUri().getPath());
      if (!allowed.isEmpty()) {
        context.abortWith(
            Response.noContent().header(HttpHeaders.ALLOW, allowed + ", OPTIONS").build());
      }
    }
  }
}
