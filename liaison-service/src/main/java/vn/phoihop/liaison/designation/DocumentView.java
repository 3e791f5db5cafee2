package vn.phoihop.liaison.designation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

record DocumentView(
    @Schema(description = "SHA-256 of the file as received, hexadecimal") String sha256,
    long sizeBytes,
    @Schema(description = "of the designation, which the file changed; the ETag") long sequence) {

  static final String EXAMPLE =
      """
      {
        "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "sizeBytes": 183211,
        "sequence": 2
      }""";
}
