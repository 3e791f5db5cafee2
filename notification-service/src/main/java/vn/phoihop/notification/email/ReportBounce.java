package vn.phoihop.notification.email;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What the mail system says of a mail that came back.")
record ReportBounce(
    @NotNull
        @Pattern(regexp = "5\\.[0-9]{1,3}\\.[0-9]{1,3}")
        @Schema(
            description =
                "the enhanced status code of the delivery status notification (RFC 3463), permanent"
                    + " failures alone: a mail that is only late (4.x.x) has not come back",
            examples = "5.1.1")
        String status) {

  static final String EXAMPLE = "{\"status\": \"5.1.1\"}";
}
