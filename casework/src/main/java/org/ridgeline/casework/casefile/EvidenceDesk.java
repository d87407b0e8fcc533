package org.ridgeline.casework.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.ridgeline.casework.desk.Act;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Field;
import org.ridgeline.casework.desk.Kept;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.evidence.CheckEntry;
import org.ridgeline.casework.evidence.CheckResult;
import org.ridgeline.casework.evidence.CitizenshipCheck;
import org.ridgeline.casework.evidence.Dossier;
import org.ridgeline.casework.evidence.Fact;
import org.ridgeline.casework.evidence.Interview;
import org.ridgeline.casework.evidence.Limits;
import org.ridgeline.casework.evidence.ProtectedStop;
import org.ridgeline.casework.evidence.SourceDocument;
import org.ridgeline.casework.evidence.SupervisorReview;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Sha256;

/// Where what a case rests on is added. Nothing is ever changed; what is newer counts.
public final class EvidenceDesk {
  private static final Set<Role> WRITERS = Set.of(Role.OFFICER);

  private final Shelf shelf;
  private final CaseDesk desk;
  private final Additions additions;

  public EvidenceDesk(Shelf shelf, CaseDesk desk) {
    this.shelf = shelf;
    this.desk = desk;
    additions = new Additions(shelf, Field.EVIDENCE);
  }

  /// Everything a case rests on, for somebody who has read the case.
  public Dossier dossier(Actor actor, UUID caseId) {
    CaseDesk.needs(actor, CaseDesk.READERS, Act.READING);
    return shelf.evidence().dossier(caseId);
  }

  /// What a check is recorded with.
  public record Run(CitizenshipCheck kind, CheckResult result, String source, LocalDate on) {}

  /// Records a run of a citizenship check.
  public void check(Actor actor, UUID caseId, Run run) {
    notInFuture(Field.SOURCE_DATE, run.on());
    add(
        actor,
        caseId,
        run.kind().action(),
        (one, now) -> {
          var entry =
              new CheckEntry(run.kind(), run.result(), run.source(), run.on(), actor.name(), now);
          room(Kept.CHECKS, dossier(one).checks().size(), Limits.ENTRIES_MAX);
          shelf.evidence().add(one.caseId(), entry);
        });
  }

  /// Records a supervisor's review of the checks. Not by whoever ran one of them.
  /// - **Shape** `seen` the token of the digest of what they saw: a check that was run since is not
  ///   reviewed
  public void review(Actor actor, UUID caseId, String finding, String seen) {
    CaseDesk.needs(actor, Set.of(Role.SUPERVISOR), Act.REVIEWING_CHECKS);
    additions.write(
        actor,
        caseId,
        Known.EVIDENCE_REVIEW_CITIZENSHIP,
        (one, now) -> {
          Dossier dossier = dossier(one);
          if (dossier.checks().stream().anyMatch(check -> check.by().equals(actor.name()))) {
            throw new RefusedStep(Refusal.REVIEW_OF_OWN_CHECK);
          }
          desk.seen(one, Act.REVIEWING_CHECKS, seen);
          room(Kept.REVIEWS, dossier.reviews().size(), Limits.ENTRIES_MAX);
          shelf.evidence().add(one.caseId(), new SupervisorReview(finding, actor.name(), now));
        });
  }

  /// Records a fact, or that a search for facts against found none.
  public void fact(Actor actor, UUID caseId, Fact fact) {
    add(
        actor,
        caseId,
        Known.EVIDENCE_STATE_FACT,
        (one, now) -> {
          room(Kept.FACTS, dossier(one).facts().size(), Limits.ENTRIES_MAX);
          shelf
              .evidence()
              .add(
                  one.caseId(),
                  new Fact(
                      fact.side(), fact.kind(), fact.content(), fact.source(), actor.name(), now));
        });
  }

  /// Records an interview, or why there was none.
  public void interview(
      Actor actor, UUID caseId, Optional<LocalDate> heldOn, String language, String content) {
    heldOn.ifPresent(on -> notInFuture(Field.INTERVIEW_DATE, on));
    add(
        actor,
        caseId,
        Known.EVIDENCE_RECORD_INTERVIEW,
        (one, now) -> {
          room(Kept.INTERVIEWS, dossier(one).interviews().size(), Limits.ENTRIES_MAX);
          shelf
              .evidence()
              .add(one.caseId(), new Interview(heldOn, language, content, actor.name(), now));
        });
  }

  /// Attaches a document.
  public SourceDocument attach(Actor actor, UUID caseId, SourceDocument.Head head, byte[] bytes) {
    if (bytes.length == 0 || bytes.length > Limits.DOCUMENT_BYTES_MAX) {
      throw new RefusedStep(Refusal.DOCUMENT_SIZE, bytes.length, Limits.DOCUMENT_BYTES_MAX);
    }
    notInFuture(Field.DOCUMENT_DATE, head.issuedOn());
    UUID id = UUID.randomUUID();
    String sha256 = Sha256.hex(bytes);
    var kept = new SourceDocument[1];
    add(
        actor,
        caseId,
        Known.EVIDENCE_ATTACH_DOCUMENT,
        (one, now) -> {
          Dossier dossier = dossier(one);
          room(Kept.DOCUMENTS, dossier.documents().size(), Limits.DOCUMENTS_MAX);
          kept[0] = new SourceDocument(id, head, sha256, bytes.length, actor.name(), now);
          shelf.evidence().add(one.caseId(), kept[0], bytes);
        });
    return kept[0];
  }

  /// A document's bytes, for somebody who reads the case.
  public byte[] document(Actor actor, UUID caseId, UUID documentId) {
    CaseDesk.needs(actor, CaseDesk.READERS, Act.READING_DOCUMENTS);
    return shelf
        .transaction()
        .execute(_ -> {
          Case one = shelf.known(caseId);
          byte[] bytes =
              shelf
                  .evidence()
                  .bytes(caseId, documentId)
                  .orElseThrow(() -> new RefusedStep(Refusal.NO_SUCH_DOCUMENT));
          shelf.record(
              actor,
              one,
              Known.CASE_READ_DOCUMENT,
              Map.of("document", Subject.Kind.DOCUMENT.text(documentId)));
          return bytes;
        });
  }

  /// Stops a case because somebody is protected.
  public void stop(Actor actor, CaseDesk.Wish wish, ProtectedStop.Kind kind) {
    shelf
        .transaction()
        .executeWithoutResult(_ -> {
          Case after = desk.step(actor, wish);
          shelf.cases().stop(after.caseId(), true);
          shelf
              .evidence()
              .stop(
                  after.caseId(),
                  new ProtectedStop(kind, actor.name(), shelf.now(), Optional.empty()));
        });
  }

  /// Lifts a stop.
  public void release(Actor actor, CaseDesk.Wish wish) {
    shelf
        .transaction()
        .executeWithoutResult(_ -> {
          Case after = desk.step(actor, wish);
          shelf.cases().stop(after.caseId(), false);
          shelf
              .evidence()
              .release(
                  after.caseId(),
                  new ProtectedStop.Release(actor.name(), shelf.now(), wish.note().strip()));
        });
  }

  private Dossier dossier(Case one) {
    return shelf.evidence().dossier(one.caseId());
  }

  private void add(Actor actor, UUID caseId, Action action, BiConsumer<Case, Instant> write) {
    CaseDesk.needs(actor, WRITERS, Act.ADDING);
    additions.write(actor, caseId, action, write);
  }

  private void notInFuture(Field field, LocalDate on) {
    if (on.isAfter(LocalDate.ofInstant(shelf.now(), ZoneOffset.UTC).plusDays(1))) {
      throw new RefusedStep(Refusal.DATE_IN_FUTURE, field);
    }
  }

  private static void room(Kept what, int count, int max) {
    Limits.room(what, count, max);
  }
}
