package vn.phoihop.platform.ledger;

/**
 * A row of idempotency: the answer to one key.
 *
 * @param operation method and path with its ids
 * @param fingerprint SHA-256 of the request
 * @param headers a JSON object of the answer's headers that are replayed
 * @param body the answer's JSON, without secrets
 */
public record IdempotencyRow(
    String party,
    String subject,
    String operation,
    String key,
    byte[] fingerprint,
    int status,
    String headers,
    byte[] body) {}
