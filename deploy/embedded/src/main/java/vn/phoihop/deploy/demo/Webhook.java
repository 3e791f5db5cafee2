package vn.phoihop.deploy.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** A webhook whose signature was verified. */
record Webhook(String id, String type, JsonNode data) {
  boolean isAbout(String objectId) {
    return data.path("id").asText().equals(objectId);
  }
}
