package org.ridgeline.codec.image;

import java.util.List;
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
  /// What comments state of the resolution.
  List<StatedResolution> resolutions() {
    return comments.stream()
        .flatMap(text -> ResolutionReader.ofNistCom(text).stream())
        .distinct()
        .toList();
  }
}
