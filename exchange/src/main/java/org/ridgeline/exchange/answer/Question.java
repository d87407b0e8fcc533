package org.ridgeline.exchange.answer;

import java.time.Instant;
import java.util.Optional;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.exchange.agency.Service;

/// What all answers to one submission share.
/// - **Shape** `header` and `two`: the submission's Type-1 and Type-2, empty where unreadable
public record Question(
    String control, Optional<TaggedRecord> header, Optional<TaggedRecord> two, Instant now) {
  /// The type of transaction that refuses what was asked.
  String errorTot() {
    return header
        .flatMap(h -> h.value(4))
        .flatMap(Service::ofTot)
        .map(Service::errorTot)
        .orElse("ERRT");
  }
}
