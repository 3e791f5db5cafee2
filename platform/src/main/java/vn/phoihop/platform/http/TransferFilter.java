package vn.phoihop.platform.http;

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

  TransferFilter(TransferLimits limits) {
    this.limits = limits;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    limits.count();
  }
}
