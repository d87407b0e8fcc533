package org.ridgeline.repository.amend;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.repository.Amended;
import org.ridgeline.repository.Amender;
import org.ridgeline.repository.AmendmentRefusedException;
import org.ridgeline.repository.RepositoryProfile;

/// The amendments of one repository: one person asks, another approves or declines, and what was
/// approved is done in the same moment.
///
/// The ledger may be on another server than the repository. What somebody is about to do stands in
/// it before it is done; that it was done stands in it afterwards, where need be by
/// [#recordApplied()] after a crash between the two. Doing a step again changes nothing.
/// - **Error** a step that cannot be taken: [AmendmentRefusedException]; database trouble: Spring's
///   DataAccessException
public final class Amendments {
  private static final String PURPOSE = "amendment";

  private final String repository;
  private final AmendmentStore store;
  private final Amender amender;
  private final Expiry expiry;
  private final Outside outside;

  /// - **Shape** `dataSource` of the repository of the profile, its schema up to date
  public Amendments(RepositoryProfile profile, DataSource dataSource, Outside outside) {
    repository = profile.name();
    store = new AmendmentStore(dataSource);
    amender = new Amender(dataSource, profile);
    expiry = new Expiry(profile, dataSource, outside);
    this.outside = outside;
  }

  /// The repository's name.
  public String repository() {
    return repository;
  }

  /// What goes here by its age.
  public Expiry expiry() {
    return expiry;
  }

  /// Asks for a change. Nothing happens before another person approves.
  /// - **Shape** `by` a log-in's name
  public Amendment ask(Change change, Ground ground, String by) {
    Amendment asked =
        new Amendment(
            UUID.randomUUID(),
            change,
            ground,
            step(by),
            Optional.empty(),
            Amendment.Touched.NOBODY,
            Optional.empty(),
            Optional.empty());
    amender.check(change.subject(), change.kind().isOfPerson(), change.target());
    enter(Action.Known.AMENDMENT_ASK, asked, by, "RECORDS_OFFICER");
    store.add(asked);
    return asked;
  }

  /// Asks and approves, where the encounter is there; says whether it was.
  boolean eraseAgain(Change change, Ground ground, String askedBy, String approvedBy) {
    try {
      amender.check(change.subject(), change.kind().isOfPerson(), change.target());
    } catch (AmendmentRefusedException e) {
      return false;
    }
    approve(ask(change, ground, askedBy).id(), approvedBy);
    return true;
  }

  /// Approves, and does it: rows, gallery and receipt in one transaction.
  public Amendment approve(UUID id, String by) {
    Amendment one = toDecide(id, by);
    if (one.isOpen()) {
      enter(Action.Known.AMENDMENT_APPROVE, one, by, "RECORDS_OFFICER");
      one = store.together(() -> apply(id, by));
    } else if (!one.isApplied()) {
      throw decided(one);
    }
    recordApplied();
    return one;
  }

  /// Declines: nothing happens, and it stays on record.
  public Amendment decline(UUID id, String by) {
    Amendment one = toDecide(id, by);
    if (one.isApplied()) {
      throw decided(one);
    }
    if (one.isOpen()) {
      enter(Action.Known.AMENDMENT_DECLINE, one, by, "RECORDS_OFFICER");
      store.together(() -> {
        held(id, by);
        store.decline(id, step(by));
        return id;
      });
    }
    return find(id);
  }

  private Amendment toDecide(UUID id, String by) {
    Amendment one = find(id);
    if (one.asked().by().equalsIgnoreCase(by)) {
      throw new AmendmentRefusedException(
          "amendment " + id + " was asked for by " + by + ": another person has to decide");
    }
    boolean isOthers = one.decision().filter(d -> !d.step().by().equals(by)).isPresent();
    if (isOthers) {
      throw decided(one);
    }
    return one;
  }

  private static AmendmentRefusedException decided(Amendment one) {
    Amendment.Step step = one.decision().orElseThrow().step();
    return new AmendmentRefusedException(
        "amendment " + one.id() + " is " + one.state() + " by " + step.by() + " at " + step.at());
  }

  private Amendment held(UUID id, String by) {
    Amendment one = store.hold(id).orElseThrow(() -> unknown(id));
    if (!one.isOpen()) {
      throw decided(toDecide(id, by));
    }
    return one;
  }

  private Amendment apply(UUID id, String by) {
    Amendment asked = held(id, by);
    Amended done = change(asked.change());
    Amendment.Step approved = step(by);
    store.applied(id, approved, done);
    if (asked.change().kind().isErasure()) {
      String text = ErasureReceipt.text(repository, asked, approved, done, outside.mark());
      store.receipt(id, outside.signer().apply(text));
    }
    if (asked.change().kind().isExpungement()) {
      store.expunged(id, done.fileSha256().stream().map(outside.mark()).toList());
    }
    return store.find(id).orElseThrow();
  }

  private Amended change(Change change) {
    UUID id = change.subject();
    return switch (change.kind()) {
      case REMOVE_ENCOUNTER, EXPUNGE_ENCOUNTER -> amender.removeEncounter(id);
      case REMOVE_PERSON, EXPUNGE_PERSON -> amender.removePerson(id);
      case MERGE -> amender.merge(id, change.target().orElseThrow());
      case MOVE, UNLINK -> amender.move(id, change.target());
      case SEAL_ENCOUNTER -> amender.sealEncounter(id, true);
      case SEAL_PERSON -> amender.sealPerson(id, true);
      case UNSEAL_ENCOUNTER -> amender.sealEncounter(id, false);
      case UNSEAL_PERSON -> amender.sealPerson(id, false);
    };
  }

  /// Writes into the ledger what was done and does not stand there yet. Said twice after a crash at
  /// the wrong moment, never not at all.
  public void recordApplied() {
    for (Amendment one : store.notRecorded()) {
      enter(Action.Known.AMENDMENT_APPLY, one, "repository", "SYSTEM");
      store.recorded(one.id(), outside.clock().instant());
    }
    expiry.recordApplied();
  }

  /// The expungement that took a file away: it must not be enrolled again.
  /// - **Shape** `sha256` of the file
  public Optional<UUID> expunged(byte[] sha256) {
    return store.expunged(outside.mark().apply(sha256));
  }

  /// One of them.
  public Amendment find(UUID id) {
    return store.find(id).orElseThrow(() -> unknown(id));
  }

  private AmendmentRefusedException unknown(UUID id) {
    return new AmendmentRefusedException(
        "repository " + repository + " has no amendment " + id + ": list them for their ids");
  }

  /// The open ones, then the newest.
  public List<Amendment> newest(int most) {
    return store.newest(most);
  }

  /// Erasures of which something may still be in files.
  public Unswept notSwept() {
    return new Unswept(store.notSwept(), expiry.notSwept());
  }

  /// Notes that nothing of them is left in files.
  public void swept(Unswept erasures) {
    store.swept(
        erasures.amendments().stream().map(Amendment::id).toList(), outside.clock().instant());
    expiry.swept(erasures.expired());
  }

  private Amendment.Step step(String by) {
    return new Amendment.Step(by, outside.clock().instant().truncatedTo(ChronoUnit.MICROS));
  }

  private void enter(Action action, Amendment one, String by, String role) {
    Change change = one.change();
    Map<String, String> detail = new HashMap<>();
    detail.put("repository", repository);
    detail.put("kind", change.kind().name());
    detail.put("authority", one.ground().authority());
    Subject.Kind kind = change.kind().isOfPerson() ? Subject.Kind.PERSON : Subject.Kind.ENCOUNTER;
    detail.put("about", kind.text(change.subject()));
    change.target().ifPresent(id -> detail.put("target", Subject.Kind.PERSON.text(id)));
    outside
        .ledger()
        .append(
            new LedgerEntry(
                by, role, PURPOSE, action, Subject.Kind.AMENDMENT.of(one.id()), detail));
  }
}
