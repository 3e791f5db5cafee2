package vn.phoihop.incident.request;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(requiredProperties = {"party", "at"})
record DownloadView(
    @Schema(description = "who had the file: an authority's code or an enterprise's id")
        String party,
    Instant at) {

  static DownloadView of(RequestDownload download) {
    return new DownloadView(download.party(), download.at());
  }
}
