package vn.phoihop.deploy.demo;

import vn.phoihop.deploy.Failure;

/** An enterprise whose system has enrolled; it asks for its tokens itself. */
record Enterprise(
    String id, String leaderEmail, Api api, String clientId, String clientSecret, String tokenUrl) {

  String token() {
    Answer answer =
        api.form(
            tokenUrl,
            "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(clientId, clientSecret));
    if (answer.status() != 200) {
      throw new Failure("%s gets no token: %s".formatted(clientId, answer.text()));
    }
    return answer.string("/access_token");
  }
}
