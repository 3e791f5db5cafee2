package vn.phoihop.deploy.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What a service answered. */
record Answer(String request, int status, String text, JsonNode body, String location) {
  static final JsonNode NOTHING = MissingNode.getInstance();

  String string(String pointer) {
    return body.at(pointer).asText();
  }
}
