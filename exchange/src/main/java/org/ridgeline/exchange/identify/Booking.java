package org.ridgeline.exchange.identify;

import java.time.Instant;
import java.util.Optional;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.answer.AnswerWriter;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.vocabulary.Ori;

/// An accepted submission, read again from its bytes: what every step of the work starts from.
record Booking(Submission submission, byte[] bytes, Transaction transaction, Agency agency) {
  /// Loads a submission; one that was accepted is there, whole and readable.
  static Booking load(Stores stores, String control) {
    Submission submission = stores.submissions().byControl(control).orElseThrow();
    byte[] bytes = stores.submissions().bytes(control).orElseThrow();
    Agency agency =
        submission
            .agencyOri()
            .flatMap(ori -> stores.agencies().ofOri(new Ori(ori)))
            .orElseThrow(() -> new IllegalStateException(control + " has no agency"));
    return switch (ItlReader.read(bytes)) {
      case Decoded.Accepted accepted ->
          new Booking(submission, bytes, accepted.transaction(), agency);
      case Decoded.Refused refused ->
          throw new IllegalStateException(
              control + " was accepted but cannot be read: " + refused.findings());
    };
  }

  String control() {
    return submission.control();
  }

  Optional<String> two(int field) {
    return transaction.typeTwo().flatMap(two -> two.value(field));
  }

  AnswerWriter.Question question(Instant now) {
    return new AnswerWriter.Question(
        control(), Optional.of(transaction.header()), transaction.typeTwo(), now);
  }

  /// How answers travel, as settled when the submission came in.
  Channel channel() {
    return Channel.valueOf(submission.channel());
  }
}
