package org.ridgeline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.ridgeline.exchange.identify.FairPool;
import org.ridgeline.exchange.identify.ProbeMaker;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Databases;
import org.ridgeline.node.trace.ByteSearch;
import org.ridgeline.node.trace.FileSearch;
import org.ridgeline.node.trace.Place;
import org.ridgeline.node.trace.TableSearch;
import org.ridgeline.node.trace.Traces;
import org.ridgeline.repository.Population;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;
import org.ridgeline.search.gallery.StoredGallery;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.TenPrint;

/// Looks for a card that should be gone: its bytes in every table of every schema and in every file
/// of the data folder, those of the managed database included, and its person in all repositories.
/// docs/erasure.md says what it reaches.
public final class ErasureProof {
  /// Beside a server a gallery of our own is made from the rows; of more, that takes hours.
  private static final int OWN_GALLERY_ENCOUNTERS_MAX = 20_000;

  private final DataFolder folder;
  private final Engine engine;
  private final Supplier<Repositories> repositories;
  private final Ledger ledger;

  /// - **Shape** `repositories`: opened only where no server has their galleries
  ErasureProof(
      DataFolder folder, Engine engine, Supplier<Repositories> repositories, Ledger ledger) {
    this.folder = folder;
    this.engine = engine;
    this.repositories = repositories;
    this.ledger = ledger;
  }

  /// What a search for the print said.
  /// - **Shape** `decision` HIT, REVIEW or NO_HIT, or NOT_SEARCHED with a remark why
  public record Searched(
      String repository, int encounters, String decision, Optional<UUID> personId, String remark) {
    boolean isNobody() {
      return decision.equals("NO_HIT");
    }
  }

  /// What was looked for, where, and what was found.
  public record Report(List<String> lookedFor, List<Place> places, List<Searched> searched) {
    /// Whether all was searched and nothing found.
    public boolean isGone() {
      return places.stream().allMatch(place -> place.found().isEmpty())
          && searched.stream().allMatch(Searched::isNobody);
    }
  }

  /// Looks for a card everywhere, and for texts, such as a name or a number, too.
  /// - **Error** no card with a usable print, a text of less than 4 or more than 64 bytes:
  ///   IllegalArgumentException; what cannot be read: IOException, SQLException
  public Report of(byte[] card, List<String> texts)
      throws IOException, SQLException, InterruptedException {
    ledger.append(
        LedgerEntry.of(
            "command line",
            "SYSTEM",
            "proof of erasure",
            Action.Known.REPOSITORY_PROVE,
            Subject.Kind.REPOSITORY.of("all")));
    CardTraces.Made made;
    int cores = Runtime.getRuntime().availableProcessors();
    try (FairPool pool = new FairPool("proof-", cores)) {
      made = CardTraces.of(card, new ProbeMaker(pool), engine);
    }
    ByteSearch search = Traces.search(made.traces(), texts);
    List<Searched> searched = new ArrayList<>();
    for (RepositoryName name : RepositoryName.values()) {
      searched.add(search(name, made.prints()));
    }
    List<Place> places = new ArrayList<>();
    for (var schema : schemas(folder.databases()).entrySet()) {
      places.addAll(new TableSearch(search).in(schema.getKey(), schema.getValue()));
    }
    places.addAll(new FileSearch(search).in(folder.root()));
    return new Report(search.traces(), places, searched);
  }

  static Map<String, DataSource> schemas(Databases databases) {
    Map<String, DataSource> schemas = new LinkedHashMap<>();
    schemas.put("exchange", databases.exchange());
    schemas.put("casework", databases.casework());
    schemas.put("oversight", databases.oversight());
    schemas.put("sealed", databases.sealed());
    schemas.put("criminal", databases.criminal());
    schemas.put("immigration", databases.immigration());
    schemas.put("civil", databases.civil());
    schemas.put("ledger", databases.ledger());
    return schemas;
  }

  private Searched search(RepositoryName name, TenPrint prints) throws IOException {
    if (folder.servedAt().isEmpty()) {
      return search(repositories.get().of(name), purpose(name), prints);
    }
    Path own = Files.createTempDirectory(folder.root(), "proof-");
    try (Repository repository = beside(name, own)) {
      return search(repository, purpose(name), prints);
    } catch (TooManyException e) {
      return new Searched(name.key(), 0, "NOT_SEARCHED", Optional.empty(), e.getMessage());
    } finally {
      StoredGallery.delete(own);
      try (var left = Files.list(own)) {
        for (Path file : left.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(own);
    }
  }

  /// A server has the gallery: another is made for this search.
  private Repository beside(RepositoryName name, Path own) {
    DataSource data = DataWiring.data(folder, name);
    int encounters = Repository.encounters(data);
    if (encounters > OWN_GALLERY_ENCOUNTERS_MAX) {
      throw new TooManyException(
          encounters
              + " encounters are too many to search beside a server (limit "
              + OWN_GALLERY_ENCOUNTERS_MAX
              + "): stop it and prove again");
    }
    return Repository.open(DataWiring.profile(name), data, own, engine, new Population());
  }

  /// As whoever would find the person there.
  static Purpose purpose(RepositoryName name) {
    return switch (name) {
      case CRIMINAL -> Purpose.CRIMINAL_BOOKING;
      case IMMIGRATION -> Purpose.INTEROPERABILITY;
      case CIVIL -> Purpose.APPLICANT;
    };
  }

  private static Searched search(Repository repository, Purpose purpose, TenPrint prints) {
    var found = repository.identify(prints, purpose);
    String name = repository.profile().name();
    int encounters = found.candidates().searched();
    return switch (found.decision()) {
      case Decision.Hit(Candidate one) ->
          new Searched(name, encounters, "HIT", Optional.of(one.personId()), "");
      case Decision.Review(var some) ->
          new Searched(name, encounters, "REVIEW", Optional.of(some.getFirst().personId()), "");
      case Decision.NoHit _ -> new Searched(name, encounters, "NO_HIT", Optional.empty(), "");
    };
  }

  private static final class TooManyException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    TooManyException(String message) {
      super(message);
    }
  }
}
