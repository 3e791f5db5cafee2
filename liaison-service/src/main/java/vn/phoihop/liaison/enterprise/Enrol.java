package vn.phoihop.liaison.enterprise;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record Enrol(
    @NotBlank
        @Size(max = 100)
        @Schema(
            description =
                "the code from the letter to the leader; spaces, dashes and case do not matter",
            examples = "MZXW-6YTB-OI4D-Q3TF-NBUX-G2LP-ORZW-45DF")
        String code) {

  static final String EXAMPLE =
      """
      {"code": "MZXW-6YTB-OI4D-Q3TF-NBUX-G2LP-ORZW-45DF"}""";
}
