package vn.phoihop.deploy.demo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A webhook whose signature was verified.
 *
 * @param signatures how many it came with: one a secret that was valid when it was sent
 */
record Webhook(String id, String type, int signatures, JsonNode data) {
  boolean isAbout(String objectId) {
    return data.path("id").asText().equals(objectId);
  }
}
