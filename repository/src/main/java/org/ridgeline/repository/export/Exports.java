package org.ridgeline.repository.export;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.repository.RepositoryProfile;

/// The exports of one repository: one person proposes, another agrees, and what was agreed to may
/// be written into one folder, once, until it lapses.
///
/// The ledger may be on another server than the repository. Each step stands in it before it is
/// taken. A row that says somebody agreed counts only where the ledger says so, too.
/// - **Error** a step that cannot be taken: [ExportRefusedException]; database trouble: Spring's
///   DataAccessException
public final class Exports {
  private static final String PURPOSE = "export";
  private static final String OFFICER = "RECORDS_OFFICER";

  private final String repository;
  private final ExportStore store;
  private final Outside outside;

  /// What comes from other rooms.
  /// - **Shape** `trail`: the ledger's entries about an export, oldest first
  public record Outside(Ledger ledger, Function<Subject, List<LedgerEntry>> trail, Clock clock) {}

  /// - **Shape** `dataSource` of the repository of the profile, its schema up to date
  public Exports(RepositoryProfile profile, DataSource dataSource, Outside outside) {
    repository = profile.name();
    store = new ExportStore(dataSource);
    this.outside = outside;
  }

  /// The repository's name.
  public String repository() {
    return repository;
  }

  /// Proposes an export. Nothing is written before another person agrees.
  /// - **Shape** `by` a log-in's name
  public Export propose(Order order, String by) {
    Export proposed =
        new Export(
            UUID.randomUUID(),
            order,
            step(by),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    enter(
        Action.Known.EXPORT_PROPOSE,
        proposed.id(),
        by,
        Map.of("receiver", order.receiver(), "until", proposed.until().toString()));
    store.add(proposed);
    return proposed;
  }

  /// Agrees, as another person than proposed it. From then on it may be written.
  public Export agree(UUID id, String by) {
    Export one = find(id);
    if (one.proposed().by().equalsIgnoreCase(by)) {
      throw new ExportRefusedException(
          "export " + id + " was proposed by " + by + ": another person has to agree");
    }
    expect(one, Export.State.PROPOSED);
    enter(Action.Known.EXPORT_AGREE, id, by, Map.of("receiver", one.order().receiver()));
    return store.together(() -> {
      expect(held(id), Export.State.PROPOSED);
      store.agreed(id, step(by));
      return find(id);
    });
  }

  /// Refuses, or stops what was agreed to and is not ended: anybody may who may propose. What is
  /// being written ends at its next portion.
  public Export refuse(UUID id, String by) {
    expectOpen(find(id));
    enter(Action.Known.EXPORT_REFUSE, id, by, Map.of());
    return store.together(() -> {
      expectOpen(held(id));
      store.refused(id, step(by));
      return find(id);
    });
  }

  /// Begins to write an export, or goes on: gives it as it is from now on.
  /// - **Shape** `folder`: the mark of the folder, `user` of the operating system; `begun`: what
  ///   the run is of, where none was begun before
  public Export start(UUID id, UUID folder, String user, Function<Instant, Export.Run> begun) {
    Export one = find(id);
    expectRunnable(one);
    expectSameFolder(one, folder);
    expectOnRecord(one);
    Map<String, String> detail = new HashMap<>();
    detail.put("receiver", one.order().receiver());
    detail.put("user", user);
    detail.put("step", one.run().isEmpty() ? "begin" : "go-on");
    enter(Action.Known.EXPORT_START, id, "command line", detail);
    return store.together(() -> {
      Export held = held(id);
      expectRunnable(held);
      expectSameFolder(held, folder);
      if (held.run().isEmpty()) {
        store.started(id, begun.apply(now()));
      }
      return find(id);
    });
  }

  /// Looks whether one may be written now.
  public void expectRunnable(UUID id) {
    expectRunnable(find(id));
  }

  /// Whether it may be refused or stopped now.
  public boolean isOpen(Export one) {
    return switch (state(one)) {
      case PROPOSED, AGREED, STARTED -> true;
      case LAPSED -> one.run().isPresent();
      case REFUSED, ENDED -> false;
    };
  }

  /// Whether what is being written may go on: nobody has stopped it.
  public void expectNotStopped(UUID id) {
    Export one = find(id);
    one.refused()
        .ifPresent(step -> {
          throw new ExportRefusedException(
              "export " + id + " was stopped by " + step.by() + " at " + step.at());
        });
  }

  /// Notes that all is written, in the transaction that is open, where one is.
  /// - **Shape** `manifest`: its SHA-256, 64 hex digits; `counts` for the ledger
  public Export end(UUID id, String manifest, Map<String, String> counts) {
    return store.together(() -> {
      Export one = held(id);
      expectNotStopped(id);
      if (one.run().filter(run -> run.ended().isEmpty()).isEmpty()) {
        throw refused(one);
      }
      Map<String, String> detail = new HashMap<>(counts);
      detail.put("manifest-sha256", manifest);
      // First: it may be said twice after a crash, and never not at all.
      enter(Action.Known.EXPORT_END, id, "command line", detail);
      store.ended(id, new Export.Ended(now(), manifest));
      return find(id);
    });
  }

  /// One of them.
  public Export find(UUID id) {
    return store.find(id).orElseThrow(() -> unknown(id));
  }

  /// Whether there is one of that id.
  public boolean has(UUID id) {
    return store.find(id).isPresent();
  }

  /// The newest.
  public List<Export> newest(int most) {
    return store.newest(most);
  }

  /// Where one stands now.
  public Export.State state(Export one) {
    return one.state(outside.clock().instant());
  }

  private ExportRefusedException unknown(UUID id) {
    return new ExportRefusedException("repository " + repository + " has no export " + id);
  }

  private Export held(UUID id) {
    return store.hold(id).orElseThrow(() -> unknown(id));
  }

  private void expect(Export one, Export.State state) {
    if (state(one) != state) {
      throw refused(one);
    }
  }

  /// What was begun in time may be written still, and so stopped still.
  private void expectOpen(Export one) {
    if (!isOpen(one)) {
      throw refused(one);
    }
  }

  private void expectRunnable(Export one) {
    switch (state(one)) {
      case AGREED, STARTED -> {}
      case PROPOSED, LAPSED, REFUSED, ENDED -> throw refused(one);
    }
  }

  private void expectSameFolder(Export one, UUID folder) {
    if (one.run().filter(run -> !run.folder().equals(folder)).isPresent()) {
      throw new ExportRefusedException(
          "export "
              + one.id()
              + " was begun in another folder: go on there, or propose another export");
    }
  }

  /// The same two persons have to stand in the ledger: a row written by hand is not enough.
  private void expectOnRecord(Export one) {
    Subject subject = Subject.Kind.EXPORT.of(one.id());
    List<LedgerEntry> entries = outside.trail().apply(subject);
    boolean isProposed = isThere(entries, Action.Known.EXPORT_PROPOSE, one.proposed().by());
    boolean isAgreed =
        one.agreed()
            .filter(step -> !step.by().equalsIgnoreCase(one.proposed().by()))
            .filter(step -> isThere(entries, Action.Known.EXPORT_AGREE, step.by()))
            .isPresent();
    if (!isProposed || !isAgreed) {
      throw new ExportRefusedException(
          "the ledger does not say that export "
              + one.id()
              + " was proposed by "
              + one.proposed().by()
              + " and agreed to by "
              + one.agreed().map(Export.Step::by).orElse("anybody")
              + ": the row was not written by this program");
    }
  }

  private static boolean isThere(List<LedgerEntry> entries, Action action, String by) {
    return entries.stream()
        .anyMatch(entry ->
            entry.action().equals(action)
                && entry.role().equals(OFFICER)
                && entry.actor().equals(by));
  }

  private ExportRefusedException refused(Export one) {
    String why =
        switch (state(one)) {
          case PROPOSED -> "waits for another person to agree, until " + one.until();
          case LAPSED -> "lapsed at " + one.until() + ": propose another";
          case REFUSED -> "was refused by " + one.refused().map(Export.Step::by).orElse("");
          case AGREED, STARTED ->
              "was agreed to by " + one.agreed().map(Export.Step::by).orElse("");
          case ENDED -> "was written already: propose another";
        };
    return new ExportRefusedException("export " + one.id() + " " + why);
  }

  private Instant now() {
    return outside.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }

  private Export.Step step(String by) {
    return new Export.Step(by, now());
  }

  private void enter(Action.Known action, UUID id, String by, Map<String, String> more) {
    String role =
        switch (action) {
          case EXPORT_START, EXPORT_END -> "SYSTEM";
          default -> OFFICER;
        };
    Map<String, String> detail = new HashMap<>(more);
    detail.put("repository", repository);
    detail.put("of", Subject.Kind.REPOSITORY.text(repository));
    outside
        .ledger()
        .append(new LedgerEntry(by, role, PURPOSE, action, Subject.Kind.EXPORT.of(id), detail));
  }
}
