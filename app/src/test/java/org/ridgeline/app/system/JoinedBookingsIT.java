package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.app.system.CaseWorld.actor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseEvent;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.determination.SigningDesk.Paper;
import org.ridgeline.casework.evidence.CheckResult;
import org.ridgeline.casework.evidence.ProtectedStop;
import org.ridgeline.casework.verification.Settlement;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.operator.Role;

/// Two bookings of one custody event: each is answered by what examiners found of its own prints.
class JoinedBookingsIT {
  @TempDir private static Path temp;
  private static CaseWorld world;
  private static String token = "";
  private static int people = 700;

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    token = world.running.activeAgency(TestCards.ORI);
    world.running.stores().options().choose("CA", true, "test", "test", java.time.Instant.now());
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  /// One case with two bookings of somebody the immigration repository knows.
  private static Case bookedTwice() throws Exception {
    int person = ++people;
    world.known(person);
    String first = world.booked(token, person, 2);
    String second = world.booked(token, person, 3);
    Case one = ofControl(first);
    assertThat(ofControl(second).caseId()).isEqualTo(one.caseId());
    return world.now(one);
  }

  private static Case ofControl(String control) {
    return world.cases.shelf().cases().ofControl(control).orElseThrow();
  }

  private static void await(BooleanSupplier there) throws InterruptedException {
    for (int i = 0; i < 400 && !there.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
    assertThat(there.getAsBoolean()).isTrue();
  }

  private static Case.Booking joined(Case one) {
    assertThat(one.bookings()).hasSize(2);
    return one.bookings().getLast();
  }

  private static List<Outcome> answers(String control) {
    return world.running.stores().answers().of(control).stream()
        .filter(answer -> answer.source() == AnswerSource.DETERMINATION)
        .map(Answer::outcome)
        .toList();
  }

  private static void settle(Case one, Settlement settlement) {
    world.cases.joined().settled(one.caseId(), joined(one).control(), settlement);
  }

  private static Case noticeAsked(Case one) throws InterruptedException {
    world.identified(one);
    world.checks(one);
    world.step(Role.OFFICER, one, Step.FINISH_CITIZENSHIP);
    world.facts(one);
    UUID document = world.document(one);
    world.step(Role.OFFICER, one, Step.FINISH_FACTS);
    sign(one, "notify-on-release", document);
    return world.await(one.caseId(), CaseState.NOTIFIED);
  }

  private static void sign(Case one, String kind, UUID document) {
    Paper paper =
        new Paper(
            one.caseId(),
            world.now(one).version(),
            kind,
            Optional.of(document),
            "What I decided, and why.",
            world.seen(one));
    world.cases.signing().sign(actor(Role.OFFICER), paper, CaseWorld.PASSWORD);
  }

  private static List<String> comparisons(Case one, String control) {
    return world
        .jdbc()
        .sql("select state from comparison where case_id = ? and control = ?")
        .params(one.caseId(), control)
        .query(String.class)
        .list();
  }

  @Test
  void eachBookingsPrintsGoBeforeTheExaminers() throws Exception {
    Case one = bookedTwice();
    for (Case.Booking booking : one.bookings()) {
      assertThat(comparisons(one, booking.control())).containsExactly("PREPARING");
    }
    settle(one, Settlement.IDENTIFIED);
    settle(one, Settlement.EXCLUDED);
    assertThat(joined(world.now(one)).settlement())
        .as("what was settled stands")
        .contains(Settlement.IDENTIFIED);
    assertThat(world.now(one).state())
        .as("the case stands on its first booking")
        .isEqualTo(CaseState.VERIFYING);
  }

  @Test
  void aJoinedBookingThatIsThePersonsGetsTheSameAnswerNowOrLater() throws Exception {
    Case before = bookedTwice();
    settle(before, Settlement.IDENTIFIED);
    noticeAsked(before);
    await(() -> answers(joined(before).control()).equals(List.of(Outcome.DETERMINED)));
    assertThat(answers(before.booking().control())).containsExactly(Outcome.DETERMINED);
    Case after = bookedTwice();
    noticeAsked(after);
    assertThat(answers(joined(after).control())).as("nobody has looked yet").isEmpty();
    settle(after, Settlement.IDENTIFIED);
    await(() -> answers(joined(after).control()).equals(List.of(Outcome.DETERMINED)));
    assertThat(world.now(after).state()).isEqualTo(CaseState.NOTIFIED);
  }

  @Test
  void aJoinedBookingOfSomebodyElseIsAnsweredNoMatchAndTheCaseGoesOn() throws Exception {
    for (Settlement other : List.of(Settlement.EXCLUDED, Settlement.INCONCLUSIVE)) {
      Case one = bookedTwice();
      settle(one, other);
      await(() -> answers(joined(one).control()).equals(List.of(Outcome.NO_HIT)));
      assertThat(joined(world.now(one)).namesClaimed()).isEmpty();
      assertThat(world.now(one).booking().namesClaimed()).isNotEmpty();
      noticeAsked(one);
      assertThat(answers(joined(one).control())).containsExactly(Outcome.NO_HIT);
    }
  }

  @Test
  void whereTheFirstIsSomebodyElseTheOtherGoesOnInACaseOfItsOwn() throws Exception {
    Case open = bookedTwice();
    Case looked = bookedTwice();
    settle(looked, Settlement.IDENTIFIED);
    for (Case one : List.of(open, looked)) {
      world.cases.desk().machine(one.caseId(), Step.SETTLE_EXCLUDED, "test");
      await(() -> answers(one.booking().control()).equals(List.of(Outcome.NO_HIT)));
      String control = joined(one).control();
      Case own = ofControl(control);
      assertThat(own.caseId()).isNotEqualTo(one.caseId());
      assertThat(own.booking().control()).isEqualTo(control);
      assertThat(own.booking().namesClaimed()).isNotEmpty();
      assertThat(own.state())
          .isEqualTo(one == open ? CaseState.VERIFYING : CaseState.CITIZENSHIP_REVIEW);
      assertThat(answers(control)).isEmpty();
      assertThat(world.now(one).bookings()).hasSize(1);
      assertThat(world.cases.shelf().cases().events(one.caseId()))
          .extracting(CaseEvent::step)
          .contains("PART");
      assertThat(
              Rooms.of(world.running.server)
                  .casework()
                  .custody()
                  .desk()
                  .byCase(List.of(own.caseId())))
          .as("its custody is followed")
          .hasSize(1);
    }
    assertThat(comparisons(open, joined(open).control())).containsExactly("WITHDRAWN");
    assertThat(comparisons(ofControl(joined(open).control()), joined(open).control()))
        .containsExactly("PREPARING");
  }

  @Test
  void aCitizensOtherBookingIsComparedNoMore() throws Exception {
    Case one = bookedTwice();
    world.identified(one);
    world.checks(one, new CheckResult.Positive("passport issued"));
    world
        .cases
        .evidence()
        .review(actor(Role.SUPERVISOR), one.caseId(), "Strong indicator.", world.seen(one));
    world.step(Role.OFFICER, one, Step.FINISH_CITIZENSHIP);
    world.facts(one);
    UUID document = world.document(one);
    world.step(Role.OFFICER, one, Step.FINISH_FACTS);
    sign(one, "us-citizen", document);
    world
        .cases
        .signing()
        .countersign(
            actor(Role.APPROVER),
            one.caseId(),
            world.now(one).version(),
            world.seen(one),
            CaseWorld.PASSWORD);
    world.await(one.caseId(), CaseState.CLOSED);
    await(() -> answers(joined(one).control()).equals(List.of(Outcome.NO_HIT)));
    assertThat(comparisons(one, joined(one).control())).containsExactly("WITHDRAWN");
  }

  @Test
  void whoIsProtectedIsComparedNoMore() throws Exception {
    Case one = bookedTwice();
    world
        .cases
        .evidence()
        .stop(actor(Role.OFFICER), world.wish(one, Step.STOP), ProtectedStop.Kind.MINOR);
    world.step(Role.SUPERVISOR, one, Step.CLOSE_STOPPED);
    for (Case.Booking booking : one.bookings()) {
      await(() -> answers(booking.control()).equals(List.of(Outcome.NO_HIT)));
      assertThat(comparisons(one, booking.control())).containsExactly("WITHDRAWN");
    }
  }

  @Test
  void aCaseThatEndsByAStopAnswersNoMatchAndNothingSignedLeaves() throws Exception {
    Case one = bookedTwice();
    settle(one, Settlement.IDENTIFIED);
    world.ready(one);
    world
        .cases
        .evidence()
        .stop(actor(Role.OFFICER), world.wish(one, Step.STOP), ProtectedStop.Kind.MINOR);
    assertThat(answers(one.booking().control())).isEmpty();
    world.step(Role.SUPERVISOR, one, Step.CLOSE_STOPPED);
    for (Case.Booking booking : one.bookings()) {
      await(() -> answers(booking.control()).equals(List.of(Outcome.NO_HIT)));
    }
  }
}
