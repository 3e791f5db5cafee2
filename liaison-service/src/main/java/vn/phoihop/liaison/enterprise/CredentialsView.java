package vn.phoihop.liaison.enterprise;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

record CredentialsView(
    @Schema(examples = "ent-9900123459") String clientId,
    @Schema(description = "shown once") String clientSecret,
    @Schema(description = "where tokens are drawn: OAuth 2.0, client_credentials")
        String tokenUrl) {

  static final String EXAMPLE =
      """
      {
        "clientId": "ent-9900123459",
        "clientSecret": "nY0Y7aXW3mCq8m6c0q0kq1mZ4o8h2v5T",
        "tokenUrl": "http://localhost:8180/realms/phoihop/protocol/openid-connect/token"
      }""";
}
