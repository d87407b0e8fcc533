package org.ridgeline.exchange.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.codec.ebts.Profile;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.Requests;
import org.ridgeline.exchange.answer.AnswerWriter.RecordResult;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Severity;

class ServiceAnswersTest {
  private static final RecordResult SOMEBODY =
      new RecordResult(
          Outcome.HIT,
          Optional.of(UUID.randomUUID()),
          Map.of("FBI", "R00000007"),
          Optional.of("R00000007"),
          Optional.of("ROE,RIA"),
          Optional.of("ARRESTED 2020-01-01 OPEN CONTAINER"));

  private static Question question(String tot) {
    Transaction asked = Requests.of(tot).build();
    return new Question(
        "R1", Optional.of(asked.header()), asked.typeTwo(), Instant.parse("2026-11-02T03:04:05Z"));
  }

  private static Transaction read(Answer answer) {
    return switch (ItlReader.read(answer.bytes())) {
      case Decoded.Accepted accepted -> accepted.transaction();
      case Decoded.Refused refused -> throw new AssertionError(refused.findings());
    };
  }

  private static Optional<String> two(Answer answer, int field) {
    return read(answer).typeTwo().flatMap(two -> two.value(field));
  }

  /// Every answer must pass the rules that we check others' files by.
  private static void assertValid(Answer answer) {
    assertThat(Profile.named("ebts").check(read(answer)))
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"HIT,R", "PENDING,Y", "NO_HIT,G"})
  void aRapidSearchIsAnsweredInAColour(Outcome outcome, String srf) {
    RecordResult result = outcome == Outcome.HIT ? SOMEBODY : RecordResult.of(outcome);
    Answer answer = ServiceAnswers.rapid(question("RPIS"), result, outcome == Outcome.NO_HIT);
    assertValid(answer);
    assertThat(answer.tot()).isEqualTo("RPISR");
    assertThat(two(answer, AnswerDraft.SRF)).contains(srf);
    assertThat(two(answer, AnswerDraft.MSG).isPresent())
        .as("the prints contradict each other")
        .isEqualTo(outcome == Outcome.NO_HIT);
    assertThat(two(answer, AnswerDraft.ATN)).contains("OFFICER OF THE WATCH");
    assertThat(two(answer, AnswerDraft.NAM).isPresent()).isEqualTo(outcome == Outcome.HIT);
    assertThat(two(answer, AnswerDraft.FBI).isPresent()).isEqualTo(outcome == Outcome.HIT);
  }

  @ParameterizedTest
  @CsvSource({"HIT,M", "PENDING,C", "NO_HIT,X"})
  void aVerificationSaysMatchNoneOrOpen(Outcome outcome, String srf) {
    RecordResult result = outcome == Outcome.HIT ? SOMEBODY : RecordResult.of(outcome);
    Answer answer = ServiceAnswers.verified(question("FVR"), AnswerSource.CRIMINAL, result);
    assertValid(answer);
    assertThat(two(answer, AnswerDraft.SRF)).contains(srf);
    assertThat(two(answer, AnswerDraft.NAM))
        .contains(outcome == Outcome.HIT ? "ROE,RIA" : "DOE,SAM");
    assertThat(answer.personId().isPresent()).isEqualTo(outcome == Outcome.HIT);
  }

  @Test
  void imagesComeAsTheyAreOnRecord() {
    Transaction file =
        Bookings.car("T9")
            .type4(2, 1, Bookings.picture())
            .type14(13, 2, Bookings.picture(), Map.of(21, "2\u001f1\u001f20\u001f1\u001f60"))
            .type14(7, 1, new Picture(Cga.PNG, 64, 64, 1_000, Bookings.picture().data()), Map.of())
            .build();
    Answer all =
        ServiceAnswers.images(
            question("IRQ"), AnswerSource.CRIMINAL, SOMEBODY, file, file.fingerImages());
    assertValid(all);
    assertThat(all.tot()).isEqualTo("IRR");
    assertThat(read(all).fingerImages()).extracting(FingerImage::fgp).containsExactly(2, 13, 7);
    assertThat(read(all).fingerImages()).extracting(FingerImage::resolutionPpi).endsWith(1_000);
    assertThat(((TaggedRecord) read(all).ofType(14).getFirst()).value(21)).contains("2");
  }

  @Test
  void aCorrectedPositionIsTheOneThatIsSent() {
    Transaction file =
        Bookings.car("T9")
            .type4(2, 1, Bookings.picture())
            .type14(13, 2, Bookings.picture(), Map.of(21, "2\u001f1\u001f20\u001f1\u001f60"))
            .build();
    List<FingerImage> corrected =
        List.of(file.fingerImages().getFirst().at(7), file.fingerImages().getLast().at(14));
    Answer answer =
        ServiceAnswers.images(question("IRQ"), AnswerSource.CRIMINAL, SOMEBODY, file, corrected);
    assertThat(read(answer).fingerImages()).extracting(FingerImage::fgp).containsExactly(7, 14);
    assertThat(((TaggedRecord) read(answer).ofType(14).getFirst()).has(21)).isFalse();
  }

  @Test
  void imagesTakenAreNamedByFinger() {
    Answer answer =
        ServiceAnswers.taken(
            question("FIS"),
            AnswerSource.CIVIL,
            SOMEBODY,
            List.of(FingerPosition.RIGHT_INDEX, FingerPosition.LEFT_LITTLE));
    assertValid(answer);
    assertThat(read(answer).typeTwo().orElseThrow().values(AnswerDraft.FIU))
        .containsExactly("02", "10");
  }

  @ParameterizedTest
  @CsvSource({"RPIS,ERRT", "FVR,ERRT", "IRQ,ERRI", "FIS,ERRA", "NFUF,ERRT", "CAR,ERRT"})
  void eachIsRefusedByItsOwnTypeOfError(String tot, String errorTot) {
    Answer answer =
        ServiceAnswers.not(
            question(tot),
            AnswerSource.CRIMINAL,
            Outcome.NO_HIT,
            List.of(
                Finding.of(Severity.ERROR, FindingCode.NOBODY_OF_NUMBER, "somebody", "nobody")));
    assertValid(answer);
    assertThat(answer.tot()).isEqualTo(errorTot);
    assertThat(answer.outcome()).isEqualTo(Outcome.NO_HIT);
    assertThat(two(answer, AnswerDraft.MSG).orElseThrow()).contains("S0011");
  }

  @Test
  void whatIsNoAnswerIsRefused() {
    RecordResult none = RecordResult.of(Outcome.NOT_ACTIVE);
    assertThatThrownBy(() -> ServiceAnswers.rapid(question("RPIS"), none, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ServiceAnswers.verified(question("FVR"), AnswerSource.CRIMINAL, none))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
