package vn.phoihop.deploy.demo;

import vn.phoihop.deploy.Token;

/** The person in charge, with an account of their own. */
record Liaison(String email, Token tokens) {
  String token() {
    return tokens.of(email);
  }
}
