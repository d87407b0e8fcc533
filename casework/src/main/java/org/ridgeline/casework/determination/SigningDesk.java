package org.ridgeline.casework.determination;

import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.CaseDesk.Wish;
import org.ridgeline.casework.casefile.DossierDigest;
import org.ridgeline.casework.casefile.Records;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Field;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.desk.Spoken;
import org.ridgeline.casework.determination.Determination.Basis;
import org.ridgeline.casework.determination.Determination.Signature;
import org.ridgeline.casework.determination.DeterminationKind.Effect;
import org.ridgeline.casework.determination.DeterminationStore.Outbound;
import org.ridgeline.casework.evidence.Dossier;
import org.ridgeline.casework.evidence.Fact;
import org.ridgeline.casework.evidence.Limits;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.vocabulary.event.Event;

/// Where officers sign. The only place where a determination comes into being.
public final class SigningDesk {
  private final Shelf shelf;
  private final CaseDesk desk;
  private final DeterminationStore store;
  private final DeterminationKinds kinds;
  private final Records records;

  public SigningDesk(
      Shelf shelf,
      CaseDesk desk,
      DeterminationStore store,
      DeterminationKinds kinds,
      Records records) {
    this.shelf = shelf;
    this.desk = desk;
    this.store = store;
    this.kinds = kinds;
    this.records = records;
  }

  /// What an officer wants to sign.
  /// - **Shape** `primaryDocument` the source document reviewed, empty for none; `seen` the token
  ///   of the digest of what they saw
  public record Paper(
      UUID caseId,
      int version,
      String kind,
      Optional<UUID> primaryDocument,
      String narrative,
      String seen) {}

  /// Signs what goes against nothing: the only signature, or the first of two.
  public Case sign(Actor actor, Paper paper, String password) {
    return signed(actor, paper, "", password);
  }

  /// Signs: the only signature, or the first of two.
  /// - **Shape** `against` why the determination goes against the checks on file; not kept where it
  ///   does not
  public Case sign(Actor actor, Paper paper, String against, String password) {
    return signed(actor, paper, against, password);
  }

  private Case signed(Actor actor, Paper paper, String against, String password) {
    officer(actor);
    DeterminationKind kind = kind(paper.kind());
    String said =
        Spoken.enough(
            Field.NARRATIVE,
            Limits.text(Field.NARRATIVE, paper.narrative()),
            org.ridgeline.casework.desk.Limits.NARRATIVE_CHARS_MIN);
    desk.confirm(actor, password);
    return shelf
        .transaction()
        .execute(_ -> {
          // Held before it is read: what is signed is what was there at the signature.
          Case one = shelf.held(paper.caseId());
          Dossier dossier = shelf.evidence().dossier(one.caseId());
          document(paper, dossier);
          priorRemoval(one, kind, dossier);
          String narrative = against(kind, dossier, said, against);
          boolean two = needsTwo(kind, paper.primaryDocument().isEmpty(), dossier);
          Wish wish =
              new Wish(
                  one.caseId(),
                  paper.version(),
                  two ? Step.SIGN_FIRST : Step.SIGN,
                  kind.words(),
                  paper.seen());
          Case after = desk.signed(actor, wish, Optional.empty(), kind.key());
          Draft draft =
              new Draft(
                  UUID.randomUUID(),
                  one.caseId(),
                  kind.key(),
                  new Basis(paper.primaryDocument(), narrative, two),
                  signature(actor, one.caseId(), paper.seen()),
                  Optional.empty(),
                  Optional.empty());
          store.add(draft);
          shelf.tell(
              new Event.DeterminationSigned(
                  one.caseId(), draft.determinationId(), draft.kind(), two));
          if (!two) {
            queue(after, draft);
          }
          return after;
        });
  }

  /// Signs second.
  /// - **Shape** `seen` the token of the digest of what they saw
  public Case countersign(Actor actor, UUID caseId, int version, String seen, String password) {
    approver(actor);
    desk.confirm(actor, password);
    return shelf
        .transaction()
        .execute(_ -> {
          shelf.held(caseId);
          Draft draft = awaiting(caseId);
          if (!store.isAsSigned(draft)) {
            throw new RefusedStep(Refusal.DETERMINATION_ALTERED);
          }
          Wish wish = new Wish(caseId, version, Step.COUNTERSIGN, kind(draft.kind()).words(), seen);
          Case after = desk.signed(actor, wish, Optional.of(draft.first().by()), draft.kind());
          store.signSecond(draft.determinationId(), signature(actor, caseId, seen));
          shelf.tell(new Event.DeterminationCountersigned(caseId, draft.determinationId()));
          queue(after, draft);
          return after;
        });
  }

  /// Returns a determination without signing, and says why.
  public Case giveBack(Actor actor, UUID caseId, int version, String why) {
    approver(actor);
    return shelf
        .transaction()
        .execute(_ -> {
          shelf.held(caseId);
          Draft draft = awaiting(caseId);
          Case after = desk.step(actor, new Wish(caseId, version, Step.RETURN, why));
          store.returned(draft.determinationId(), shelf.now());
          shelf.tell(new Event.DeterminationReturned(caseId, draft.determinationId()));
          return after;
        });
  }

  /// Whether two must sign: something points to citizenship, nobody saw a source document, a
  /// prosecutor is to act on it, or what follows cannot be undone.
  public static boolean needsTwo(DeterminationKind kind, boolean databaseOnly, Dossier dossier) {
    return dossier.hasIndicator()
        || databaseOnly
        || kind.effect() == Effect.REFER
        || kind.effect() == Effect.CLOSE_AND_PURGE;
  }

  /// The narrative, with why the determination goes against the checks where it does: whoever signs
  /// second reads it, and it is as signed as the rest.
  private static String against(
      DeterminationKind kind, Dossier dossier, String narrative, String against) {
    Optional<Contradiction> found = Contradiction.of(kind, dossier);
    if (found.isEmpty()) {
      return narrative;
    }
    int charsMin = org.ridgeline.casework.desk.Limits.AGAINST_CHARS_MIN;
    String why = against.strip();
    if (Spoken.count(why) < charsMin) {
      throw new RefusedStep(Refusal.AGAINST_CHECKS, found.get(), charsMin);
    }
    return Limits.text(
        Field.NARRATIVE,
        narrative
            + "\n\nAgainst the checks ("
            + found.get().words()
            + "): "
            + Limits.text(Field.AGAINST_CHECKS, why));
  }

  private Signature signature(Actor actor, UUID caseId, String seen) {
    Optional<String> dossier = DossierDigest.ofToken(caseId, seen).map(DossierDigest::whole);
    return new Signature(actor.name(), shelf.now(), dossier);
  }

  private void queue(Case after, Draft draft) {
    after.bookings().stream()
        .filter(Case.Booking::isAnswered)
        .forEach(booking ->
            store.queue(
                Outbound.of(after, booking, Optional.of(draft.determinationId())), shelf.now()));
  }

  private Draft awaiting(UUID caseId) {
    return store.of(caseId).stream()
        .filter(Draft::isAwaitingSecond)
        .findFirst()
        .flatMap(draft -> store.held(draft.determinationId()))
        .filter(Draft::isAwaitingSecond)
        .orElseThrow(() -> new RefusedStep(Refusal.NOTHING_TO_COUNTERSIGN));
  }

  private DeterminationKind kind(String key) {
    return kinds.of(key).orElseThrow(() -> new RefusedStep(Refusal.NO_SUCH_DETERMINATION, key));
  }

  private static void document(Paper paper, Dossier dossier) {
    boolean isThere =
        paper.primaryDocument().isEmpty()
            || dossier.primary().stream()
                .anyMatch(d -> d.documentId().equals(paper.primaryDocument().get()));
    if (!isThere) {
      throw new RefusedStep(Refusal.NO_PRIMARY_DOCUMENT);
    }
  }

  private void priorRemoval(Case one, DeterminationKind kind, Dossier dossier) {
    if (!kind.needsPriorRemoval()) {
      return;
    }
    boolean onRecord =
        !records.of(one).priorRemovals().isEmpty()
            || dossier.facts(Fact.Side.FOR).stream()
                    .anyMatch(fact -> fact.kind() == Fact.Kind.PRIOR_REMOVAL)
                && !dossier.primary().isEmpty();
    if (!onRecord) {
      throw new RefusedStep(Refusal.NO_REMOVAL_ON_RECORD);
    }
  }

  private static void officer(Actor actor) {
    if (!actor.is(Role.OFFICER)) {
      throw new RefusedStep(Refusal.OFFICERS_DETERMINE);
    }
  }

  private static void approver(Actor actor) {
    if (!actor.is(Role.APPROVER)) {
      throw new RefusedStep(Refusal.APPROVERS_SIGN_SECOND);
    }
  }
}
