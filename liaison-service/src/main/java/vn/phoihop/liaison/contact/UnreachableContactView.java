package vn.phoihop.liaison.contact;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A person to whom mail does not arrive.")
record UnreachableContactView(
    @Schema(description = "the designation's id; of an enterprise's leader an id of its own")
        UUID personId,
    @Schema(description = "id of the enterprise") String party,
    @Schema(
            description =
                "MAIL_REFUSED: the mail server refuses the address; BOUNCED: mail came back",
            examples = "MAIL_REFUSED")
        String reason,
    Instant since) {}
