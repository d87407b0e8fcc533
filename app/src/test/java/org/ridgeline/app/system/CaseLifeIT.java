package org.ridgeline.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.app.system.CaseWorld.actor;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.desk.Reason.Code;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.determination.SigningDesk.Paper;
import org.ridgeline.casework.evidence.CheckResult;
import org.ridgeline.casework.evidence.Fact;
import org.ridgeline.casework.evidence.ProtectedStop;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Subject;

/// Cases of real bookings from the lead to the answer that the state and the agency get.
class CaseLifeIT {
  @TempDir private static Path temp;
  private static CaseWorld world;
  private static String token = "";
  private static int people = 600;

  @BeforeAll
  static void start() throws Exception {
    world = new CaseWorld(temp.resolve("data"));
    token = world.running.activeAgency(TestCards.ORI);
  }

  @AfterAll
  static void stop() throws Exception {
    world.close();
  }

  /// A booking of somebody the immigration repository knows, and its case before the examiners.
  private static Case booked() throws Exception {
    return world.booked(token, ++people);
  }

  private static List<Answer> answers(Case one) {
    return world.running.stores().answers().of(one.booking().control());
  }

  private static Optional<Answer> decided(Case one) {
    return answers(one).stream().filter(a -> a.source() == AnswerSource.DETERMINATION).findFirst();
  }

  private static boolean agencySees(Case one) {
    return world.running.stores().answers().deliverable(one.booking().control()).stream()
        .anyMatch(a -> a.source() == AnswerSource.DETERMINATION);
  }

  private static Code refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable tried) {
    var caught = org.assertj.core.api.Assertions.catchThrowableOfType(RefusedStep.class, tried);
    assertThat(caught).isNotNull();
    return caught.code();
  }

  private static Case sign(Case one, String kind, Optional<UUID> document) {
    Paper paper =
        new Paper(
            one.caseId(),
            world.now(one).version(),
            kind,
            document,
            "What I decided, and why.",
            world.seen(one));
    return world.cases.signing().sign(actor(Role.OFFICER), paper, CaseWorld.PASSWORD);
  }

  @Test
  void noticeGoesToTheStateFirstAndOnOnlyWhereTheStatePassesItOn() throws Exception {
    world.running.stores().options().choose("CA", false, "test", "test", java.time.Instant.now());
    Case one = booked();
    assertThat(answers(one))
        .filteredOn(a -> a.source() == AnswerSource.IMMIGRATION)
        .extracting(Answer::outcome)
        .containsExactly(Outcome.PENDING);
    world.identified(one);
    world.checks(one);
    world.step(Role.OFFICER, one, Step.FINISH_CITIZENSHIP);
    world.facts(one);
    UUID document = world.document(one);
    world.step(Role.OFFICER, one, Step.FINISH_FACTS);
    assertThat(sign(one, "notify-on-release", Optional.of(document)).state())
        .isEqualTo(CaseState.DETERMINED);
    world.await(one.caseId(), CaseState.NOTIFIED);
    Answer answer = decided(one).orElseThrow();
    assertThat(answer.tot()).isEqualTo("IDR");
    assertThat(answer.outcome()).isEqualTo(Outcome.DETERMINED);
    assertThat(new String(answer.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("NOT A REQUEST TO HOLD");
    assertThat(world.running.stores().bureaus().of("CA", 50))
        .anyMatch(b -> b.answerId().equals(answer.answerId()) && !b.forwarded());
    assertThat(agencySees(one)).isFalse();
    assertThat(disclosed(one)).containsExactly("bureau CA");
  }

  @Test
  void nobodySignsWhatTheyHaveNotSeen() throws Exception {
    Case one = booked();
    world.identified(one);
    world.checks(one);
    world.step(Role.OFFICER, one, Step.FINISH_CITIZENSHIP);
    world.facts(one);
    UUID document = world.document(one);
    world.step(Role.OFFICER, one, Step.FINISH_FACTS);
    int drawn = world.now(one).version();
    String seen = world.seen(one);
    world
        .cases
        .evidence()
        .fact(
            actor(Role.OFFICER, "2"),
            one.caseId(),
            new Fact(
                Fact.Side.AGAINST,
                Fact.Kind.OTHER,
                "A birth record was found.",
                "registrar",
                "",
                Instant.now()));
    Paper unseen =
        new Paper(
            one.caseId(),
            drawn,
            "notify-on-release",
            Optional.of(document),
            "What I decided, and why.",
            seen);
    assertThat(
            refusal(
                () -> world.cases.signing().sign(actor(Role.OFFICER), unseen, CaseWorld.PASSWORD)))
        .isEqualTo(Code.STALE);
    assertThat(world.now(one).state()).isEqualTo(CaseState.READY);
    assertThat(sign(one, "notify-on-release", Optional.of(document)).state())
        .isEqualTo(CaseState.DETERMINED);
  }

  @Test
  void aCitizenIsClosedAndPurgedAndWhatIsKnownOfThemIsGone() throws Exception {
    world.running.stores().options().choose("CA", true, "test", "test", java.time.Instant.now());
    Case one = booked();
    world.identified(one);
    world.checks(one, new CheckResult.Positive("passport issued"));
    assertThat(refusal(() -> world.step(Role.OFFICER, one, Step.FINISH_CITIZENSHIP)))
        .isEqualTo(Code.GATE);
    assertThat(
            refusal(
                () -> world.cases.evidence().review(actor(Role.OFFICER), one.caseId(), "x", "")))
        .isEqualTo(Code.ROLE);
    world
        .cases
        .evidence()
        .review(actor(Role.SUPERVISOR), one.caseId(), "Strong indicator.", world.seen(one));
    world.step(Role.OFFICER, one, Step.FINISH_CITIZENSHIP);
    world.facts(one);
    UUID document = world.document(one);
    world.step(Role.OFFICER, one, Step.FINISH_FACTS);
    assertThat(sign(one, "us-citizen", Optional.of(document)).state())
        .as("something points to citizenship: two sign")
        .isEqualTo(CaseState.COUNTERSIGN);
    assertThat(decided(one)).as("nothing leaves before the second signature").isEmpty();
    world
        .cases
        .signing()
        .countersign(
            actor(Role.APPROVER),
            one.caseId(),
            world.now(one).version(),
            world.seen(one),
            CaseWorld.PASSWORD);
    Case closed = world.await(one.caseId(), CaseState.CLOSED);
    assertThat(closed.purgedAt()).isPresent();
    assertThat(closed.booking().namesKnown()).isEmpty();
    assertThat(world.cases.shelf().cases().events(one.caseId()))
        .extracting(event -> event.change().note())
        .containsOnly("", "-");
    assertThat(world.cases.evidence().dossier(actor(Role.OFFICER), one.caseId()).documents())
        .allMatch(d -> d.head().title().equals("-"));
    assertThat(
            world.running.stores().leads().of(one.booking().control()).orElseThrow().namesKnown())
        .isEmpty();
    assertThat(decided(one).orElseThrow().srf()).contains("N");
    assertThat(agencySees(one)).isTrue();
    assertThat(disclosed(one)).containsExactlyInAnyOrder("bureau CA", "agency " + TestCards.ORI);
    assertThat(refusal(() -> world.step(Role.SUPERVISOR, one, Step.REOPEN))).isEqualTo(Code.GATE);
  }

  @Test
  void aPurgeThatNoCheckSpeaksForTakesAReasonAndASecondPerson() throws Exception {
    Case one = booked();
    world.identified(one);
    world.checks(one);
    world.step(Role.OFFICER, one, Step.FINISH_CITIZENSHIP);
    world.facts(one);
    UUID document = world.document(one);
    world.step(Role.OFFICER, one, Step.FINISH_FACTS);
    assertThatThrownBy(() -> sign(one, "us-citizen", Optional.of(document)))
        .isInstanceOfSatisfying(RefusedStep.class, e -> assertThat(e.code()).isEqualTo(Code.GATE))
        .hasMessageContaining("none of the citizenship checks on file points to citizenship");
    assertThatThrownBy(
            () -> against(one, document, "because ........................................"))
        .hasMessageContaining("at least 40 letters and digits");
    assertThat(world.now(one).state()).isEqualTo(CaseState.READY);
    String why = "A certificate of birth in this country came by post on the day before.";
    assertThat(against(one, document, why).state()).isEqualTo(CaseState.COUNTERSIGN);
    assertThat(decided(one)).as("nothing leaves before the second signature").isEmpty();
    assertThat(world.cases.determinations().of(one.caseId()))
        .singleElement()
        .satisfies(draft ->
            assertThat(draft.basis().narrative())
                .contains("Against the checks (none of the citizenship checks", why));
  }

  private static Case against(Case one, UUID document, String why) {
    Paper paper =
        new Paper(
            one.caseId(),
            world.now(one).version(),
            "us-citizen",
            Optional.of(document),
            "A citizen by birth, I find.",
            world.seen(one));
    return world.cases.signing().sign(actor(Role.OFFICER), paper, why, CaseWorld.PASSWORD);
  }

  @Test
  void anExclusionAnswersNoMatchAndPurges() throws Exception {
    Case one = booked();
    world.cases.desk().machine(one.caseId(), Step.SETTLE_EXCLUDED, "test");
    for (int i = 0; i < 200 && decided(one).isEmpty(); i++) {
      Thread.sleep(50);
    }
    assertThat(decided(one).orElseThrow().outcome()).isEqualTo(Outcome.NO_HIT);
    assertThat(world.now(one).state()).isEqualTo(CaseState.EXCLUDED);
    assertThat(world.now(one).purgedAt()).isPresent();
    assertThat(world.now(one).booking().namesKnown()).isEmpty();
  }

  @Test
  void aReferralNeedsAnEarlierRemovalAndAStopHoldsASignedAnswer() throws Exception {
    Case one = booked();
    world.ready(one);
    assertThat(refusal(() -> sign(one, "referred-to-prosecutor", Optional.empty())))
        .isEqualTo(Code.GATE);
    assertThat(
            refusal(() ->
                world
                    .cases
                    .signing()
                    .sign(
                        actor(Role.OFFICER),
                        new Paper(
                            one.caseId(),
                            world.now(one).version(),
                            "no-action",
                            Optional.empty(),
                            "What I decided, and why.",
                            world.seen(one)),
                        "not the password")))
        .isEqualTo(Code.REAUTHENTICATION);
    world
        .cases
        .evidence()
        .stop(actor(Role.OFFICER), world.wish(one, Step.STOP), ProtectedStop.Kind.MINOR);
    assertThat(refusal(() -> sign(one, "no-action", Optional.empty()))).isEqualTo(Code.STOPPED);
    assertThat(refusal(() -> world.checks(one))).isEqualTo(Code.STOPPED);
    world.cases.evidence().release(actor(Role.SUPERVISOR), world.wish(one, Step.RELEASE_STOP));
    assertThat(sign(one, "no-action", Optional.empty()).state()).isEqualTo(CaseState.COUNTERSIGN);
    assertThat(
            refusal(() ->
                world
                    .cases
                    .signing()
                    .countersign(
                        actor(Role.OFFICER, "two"),
                        one.caseId(),
                        world.now(one).version(),
                        world.seen(one),
                        CaseWorld.PASSWORD)))
        .isEqualTo(Code.ROLE);
  }

  @Test
  void anExpiredHitCannotSupportADetermination() throws Exception {
    Case one = booked();
    world.ready(one);
    world
        .jdbc()
        .sql("update case_file set verified_at = now() - interval '366 days' where case_id = ?")
        .param(one.caseId())
        .update();
    assertThatThrownBy(() -> sign(one, "no-action", Optional.empty()))
        .isInstanceOfSatisfying(RefusedStep.class, e -> assertThat(e.code()).isEqualTo(Code.GATE))
        .hasMessageContaining("expired hit");
    world.step(Role.OFFICER, one, Step.RENEW);
    assertThat(world.now(one).state()).isEqualTo(CaseState.VERIFYING);
    assertThat(world.identified(one).state()).isEqualTo(CaseState.CITIZENSHIP_REVIEW);
  }

  /// Who was told of a case, by the ledger.
  private static List<String> disclosed(Case one) {
    return Rooms.of(world.running.server)
        .ledger()
        .about(List.of(new Subject("case:" + one.caseId())))
        .stream()
        .filter(e -> e.entry().action().key().equals("disclosure.make"))
        .map(e ->
            e.entry().detail().get("recipient-kind") + " " + e.entry().detail().get("recipient"))
        .toList();
  }
}
