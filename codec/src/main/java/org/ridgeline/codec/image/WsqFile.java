package org.ridgeline.codec.image;

import java.util.List;
import java.util.Optional;
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
  /// The resolution in a comment, if one states it.
  Optional<StatedResolution> resolution() {
    return comments.stream().flatMap(text -> ResolutionReader.ofNistCom(text).stream()).findFirst();
  }
}
