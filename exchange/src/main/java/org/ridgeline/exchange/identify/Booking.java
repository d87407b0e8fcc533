package org.ridgeline.exchange.identify;

import java.time.Instant;
import java.util.Optional;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.answer.AnswerWriter;
import org.ridgeline.exchange.submission.Submission;

/// An accepted submission, read again from its bytes: what every step of the work starts from.
record Booking(Submission submission, byte[] bytes, Transaction transaction, Agency agency) {
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
    return submission.channel();
  }
}
