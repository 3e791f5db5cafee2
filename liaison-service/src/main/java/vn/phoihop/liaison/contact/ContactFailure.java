package vn.phoihop.liaison.contact;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Mail to this person does not arrive.")
public record ContactFailure(
    @Schema(
            description =
                "MAIL_REFUSED: the mail server refuses the address; BOUNCED: mail came back",
            examples = "MAIL_REFUSED")
        String reason,
    Instant since) {}
