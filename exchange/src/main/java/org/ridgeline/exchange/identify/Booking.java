package org.ridgeline.exchange.identify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.answer.Question;
import org.ridgeline.exchange.submission.CorrectionLine;
import org.ridgeline.exchange.submission.Submission;

/// An accepted submission, read again from its bytes: what every step of the work starts from.
/// - **Shape** `card`: its prints under what a person corrected of it; `corrected`: the same in
///   lines
record Booking(
    Submission submission, byte[] bytes, Card card, List<CorrectionLine> corrected, Agency agency) {
  private static final int SCO = 7;

  Transaction transaction() {
    return card.transaction();
  }

  String control() {
    return submission.control();
  }

  /// What it asks for.
  Service service() {
    return transaction().tot().flatMap(Service::ofTot).orElseThrow();
  }

  /// To whom copies of its answers shall go, 2.007 SCO.
  List<String> copies() {
    return transaction().typeTwo().map(two -> two.values(SCO)).orElse(List.of());
  }

  Optional<String> two(int field) {
    return transaction().typeTwo().flatMap(two -> two.value(field));
  }

  Question question(Instant now) {
    return new Question(
        control(), Optional.of(transaction().header()), transaction().typeTwo(), now);
  }

  /// How answers travel, as settled when the submission came in.
  Channel channel() {
    return submission.channel();
  }
}
