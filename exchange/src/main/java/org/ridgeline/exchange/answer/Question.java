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
    return service().map(Service::errorTot).orElse("ERRT");
  }

  /// Whether it is answered by two repositories of records, which have to be told apart.
  boolean isOfApplicant() {
    return service().filter(service -> service == Service.APPLICANT).isPresent();
  }

  private Optional<Service> service() {
    return header.flatMap(h -> h.value(4)).flatMap(Service::ofTot);
  }
}
