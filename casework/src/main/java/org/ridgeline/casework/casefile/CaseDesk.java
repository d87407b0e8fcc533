package org.ridgeline.casework.casefile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ridgeline.casework.casefile.Transitions.Row;
import org.ridgeline.casework.casefile.Transitions.WhenStopped;
import org.ridgeline.casework.desk.Act;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.desk.Field;
import org.ridgeline.casework.desk.Reauthentication;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.desk.Spoken;
import org.ridgeline.casework.desk.Term;
import org.ridgeline.casework.evidence.Dossier;
import org.ridgeline.casework.evidence.Gate;
import org.ridgeline.casework.evidence.Limits;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.vocabulary.Sha256;

/// Where cases are read and moved on: every step by the table, by the right person, from the
/// version they saw, and in the ledger.
public final class CaseDesk {
  /// Who may read cases.
  static final Set<Role> READERS = Set.of(Role.OFFICER, Role.APPROVER, Role.SUPERVISOR);

  private final Shelf shelf;
  private final Reauthentication reauthentication;
  private final Comparison comparison;
  private final CasePurge purge;
  private final Digests digests;
  private final List<CaseListener> listeners = new CopyOnWriteArrayList<>();

  public CaseDesk(
      Shelf shelf,
      Reauthentication reauthentication,
      Comparison comparison,
      CasePurge purge,
      Digests digests) {
    this.shelf = shelf;
    this.reauthentication = reauthentication;
    this.comparison = comparison;
    this.purge = purge;
    this.digests = digests;
  }

  /// What a person wants to do: with which version of a case, and what they say to it.
  /// - **Shape** `note` may be empty where the step asks for none; `seen` the token of the digest
  ///   of what they saw ([DossierDigest#token]), empty only where the step rests on nothing else
  public record Wish(UUID caseId, int version, Step step, String note, String seen) {
    /// A step that does not rest on what the case shows.
    public Wish(UUID caseId, int version, Step step, String note) {
      this(caseId, version, step, note, "");
    }
  }

  /// Has somebody hear of every step.
  public void listen(CaseListener listener) {
    listeners.add(listener);
  }

  /// Reads a case, and says so in the ledger.
  public Case read(Actor actor, UUID caseId) {
    needs(actor, READERS, Act.READING);
    return shelf
        .transaction()
        .execute(_ -> {
          Case one = shelf.known(caseId);
          shelf.record(actor, one, Known.CASE_READ, Map.of());
          return one;
        });
  }

  /// Takes a step that needs neither signature nor outcome.
  public Case step(Actor actor, Wish wish) {
    Row row = row(wish);
    if (row.signed()) {
      throw new RefusedStep(Refusal.STEP_IS_SIGNATURE, wish.step());
    }
    if (row.withOutcome()) {
      throw new RefusedStep(Refusal.CLOSES_WITH_OUTCOME_ONLY);
    }
    return perform(actor, wish, Optional.empty(), Optional.empty());
  }

  /// Closes a case with what became of the person.
  /// - **Shape** `outcome`: the key of an outcome of custody's list
  public Case close(Actor actor, Wish wish, String outcome) {
    return perform(actor, wish, Optional.empty(), Optional.of(Limits.line(Field.OUTCOME, outcome)));
  }

  /// Asks for the password before anything is signed.
  /// - **Error** it is not the actor's: RefusedStep
  public void confirm(Actor actor, String password) {
    if (!reauthentication.confirms(actor.name(), password)) {
      throw new RefusedStep(Refusal.PASSWORD_WRONG);
    }
  }

  /// Takes a step that signs, within the signing's own transaction.
  /// - **Shape** `first`: who signed before, whom the actor must not be; `outcome` of the
  ///   determination
  public Case signed(Actor actor, Wish wish, Optional<String> first, String outcome) {
    return perform(actor, wish, first, Optional.of(outcome));
  }

  private static Row row(Wish wish, CaseState from) {
    return Transitions.of(from, wish.step())
        .orElseThrow(() -> new RefusedStep(Refusal.STEP_NOT_FROM_HERE, wish.step(), from));
  }

  private Row row(Wish wish) {
    return row(wish, shelf.known(wish.caseId()).state());
  }

  private Case perform(Actor actor, Wish wish, Optional<String> first, Optional<String> outcome) {
    return shelf
        .transaction()
        .execute(_ -> {
          Case one = shelf.held(wish.caseId());
          allowed(actor, wish.step());
          Row row = row(wish, one.state());
          mayStep(actor, row.roles(), wish.step());
          Dossier dossier = shelf.evidence().dossier(one.caseId());
          stopped(one, row);
          another(actor, row, first.or(() -> dossier.stop().map(stop -> stop.by())));
          stale(one, wish.version());
          Optional<DossierDigest> seen = seen(one, row, wish.seen());
          gates(one, row, dossier);
          note(row, wish.note());
          var event =
              new Said(actor.name(), actor.duty().role().name(), actor.purpose(), wish.note());
          Case after = move(one, row, event, outcome);
          Map<String, String> detail = detail(row, outcome);
          seen.ifPresent(digest -> detail.put("dossier", digest.whole()));
          shelf.record(actor, after, row.step().action(), detail);
          tell(after, row.step());
          return after;
        });
  }

  /// The digest of what a case shows now, which is what the actor saw.
  /// - **Error** they saw something else, or do not say what: [RefusedStep]
  private Optional<DossierDigest> seen(Case one, Row row, String token) {
    return token.isEmpty() && !row.restsOnDossier()
        ? Optional.empty()
        : Optional.of(seen(one, row.step(), token));
  }

  /// The digest of what a case shows now, which must be what somebody saw, in the transaction that
  /// holds the case.
  /// - **Shape** `what` they do; `token` of the digest of what they saw
  /// - **Error** they saw something else, or do not say what: [RefusedStep]
  DossierDigest seen(Case one, Term what, String token) {
    DossierDigest drawn =
        DossierDigest.ofToken(one.caseId(), token)
            .orElseThrow(() -> new RefusedStep(Refusal.DOSSIER_NOT_NAMED, what));
    DossierDigest now = digests.of(one);
    List<DossierDigest.Part> changed = now.changed(drawn);
    if (!changed.isEmpty()) {
      throw new RefusedStep(Refusal.DOSSIER_CHANGED, changed);
    }
    return now;
  }

  /// Takes a step that the program takes by itself.
  public Case machine(UUID caseId, Step step, String why) {
    return shelf
        .transaction()
        .execute(_ -> {
          Case one = shelf.held(caseId);
          Row row = row(new Wish(caseId, one.version(), step, ""), one.state());
          if (!row.isMachine()) {
            throw new IllegalArgumentException("step=" + step + " is a person's");
          }
          stopped(one, row);
          var event = new Said(Daybook.MACHINE, Daybook.MACHINE_ROLE, why, "");
          Case after = move(one, row, event, Optional.empty());
          shelf.record(after, why, step.action(), detail(row, Optional.empty()));
          tell(after, step);
          return after;
        });
  }

  /// Takes out what a case knows of the person; that it was, what was decided and by whom stays.
  /// Done once; under a hold, it is done when that is released.
  public void purge(UUID caseId, String why) {
    shelf
        .transaction()
        .executeWithoutResult(_ -> {
          Case one = shelf.held(caseId);
          if (one.purgedAt().isPresent()) {
            return;
          }
          if (purge.isHeld(one)) {
            shelf.cases().wantPurge(caseId, why);
            shelf.record(one, why, Known.CASE_PURGE_HELD, Map.of());
            return;
          }
          Instant now = shelf.now();
          String receipt = purge.purge(one, why, now).text();
          shelf.cases().purged(caseId, now);
          shelf.record(
              one,
              why,
              Known.CASE_PURGE,
              Map.of("receipt", Sha256.hex(receipt.getBytes(StandardCharsets.UTF_8))));
          listeners.forEach(listener -> listener.purged(one));
        });
  }

  /// Whether a case must be kept as it is, whatever was decided.
  public boolean isHeld(Case one) {
    return purge.isHeld(one);
  }

  /// Tells the listeners of a case that was just opened.
  void opened(Case one) {
    listeners.forEach(listener -> listener.opened(one));
  }

  /// Tells the listeners that examiners have settled a joined booking.
  void settled(Case after, String control) {
    Case.Booking booking = after.booking(control).orElseThrow();
    listeners.forEach(listener -> listener.settled(after, booking));
  }

  private record Said(String actor, String role, String purpose, String note) {}

  private static Map<String, String> detail(Row row, Optional<String> outcome) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("from", row.from().name());
    detail.put("to", row.to().name());
    outcome.ifPresent(key -> detail.put("outcome", key));
    return detail;
  }

  private Case move(Case one, Row row, Said said, Optional<String> outcome) {
    Instant now = shelf.now();
    boolean verifies = row.step() == Step.SETTLE_IDENTIFIED;
    var move =
        new CaseStore.Move(row.to(), verifies ? Optional.of(now) : Optional.empty(), outcome);
    if (!shelf.cases().move(one.caseId(), one.version(), move, now)) {
      throw new IllegalStateException("case " + one.caseId() + " moved under its lock");
    }
    shelf
        .cases()
        .add(
            one.caseId(),
            new CaseEvent(
                now,
                said.actor(),
                said.role(),
                said.purpose(),
                row.step().name(),
                new CaseEvent.Change(row.from(), row.to(), said.note().strip())));
    return shelf.known(one.caseId());
  }

  private void tell(Case after, Step step) {
    if (ASKS_EXAMINERS.contains(step)) {
      comparison.request(after.caseId(), after.booking());
    }
    listeners.forEach(listener -> listener.stepped(after, step));
  }

  /// Refuses a role that may never do it before anything about the case is said.
  private static void allowed(Actor actor, Step step) {
    boolean may =
        Transitions.table().stream()
            .anyMatch(row -> row.step() == step && row.roles().contains(actor.duty().role()));
    if (!may) {
      throw new RefusedStep(Refusal.STEP_NOT_FOR_ROLE, step, Term.of(actor.duty().role()));
    }
  }

  private static void mayStep(Actor actor, Set<Role> roles, Step step) {
    if (!roles.contains(actor.duty().role())) {
      throw new RefusedStep(Refusal.STEP_NOT_FOR_ROLE, step, Term.of(actor.duty().role()));
    }
  }

  static void needs(Actor actor, Set<Role> roles, Act act) {
    if (!roles.contains(actor.duty().role())) {
      throw new RefusedStep(Refusal.ACT_NOT_FOR_ROLE, act, Term.of(actor.duty().role()));
    }
  }

  static void stopped(Case one, Row row) {
    if (one.stopped() && row.whenStopped() == WhenStopped.WAITS) {
      throw stop();
    }
    if (!one.stopped() && row.whenStopped() == WhenStopped.NEEDED) {
      throw new RefusedStep(Refusal.NO_STOP_HOLDS);
    }
  }

  static RefusedStep stop() {
    return new RefusedStep(Refusal.STOP_HOLDS);
  }

  private static void another(Actor actor, Row row, Optional<String> first) {
    if (row.byAnother() && first.filter(actor.name()::equals).isPresent()) {
      throw new RefusedStep(Refusal.STEP_TAKES_ANOTHER, row.step());
    }
  }

  static void stale(Case one, int version) {
    if (one.version() != version) {
      throw new RefusedStep(Refusal.CASE_CHANGED);
    }
  }

  private void gates(Case one, Row row, Dossier dossier) {
    List<Gate.Missing> missing = Gate.missing(row.gates(), look(one, dossier));
    if (!missing.isEmpty()) {
      throw new RefusedStep(
          Refusal.GATES_SHUT, missing.stream().map(Gate.Missing::byRole).toList());
    }
  }

  /// What gates look at in a case now.
  public Gate.Look look(Case one, Dossier dossier) {
    Optional<Instant> verifiedAt = one.purgedAt().isPresent() ? Optional.empty() : one.verifiedAt();
    return new Gate.Look(dossier, verifiedAt, shelf.freshness(), shelf.now());
  }

  private static void note(Row row, String note) {
    if (note.length() > Limits.LINE_CHARS_MAX * 5) {
      throw new RefusedStep(Refusal.NOTE_TOO_LONG);
    }
    if (NEEDS_NOTE.contains(row.step()) && note.isBlank()) {
      throw new RefusedStep(Refusal.STEP_NEEDS_REASON, row.step());
    }
    if (NEEDS_NOTE.contains(row.step())) {
      Spoken.enough(Field.REASON, note, org.ridgeline.casework.desk.Limits.REASON_CHARS_MIN);
    }
  }

  private static final Set<Step> ASKS_EXAMINERS =
      Set.of(Step.REQUEST_VERIFICATION, Step.VERIFY_AGAIN, Step.RENEW);

  private static final Set<Step> NEEDS_NOTE =
      Set.of(
          Step.VERIFY_AGAIN,
          Step.CLOSE_INCONCLUSIVE,
          Step.RETURN,
          Step.REOPEN,
          Step.RELEASE_STOP,
          Step.CLOSE_STOPPED);
}
