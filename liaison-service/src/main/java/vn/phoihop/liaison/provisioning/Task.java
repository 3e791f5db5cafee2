package vn.phoihop.liaison.provisioning;

import java.util.UUID;

/**
 * Work taken from the table by one instance.
 *
 * @param content what to do, decrypted JSON
 * @param attempt counts from 1; also the fencing token of its outcome
 * @param superseded whether a later task of the same kind and subject waits
 */
record Task(UUID id, Kind kind, byte[] content, int attempt, boolean superseded) {

  enum Kind {
    ENROLMENT_MAIL,
    LIAISON_ACCOUNT
  }
}
