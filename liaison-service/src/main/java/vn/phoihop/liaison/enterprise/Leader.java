package vn.phoihop.liaison.enterprise;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The enterprise's leadership, whom the liaison promptly reports to (letter, O1a). */
@Embeddable
@Schema(description = "the enterprise's leadership: told promptly of what comes in (letter, O1a)")
record Leader(
    @Column(name = "leader_full_name") @NotBlank @Size(max = 200) String fullName,
    @Column(name = "leader_title") @NotBlank @Size(max = 200) String title,
    @Column(name = "leader_email")
        @NotBlank
        @Email
        @Size(max = 254)
        @Schema(description = "the enrolment code goes here, and notices without content")
        String email,
    @Column(name = "leader_phone") @NotBlank @Size(max = 32) @Pattern(regexp = "[0-9+ ().-]{6,32}")
        String phone) {}
