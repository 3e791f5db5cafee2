package vn.phoihop.platform.document;

import java.io.OutputStream;
import java.util.UUID;

/**
 * Where files are kept. PostgreSQL by default; an object store may stand behind the same three
 * methods.
 */
public interface DocumentStore {

  /**
   * Keeps a file in the current transaction, encrypted under a key of its own.
   *
   * @param aggregateId whose readers may read it
   * @param writtenBy the writing party
   */
  void put(UUID documentId, UUID aggregateId, String writtenBy, SpooledFile file);

  /**
   * Copies the whole file out; each chunk is verified before it is written, the whole against its
   * SHA-256 at the end. Each is read in a transaction of its own: a reader that is slow holds none
   * open, and no connection.
   *
   * @throws vn.phoihop.platform.problem.ProblemException 404 where the caller sees no such document
   * @throws IllegalStateException where what is stored is not what was put
   */
  void copyTo(UUID documentId, OutputStream out);
}
