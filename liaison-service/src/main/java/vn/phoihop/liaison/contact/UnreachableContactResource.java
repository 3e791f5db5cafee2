package vn.phoihop.liaison.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/unreachable-contacts")
@Tag(name = "Contacts", description = "To whom mail does not arrive")
class UnreachableContactResource {

  private final ReachabilityService service;

  UnreachableContactResource(ReachabilityService service) {
    this.service = service;
  }

  @GET
  @RolesAllowed({Roles.DEPARTMENT, Roles.ENTERPRISE})
  @Operation(
      operationId = "listUnreachableContacts",
      summary = "List the contacts that mail does not reach",
      description =
          """
          Newest first: all for the Department, its own for an enterprise. A contact is on the list from the first mail \
          that is refused or comes back until one is taken again; a person with another address is another contact.""")
  @APIResponse(responseCode = "200", description = "A page")
  public Page<UnreachableContactView> list(@Valid @BeanParam PageRequest page) {
    return service.page(page);
  }
}
