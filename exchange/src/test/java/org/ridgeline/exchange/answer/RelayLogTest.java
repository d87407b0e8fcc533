package org.ridgeline.exchange.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.exchange.ExchangeRoom.NOW;
import static org.ridgeline.exchange.ExchangeRoom.ORI;
import static org.ridgeline.exchange.ExchangeRoom.bytes;
import static org.ridgeline.exchange.ExchangeRoom.submission;
import static org.ridgeline.exchange.answer.AnswerStoreTest.answer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.StateOptions;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Severity;
import org.ridgeline.vocabulary.Template;

/// What a bureau and an agency see of answers: each its own, and nothing of scores or leads.
class RelayLogTest {
  private static final String OTHER = "AZ0070000";

  private ExchangeRoom room;
  private SubmissionStore submissions;
  private AnswerStore answers;
  private RelayLog log;
  private BureauStore bureaus;
  private AgencyBookings bookings;

  @BeforeEach
  void open() {
    room = new ExchangeRoom();
    room.callbacks();
    submissions = new SubmissionStore(room.source());
    answers = new AnswerStore(room.source());
    log = new RelayLog(room.source());
    bureaus = new BureauStore(room.source());
    bookings = new AgencyBookings(room.source());
    Agency other = room.agency(OTHER, "AZ", "04013");
    keep("R1", ORI, SubmissionState.ANSWERED, 1);
    keep("R2", ORI, SubmissionState.REFUSED, 2);
    keep("R3", OTHER, SubmissionState.ANSWERED, 3);
    answers.add(
        answer("R3", AnswerSource.CRIMINAL, Outcome.HIT, 3), Optional.of(other), Channel.FETCH);
  }

  private void keep(String control, String ori, SubmissionState state, int second) {
    submissions.insert(
        submission(control, "T" + control, state, ori, NOW.plusSeconds(second)), bytes(control), 5);
  }

  private Answer answered(AnswerSource source, Outcome outcome, int second, boolean isSent) {
    Answer answer = answer("R1", source, outcome, second);
    answers.add(
        answer, isSent ? Optional.of(Bookings.agency()) : Optional.empty(), Channel.CALLBACK);
    return answer;
  }

  @Test
  void aStateSeesTheAnswersToItsAgenciesNewestFirst() {
    answered(AnswerSource.CRIMINAL, Outcome.NO_HIT, 1, true);
    answered(AnswerSource.IMMIGRATION, Outcome.PENDING, 2, false);
    List<RelayLog.Line> lines = log.newest("CA", 9);
    assertThat(lines)
        .extracting(RelayLog.Line::source)
        .containsExactly(AnswerSource.IMMIGRATION, AnswerSource.CRIMINAL);
    assertThat(lines.getFirst().relay().relayed()).isFalse();
    assertThat(lines.getLast().relay().channel()).contains(Channel.CALLBACK);
    assertThat(lines.getLast().relay().agency()).isEqualTo("County jail");
    assertThat(lines.getLast().tcn()).isEqualTo("TR1");
    assertThat(log.newest("CA", 1)).hasSize(1);
    assertThat(log.newest("AZ", 9)).extracting(RelayLog.Line::control).containsExactly("R3");
  }

  @Test
  void whatFailsIsListedUntilItIsTaken() {
    Answer answer = answered(AnswerSource.CRIMINAL, Outcome.NO_HIT, 1, true);
    assertThat(log.failing("CA", 9)).isEmpty();
    answers.failed(
        answers.deliveries(answer.control()).getFirst(), "planned", Duration.ofMinutes(1));
    assertThat(log.failing("CA", 9)).hasSize(1);
    assertThat(log.failing("CA", 9).getFirst().relay().isFailing()).isTrue();
    assertThat(log.failing("AZ", 9)).isEmpty();
    answers.acknowledged(answer.answerId(), ExchangeRoom.ORI);
    assertThat(log.failing("CA", 9)).isEmpty();
  }

  @Test
  void whatCameBackNamesItsErrors() {
    Finding error = Finding.of(Severity.ERROR, FindingCode.values()[0], "a", "b");
    Finding warning = Finding.of(Severity.WARNING, FindingCode.values()[1], "c", "d");
    submissions.addFindings("R2", List.of(warning, error));
    submissions.addFindings("R1", List.of(error));
    List<RelayLog.Return> returns = log.returns("CA", NOW, 9);
    assertThat(returns).hasSize(1);
    assertThat(returns.getFirst().control()).isEqualTo("R2");
    assertThat(returns.getFirst().code()).isEqualTo(error.code().name());
    assertThat(returns.getFirst().expected()).isEqualTo("a");
    assertThat(log.returns("CA", NOW.plusSeconds(3), 9)).isEmpty();
    assertThat(log.returns("AZ", NOW, 9)).isEmpty();
  }

  @Test
  void aBureauGetsAnAnswerOnceAndItsFirstReadingIsTheReceipt() {
    Answer answer = answered(AnswerSource.DETERMINATION, Outcome.DETERMINED, 1, false);
    bureaus.add(answer.answerId(), "CA", false, NOW);
    bureaus.add(answer.answerId(), "CA", true, NOW.plusSeconds(9));
    assertThat(bureaus.forwarded(answer.answerId())).contains(false);
    assertThat(bureaus.of("AZ", 9)).isEmpty();
    assertThat(bureaus.receive("AZ", answer.answerId(), "az.bureau")).isEmpty();
    assertThat(bureaus.of("CA", 9).getFirst().received()).isEmpty();
    assertThat(bureaus.receive("CA", answer.answerId(), "bureau").orElseThrow())
        .isEqualTo(answer.bytes());
    var received = bureaus.of("CA", 9).getFirst();
    assertThat(received.received()).isPresent();
    assertThat(received.tcn()).isEqualTo("TR1");
    assertThat(received.agencyOri()).isEqualTo(ORI);
    bureaus.receive("CA", answer.answerId(), "another");
    assertThat(bureaus.of("CA", 9).getFirst()).isEqualTo(received);
  }

  @Test
  void aStateThatNeverChosePassesNothingOn() {
    assertThat(bureaus.forwards("CA")).isFalse();
    new StateOptions(room.source()).choose("CA", true, "by law", "bureau", NOW);
    assertThat(bureaus.forwards("CA")).isTrue();
    assertThat(bureaus.forwards("AZ")).isFalse();
  }

  @Test
  void anAgencySeesWhatItWasSentAndNothingElse() {
    answered(AnswerSource.CRIMINAL, Outcome.NO_HIT, 1, true);
    answered(AnswerSource.IMMIGRATION, Outcome.PENDING, 2, false);
    Template template = new Template(500, 500, 500, 60, List.of());
    submissions.addFingers(
        "R1", List.of(new ProbeFinger(FingerPosition.RIGHT_THUMB, "4#1", template, false)));
    List<AgencyBookings.Line> lines = bookings.newest(ORI, Optional.empty(), 9);
    assertThat(lines).extracting(AgencyBookings.Line::control).containsExactly("R2", "R1");
    AgencyBookings.Line line = lines.getLast();
    assertThat(line.told().first()).contains(Outcome.NO_HIT);
    assertThat(line.told().second()).as("made, but not for it").isEmpty();
    assertThat(line.poorFingers()).isEqualTo(1);
    assertThat(bookings.isToldOfSecond(ORI, "R1")).isFalse();
    answered(AnswerSource.DETERMINATION, Outcome.DETERMINED, 3, true);
    assertThat(bookings.isToldOfSecond(ORI, "R1")).isTrue();
    assertThat(bookings.isToldOfSecond(OTHER, "R1")).isFalse();
    assertThat(bookings.newest(ORI, Optional.of("TR2"), 9)).hasSize(1);
    assertThat(bookings.newest(ORI, Optional.of("R3"), 9)).as("another's").isEmpty();
    assertThat(bookings.since(ORI, NOW.plusSeconds(2))).isEqualTo(1);
  }
}
