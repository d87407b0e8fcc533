package org.ridgeline.exchange.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

class AnswerWriterTest {
  private static final Transaction BOOKING = Bookings.car("T1").build();
  private static final Question QUESTION =
      new Question(
          "R1",
          Optional.of(BOOKING.header()),
          BOOKING.typeTwo(),
          Instant.parse("2026-11-02T03:04:05Z"));

  private static Transaction read(Answer answer) {
    return switch (ItlReader.read(answer.bytes())) {
      case Decoded.Accepted accepted -> accepted.transaction();
      case Decoded.Refused refused -> throw new AssertionError(refused.findings());
    };
  }

  private static Optional<String> two(Answer answer, int field) {
    return read(answer).typeTwo().flatMap(two -> two.value(field));
  }

  private static Answer sre(Outcome outcome) {
    return AnswerWriter.sre(
        QUESTION,
        AnswerSource.CRIMINAL,
        new AnswerWriter.RecordResult(
            outcome,
            Optional.empty(),
            Map.of("FBI", "123"),
            Optional.of("123"),
            Optional.empty(),
            Optional.empty()));
  }

  @Test
  void everyAnswerNamesTheQuestionAndGoesBack() {
    Transaction answer = read(sre(Outcome.HIT));
    assertThat(answer.header().value(10)).contains("T1");
    assertThat(answer.header().value(7)).contains(Bookings.ORI);
    assertThat(answer.header().value(8)).contains("RIDGELINE");
  }

  @Test
  void theFirstAnswerSaysIdentNonIdentOrPending() {
    assertThat(two(sre(Outcome.HIT), AnswerDraft.SRF)).contains("I");
    assertThat(two(sre(Outcome.NO_HIT), AnswerDraft.SRF)).contains("N");
    assertThat(two(sre(Outcome.PENDING), AnswerDraft.SRF)).contains("P");
    assertThat(two(sre(Outcome.HIT), AnswerDraft.FBI)).contains("123");
    assertThat(sre(Outcome.HIT).source()).isEqualTo(AnswerSource.CRIMINAL);
    assertThatThrownBy(() -> sre(Outcome.NOT_ACTIVE)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSecondAnswerNeverSaysHit() {
    for (Outcome outcome :
        List.of(Outcome.NO_HIT, Outcome.PENDING, Outcome.NOT_ACTIVE, Outcome.ERROR)) {
      Answer answer = AnswerWriter.second(QUESTION, outcome);
      assertThat(answer.srf()).isNotEqualTo(Optional.of("I"));
      assertThat(answer.about()).isEqualTo(Answer.About.NOBODY);
      assertThat(two(answer, AnswerDraft.MSG)).isPresent();
    }
    assertThatThrownBy(() -> AnswerWriter.second(QUESTION, Outcome.HIT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyADeterminationSaysMoreThanPending() {
    UUID id = UUID.randomUUID();
    Answer answer = AnswerWriter.determined(QUESTION, new Determined(id, true, "SEE LETTER"));
    assertThat(answer.answerId()).isEqualTo(id);
    assertThat(answer.source()).isEqualTo(AnswerSource.DETERMINATION);
    assertThat(two(answer, AnswerDraft.SRF)).contains("I");
    assertThat(two(answer, AnswerDraft.MSG)).contains("SEE LETTER");
  }

  @Test
  void aRefusalOfWhatCouldNotBeReadIsStillAnAnswer() {
    var nothing = new Question("R1", Optional.empty(), Optional.empty(), QUESTION.now());
    Answer answer =
        AnswerWriter.error(
            nothing,
            List.of(Finding.of(Severity.ERROR, FindingCode.TOT_UNKNOWN, "a CAR", "nothing")));
    assertThat(answer.tot()).isEqualTo("ERRT");
    assertThat(answer.source()).isEqualTo(AnswerSource.EXCHANGE);
    assertThat(two(answer, AnswerDraft.MSG).orElseThrow()).contains("H0002").contains("a CAR");
  }

  @Test
  void anotherSourceKeepsTheTransaction() {
    Answer first = AnswerWriter.second(QUESTION, Outcome.NO_HIT);
    Answer other = first.ofSource(AnswerSource.DETERMINATION, Outcome.NO_HIT);
    assertThat(other.bytes()).isEqualTo(first.bytes());
    assertThat(other.srf()).isEqualTo(first.srf());
  }
}
