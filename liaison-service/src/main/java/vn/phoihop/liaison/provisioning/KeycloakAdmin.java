package vn.phoihop.liaison.provisioning;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The calls of Keycloak's admin API (26) that we make. */
@RegisterRestClient(configKey = "keycloak")
@Path("/")
interface KeycloakAdmin {

  String REALM = "/admin/realms/phoihop";

  @POST
  @Path("/realms/phoihop/protocol/openid-connect/token")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  Token token(
      @FormParam("grant_type") String grantType,
      @FormParam("client_id") String clientId,
      @FormParam("client_secret") String clientSecret);

  @GET
  @Path(REALM + "/clients")
  List<Ref> clients(
      @HeaderParam("Authorization") String bearer, @QueryParam("clientId") String clientId);

  @POST
  @Path(REALM + "/clients")
  void createClient(@HeaderParam("Authorization") String bearer, Map<String, Object> client);

  @GET
  @Path(REALM + "/clients/{id}/service-account-user")
  Map<String, Object> serviceAccount(
      @HeaderParam("Authorization") String bearer, @PathParam("id") String client);

  @POST
  @Path(REALM + "/clients/{id}/client-secret")
  Secret newSecret(@HeaderParam("Authorization") String bearer, @PathParam("id") String client);

  @GET
  @Path(REALM + "/groups")
  List<Ref> groups(
      @HeaderParam("Authorization") String bearer,
      @QueryParam("search") String name,
      @QueryParam("exact") boolean exact);

  @GET
  @Path(REALM + "/users")
  List<Map<String, Object>> users(
      @HeaderParam("Authorization") String bearer,
      @QueryParam("username") String username,
      @QueryParam("exact") boolean exact);

  @POST
  @Path(REALM + "/users")
  void createUser(@HeaderParam("Authorization") String bearer, Map<String, Object> user);

  @PUT
  @Path(REALM + "/users/{id}")
  void updateUser(
      @HeaderParam("Authorization") String bearer,
      @PathParam("id") String id,
      Map<String, Object> user);

  @PUT
  @Path(REALM + "/users/{id}/groups/{group}")
  void joinGroup(
      @HeaderParam("Authorization") String bearer,
      @PathParam("id") String id,
      @PathParam("group") String group);

  @GET
  @Path(REALM + "/users/{id}/credentials")
  List<Ref> credentials(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

  /** Sends the person a link with which these actions are done. */
  @PUT
  @Path(REALM + "/users/{id}/execute-actions-email")
  void invite(
      @HeaderParam("Authorization") String bearer,
      @PathParam("id") String id,
      @QueryParam("lifespan") int seconds,
      List<String> actions);

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Token(@JsonProperty("access_token") String accessToken) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Ref(String id) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Secret(String value) {}
}
