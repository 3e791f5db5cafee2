package vn.phoihop.liaison.enterprise;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record EnrolmentCodeView(
    @Schema(
            description = "160 random bits in base 32; shown once and kept nowhere",
            examples = "MZXW-6YTB-OI4D-Q3TF-NBUX-G2LP-ORZW-45DF")
        String code,
    Instant expiresAt) {

  static final String EXAMPLE =
      """
      {"code": "MZXW-6YTB-OI4D-Q3TF-NBUX-G2LP-ORZW-45DF", "expiresAt": "2026-03-09T02:05:00Z"}""";
}
