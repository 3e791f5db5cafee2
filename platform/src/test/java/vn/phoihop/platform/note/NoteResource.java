package vn.phoihop.platform.note;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import vn.phoihop.platform.http.Etag;
import vn.phoihop.platform.http.IfMatch;
import vn.phoihop.platform.http.Page;
import vn.phoihop.platform.http.PageRequest;
import vn.phoihop.platform.idempotency.Idempotent;
import vn.phoihop.platform.identity.Roles;

@Path("/api/v1/notes")
class NoteResource {

  private final NoteService notes;

  NoteResource(NoteService notes) {
    this.notes = notes;
  }

  @POST
  @RolesAllowed({Roles.ENTERPRISE, Roles.AGENCY})
  @Idempotent(secrets = "secret")
  public Response write(@Valid @NotNull WriteNote body) {
    NoteView note = notes.write(body);
    return Response.created(URI.create("/api/v1/notes/" + note.id()))
        .header("ETag", Etag.of(note.sequence()))
        .entity(note)
        .build();
  }

  @GET
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT})
  public Page<NoteView> list(@Valid @BeanParam PageRequest page) {
    return notes.list(page);
  }

  @GET
  @Path("{id}")
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT, Roles.AGENCY})
  public NoteView get(@PathParam("id") UUID id) {
    return notes.get(id);
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.ENTERPRISE)
  public NoteView replace(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
    return notes.replace(id, ifMatch);
  }

  @POST
  @Path("{id}/close")
  @RolesAllowed({Roles.ENTERPRISE, Roles.DEPARTMENT})
  @Idempotent
  public NoteView close(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
    return notes.close(id, ifMatch);
  }

  @GET
  @Path("chosen")
  @RolesAllowed(Roles.ENTERPRISE)
  public String chosen(
      @QueryParam("urgent") @DefaultValue("false") boolean urgent,
      @QueryParam("read") @DefaultValue("true") Boolean read,
      @QueryParam("colour") WriteNote.Colour colour,
      @QueryParam("of") UUID of,
      @BeanParam Choice choice) {
    return urgent + " " + read + " " + colour + " " + choice.done + " " + choice.shade;
  }

  record Remark(String text) {}

  @POST
  @Path("remarked")
  @RolesAllowed(Roles.ENTERPRISE)
  public String remark(@Valid @NotNull Remark body) {
    return body.text();
  }

  static class Choice {
    @QueryParam("done")
    boolean done;

    @QueryParam("shade")
    WriteNote.Colour shade;
  }

  @GET
  @Path("open")
  @PermitAll
  public String open() {
    return "{}";
  }

  @GET
  @Path("forgotten")
  public String forgotten() {
    return "an operation whose author forgot to say who may call it";
  }
}
