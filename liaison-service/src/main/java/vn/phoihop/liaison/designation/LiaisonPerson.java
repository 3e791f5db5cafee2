package vn.phoihop.liaison.designation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The person who is designated. */
@Embeddable
@Schema(description = "the person who is designated")
record LiaisonPerson(
    @Column(name = "full_name") @NotBlank @Size(max = 200) String fullName,
    @Column(name = "position") @NotBlank @Size(max = 200) String position,
    @Column(name = "email")
        @NotBlank
        @Email
        @Size(max = 254)
        @Schema(description = "names the person's account; the invitation goes here")
        String email,
    @Column(name = "phone") @NotBlank @Size(max = 32) @Pattern(regexp = "[0-9+ ().-]{6,32}")
        String phone) {}
