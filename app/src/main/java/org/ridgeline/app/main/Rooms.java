package org.ridgeline.app.main;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.ridgeline.casework.Casework;
import org.ridgeline.casework.custody.Submitters;
import org.ridgeline.casework.redress.Redress;
import org.ridgeline.casework.redress.RedressRules;
import org.ridgeline.exchange.ExchangeSchema;
import org.ridgeline.exchange.delivery.Deliverer;
import org.ridgeline.exchange.identify.Dispatcher;
import org.ridgeline.exchange.identify.ProbeMaker;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.identify.SecondAnswers;
import org.ridgeline.exchange.identify.Stores;
import org.ridgeline.exchange.intake.DropFolder;
import org.ridgeline.exchange.intake.EncounterImport;
import org.ridgeline.exchange.intake.Intake;
import org.ridgeline.exchange.lead.LeadFeed;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Databases;
import org.ridgeline.node.Logs;
import org.ridgeline.outbox.Outbox;
import org.ridgeline.repository.Population;
import org.ridgeline.repository.Repository;
import org.ridgeline.repository.RepositoryProfile;
import org.ridgeline.search.decision.Thresholds;
import org.ridgeline.search.rank.Engine;

/// The rooms of one running Ridgeline, wired together over a data folder.
public final class Rooms implements AutoCloseable {
  private final Stores stores;
  private final Repositories repositories;
  private final OperatorStore operators;
  private final Casework casework;
  private final Redress redress;
  private final DataSource caseworkData;
  private final Intake intake;
  private final Dispatcher dispatcher;
  private final Deliverer deliverer;
  private final DropFolder dropFolder;
  private final ExecutorService imports;
  private final LedgerReader ledger;
  private final Checkpoints checkpoints;

  /// Opens schemas and galleries; nothing works yet.
  public Rooms(DataFolder folder, Engine engine, Clock clock) {
    Logs.join();
    Databases databases = folder.databases();
    LedgerSchema.migrate(databases.ledger());
    ExchangeSchema.migrate(databases.exchange());
    ledger = new LedgerReader(databases.ledger());
    checkpoints = checkpoints(folder, clock);
    stores = Stores.of(databases.exchange());
    operators = new OperatorStore(databases.exchange());
    repositories = repositories(folder, engine);
    deliverer =
        new Deliverer(stores.answers(), stores.agencies(), folder.root().resolve("outbound"));
    casework = casework(folder, clock);
    caseworkData = databases.casework();
    redress = redress(clock);
    dispatcher = Dispatcher.of(databases.exchange(), repositories, clock, deliverer::wake);
    intake =
        new Intake(
            stores.submissions(),
            stores.answers(),
            stores.trail(),
            clock,
            () -> {
              dispatcher.wake();
              deliverer.wake();
            });
    dropFolder = new DropFolder(folder.root().resolve("inbound"), stores.agencies(), intake);
    imports = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  }

  private Casework casework(DataFolder folder, Clock clock) {
    return Casework.open(
        folder.databases().casework(),
        new Casework.Surroundings(
            new LeadFeed(new Outbox(folder.databases().exchange()), stores.leads()),
            SecondAnswers.of(folder.databases().exchange(), clock, deliverer::wake),
            new RepositoryRecords(repositories, stores),
            new ComparedPrints(stores, repositories),
            RoomSettings.of(folder.settings()).verification(),
            new OperatorPasswords(operators, clock),
            this::submitter,
            RoomSettings.of(folder.settings()).determinations()),
        clock);
  }

  private Optional<Submitters.Submitter> submitter(String control) {
    return stores
        .submissions()
        .byControl(control)
        .flatMap(s -> s.agencyOri().map(ori -> new Submitters.Submitter(ori, s.receivedAt())));
  }

  private static Checkpoints checkpoints(DataFolder folder, Clock clock) {
    Path place = folder.root().resolve("ledger");
    try {
      return new Checkpoints(folder.databases().ledger(), place, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(place + ": " + e.getMessage(), e);
    }
  }

  /// Both share the engine, and are searched by every booking, so that both count for its lines.
  private static Repositories repositories(DataFolder folder, Engine engine) {
    Databases databases = folder.databases();
    Thresholds lines = RoomSettings.of(folder.settings()).thresholds();
    Path galleries = folder.root().resolve("gallery");
    Population population = new Population();
    Repository criminal =
        Repository.open(
            RepositoryProfile.criminal().with(lines),
            databases.criminal(),
            galleries.resolve("criminal"),
            engine,
            population);
    try {
      Repository immigration =
          Repository.open(
              RepositoryProfile.immigration().with(lines),
              databases.immigration(),
              galleries.resolve("immigration"),
              engine,
              population);
      return new Repositories(criminal, immigration);
    } catch (RuntimeException e) {
      criminal.close();
      throw e;
    }
  }

  /// Begins to work on what waits.
  public void start() throws IOException {
    checkpoints.start();
    dispatcher.start();
    deliverer.start();
    dropFolder.start();
    casework.start();
    redress.start();
  }

  public Stores stores() {
    return stores;
  }

  /// What was done, seen and sent: for pages of those who may know.
  public LedgerReader ledger() {
    return ledger;
  }

  /// Complaints and claims of the people concerned.
  public Redress redress() {
    return redress;
  }

  /// The same by another clock: the demo's requests of months ago.
  Redress redress(Clock other) {
    return new Redress(caseworkData, ledger, RedressRules.standard(), other);
  }

  /// Signs the ledger's end now and then.
  public Checkpoints checkpoints() {
    return checkpoints;
  }

  public Repositories repositories() {
    return repositories;
  }

  public Intake intake() {
    return intake;
  }

  /// Who may log in.
  public OperatorStore operators() {
    return operators;
  }

  public Casework casework() {
    return casework;
  }

  /// The import of a repository's owner.
  public EncounterImport importer(RepositoryName name) {
    return new EncounterImport(repositories.of(name), name, new ProbeMaker(imports));
  }

  @Override
  public void close() {
    dropFolder.close();
    redress.close();
    casework.close();
    dispatcher.close();
    deliverer.close();
    imports.shutdownNow();
    repositories.close();
    checkpoints.close();
  }
}
