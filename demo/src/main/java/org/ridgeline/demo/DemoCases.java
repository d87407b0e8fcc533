package org.ridgeline.demo;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseQueue;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.evidence.Fact;
import org.ridgeline.casework.evidence.ProtectedStop;
import org.ridgeline.exchange.operator.Role;

/// Carries the fictional cases that examiners identified on, each to another end, so that a visitor
/// finds some in every state. Every step is taken through the same desks as by people, and is in
/// the ledger with its purpose.
final class DemoCases {
  private static final int CASES_AT_ONCE = 50;

  /// How far the next cases are carried, in turn: those that a visitor goes on with first.
  private static final List<Aim> AIMS =
      List.of(
          Aim.LEFT,
          Aim.READY,
          Aim.OVER_LIMIT,
          Aim.COUNTERSIGN,
          Aim.FACTS,
          Aim.REFERRED,
          Aim.NOTIFIED,
          Aim.RELEASED,
          Aim.STOPPED_ANSWER,
          Aim.RELEASE_NEAR,
          Aim.CITIZEN,
          Aim.STOPPED,
          Aim.INDICATOR,
          Aim.LAWFUL,
          Aim.UNHEARD_OF,
          Aim.SENTENCED);

  private enum Aim {
    LEFT,
    INDICATOR,
    FACTS,
    STOPPED,
    READY,
    COUNTERSIGN,
    STOPPED_ANSWER,
    NOTIFIED,
    RELEASE_NEAR,
    OVER_LIMIT,
    UNHEARD_OF,
    SENTENCED,
    REFERRED,
    RELEASED,
    CITIZEN,
    LAWFUL
  }

  private static final Set<CaseState> BEFORE =
      EnumSet.of(
          CaseState.RECEIVED, CaseState.VERIFYING, CaseState.INCONCLUSIVE, CaseState.EXCLUDED);

  private final CaseDesks cases;
  private final DemoStaff staff;
  private final DemoPaperwork papers;
  private final DemoCustody custody;
  private final Set<UUID> seen = new HashSet<>();
  private int turn;

  /// Goes on where a folder's cases stand: those identified before stay as they are.
  DemoCases(CaseDesks cases, DemoStaff staff, DemoPaperwork papers, DemoCustody custody) {
    this.cases = cases;
    this.staff = staff;
    this.papers = papers;
    this.custody = custody;
    identified().forEach(one -> seen.add(one.caseId()));
    cases
        .queue()
        .counts()
        .forEach((state, count) -> {
          turn += BEFORE.contains(state) ? 0 : count;
        });
  }

  private List<Case> identified() {
    var filter =
        new CaseQueue.Filter(
            CaseState.CITIZENSHIP_REVIEW.name(), "", "", "", Instant.now().plusSeconds(60));
    return cases
        .queue()
        .list(staff.actor(Role.OFFICER, "demo: what is new"), filter, CASES_AT_ONCE);
  }

  /// Carries on what has come since the last time. Where a case could not be carried to its end,
  /// the next is to come there.
  void carryOn() throws InterruptedException {
    for (Case one : identified()) {
      if (seen.add(one.caseId())) {
        carry(one.caseId(), AIMS.get(turn % AIMS.size()));
        turn++;
      }
    }
  }

  private void carry(UUID caseId, Aim aim) throws InterruptedException {
    switch (aim) {
      case LEFT -> {}
      case INDICATOR ->
          papers.check(caseId, Optional.of("Fictional certificate of the same name and date."));
      case FACTS -> facts(caseId);
      case STOPPED -> {
        papers.toFacts(caseId);
        papers.stop(caseId, ProtectedStop.Kind.MINOR);
      }
      case READY -> papers.toReady(caseId);
      case COUNTERSIGN -> {
        papers.toReady(caseId);
        papers.sign(caseId, "notify-on-release", Optional.empty());
      }
      case STOPPED_ANSWER -> papers.signAndStop(caseId, papers.toReady(caseId));
      case NOTIFIED -> notified(caseId);
      case RELEASE_NEAR -> {
        watched(caseId);
        custody.releaseNear(caseId);
      }
      case OVER_LIMIT -> {
        watched(caseId);
        custody.overLimit(caseId);
      }
      case UNHEARD_OF -> {
        watched(caseId);
        custody.unheardOf(caseId);
      }
      case SENTENCED -> {
        watched(caseId);
        custody.sentenced(caseId);
      }
      case REFERRED -> referred(caseId);
      case RELEASED -> {
        watched(caseId);
        custody.released(caseId);
      }
      case CITIZEN -> citizen(caseId);
      case LAWFUL -> papers.sign(caseId, "lawful-status", Optional.of(papers.toReady(caseId)));
    }
  }

  private void facts(UUID caseId) {
    papers.toFacts(caseId);
    papers.pointsFor(
        caseId, Fact.Kind.IMMIGRATION_RECORD, "A visa of the fictional file ended in 2009.");
    papers.pointsAgainst(
        caseId, Fact.Kind.FAMILY_OR_HEALTH, "Two children at school here; fictional.");
  }

  private void notified(UUID caseId) throws InterruptedException {
    papers.sign(caseId, "notify-on-release", Optional.of(papers.toReady(caseId)));
    papers.await(caseId, CaseState.NOTIFIED);
  }

  private void watched(UUID caseId) throws InterruptedException {
    notified(caseId);
    papers.step(caseId, Step.WATCH_CUSTODY, "the jail still has the person");
  }

  private void referred(UUID caseId) throws InterruptedException {
    papers.toFacts(caseId);
    papers.pointsFor(caseId, Fact.Kind.PRIOR_REMOVAL, "Removed three years ago; fictional order.");
    UUID order = papers.attach(caseId, "Fictional removal order 7");
    papers.complete(caseId);
    papers.sign(caseId, "referred-to-prosecutor", Optional.of(order));
    papers.countersign(caseId);
    papers.await(caseId, CaseState.REFERRED);
    custody.referred(caseId);
  }

  private void citizen(UUID caseId) {
    papers.check(caseId, Optional.of("Fictional certificate of naturalisation of 2004."));
    papers.review(caseId);
    papers.step(caseId, Step.FINISH_CITIZENSHIP, "reviewed by the supervisor");
    UUID document = papers.complete(caseId);
    papers.sign(caseId, "us-citizen", Optional.of(document));
    papers.countersign(caseId);
  }
}
