package org.ridgeline.codec.image;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ridgeline.vocabulary.Finding;

/// All that a WSQ file holds, before any wavelet: what two encoders of one image must agree on.
/// - **Shape** `bins` in coded order, subbands of width zero left out
/// - **Source** IAFIS-IC-0110 section 4 (syntax)
@SuppressWarnings("ArrayRecordComponent")
record WsqFile(
    WsqFrame frame,
    WsqFilters filters,
    WsqQuantisation quantisation,
    short[] bins,
    List<String> comments,
    List<Finding> findings) {
  private static final Pattern NISTCOM_PPI = Pattern.compile("(?m)^PPI ([0-9]{1,5})\\s*$");

  /// The resolution in a comment of the form that NIST's tools write, if one states it.
  OptionalInt resolutionPpi() {
    for (String comment : comments) {
      Matcher ppi = NISTCOM_PPI.matcher(comment);
      if (comment.startsWith("NIST_COM") && ppi.find()) {
        return OptionalInt.of(Integer.parseInt(ppi.group(1)));
      }
    }
    return OptionalInt.empty();
  }
}
