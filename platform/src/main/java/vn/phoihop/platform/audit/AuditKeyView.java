package vn.phoihop.platform.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the seals are checked with. */
record AuditKeyView(
    @Schema(examples = "Ed25519") String algorithm,
    @Schema(description = "SubjectPublicKeyInfo in base64") String publicKey) {}
