package vn.phoihop.platform.audit;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link of the chain. */
record AuditBatchView(
    @Schema(description = "1, 2, 3 … without gaps") long n,
    @Schema(description = "seq of its first entry") long first,
    int size,
    @Schema(description = "Merkle root (RFC 6962, SHA-256) over its entries' canonical JSON, hex")
        String root,
    @Schema(description = "hash of the batch before; zeros in the first") String prev,
    Instant at,
    @Schema(description = "its own hash, hex") String hash,
    @Schema(description = "Ed25519 public key, SubjectPublicKeyInfo in base64") String key,
    @Schema(description = "Ed25519 signature, base64") String signature) {

  static AuditBatchView of(AuditTable.Batch batch) {
    AuditChain.Header header = batch.header();
    HexFormat hex = HexFormat.of();
    Base64.Encoder base64 = Base64.getEncoder();
    return new AuditBatchView(
        header.n(),
        header.first(),
        header.size(),
        hex.formatHex(header.root()),
        hex.formatHex(header.prev()),
        header.at(),
        hex.formatHex(header.hash()),
        base64.encodeToString(header.key()),
        base64.encodeToString(batch.signature()));
  }
}
