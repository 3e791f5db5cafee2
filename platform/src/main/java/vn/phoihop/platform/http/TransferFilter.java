package vn.phoihop.platform.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Counts {@link Transfer} operations, before anything of a body is read. */
@Transfer
@Provider
@Singleton
class TransferFilter implements ContainerRequestFilter {

  private final TransferLimits limits;
  private final RoutingContext routing;

  TransferFilter(TransferLimits limits, RoutingContext routing) {
    this.limits = limits;
    this.routing = routing;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    limits.count(routing);
  }
}
