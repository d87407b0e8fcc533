package org.ridgeline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.HeldRecords;
import org.ridgeline.ledger.KeyHistory;
import org.ridgeline.ledger.LedgerAudit;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.RecordAudit;
import org.ridgeline.ledger.SigningKey;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.backup.Backup;
import org.ridgeline.node.backup.Manifest;
import org.ridgeline.node.backup.Restorer;
import org.ridgeline.node.backup.Restorer.Way;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;
import org.ridgeline.repository.SampleStore;
import org.ridgeline.repository.SampleStore.Sampled;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.vocabulary.TenPrint;

/// Tells whether a backup is one, by the only proof there is: it is restored, in a folder that is
/// thrown away, and asked.
public final class BackupCheck {
  private final Backup backup;
  private final Engine engine;
  private final Clock clock;
  private final int searches;
  private final List<String> checked = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();

  /// - **Shape** `searches` of enrolled encounters in each repository, at most
  public BackupCheck(Backup backup, Engine engine, Clock clock, int searches) {
    this.backup = backup;
    this.engine = engine;
    this.clock = clock;
    this.searches = searches;
  }

  /// What was checked, in words, and what is not as it was.
  public record Report(Backup.Read read, List<String> checked, List<String> differences) {
    /// Whether nothing is different.
    public boolean isGood() {
      return differences.isEmpty();
    }
  }

  /// Checks, in a folder of its own inside `scratch`, which is gone afterwards.
  /// - **Error** a damaged backup, a wrong key: BadBackupException; no room: IOException
  public Report in(Path scratch, LongConsumer progress) throws IOException {
    Backup.Read read = RestoreDesk.checked(backup, progress);
    checked.add(
        "%,d bytes, each chunk in its place up to the last, SHA-256 %s"
            .formatted(read.whole().bytes(), read.whole().sha256()));
    Path place = Files.createTempDirectory(scratch, "ridgeline-verify-");
    try {
      restored(read, place.resolve("data"));
    } catch (SQLException e) {
      throw new IOException("asking what was restored: " + e.getMessage(), e);
    } finally {
      Restorer.discard(place);
      Files.deleteIfExists(place);
    }
    return new Report(read, List.copyOf(checked), List.copyOf(differences));
  }

  private void restored(Backup.Read read, Path data) throws IOException, SQLException {
    Restorer restorer = new Restorer(backup, read);
    Way way = new Way(Optional.empty(), false, Map.of(), RoomSchemas::bring);
    try (DataFolder folder = restorer.into(data, way, _ -> {})) {
      differences.addAll(restorer.differences(folder));
      checked.add(
          "%,d rows of %d tables restored and digested"
              .formatted(read.manifest().rows(), read.manifest().tables().size()));
      RoomSchemas.bringUp(folder);
      try (Services services = Services.open(folder, () -> engine, clock)) {
        ledger(read.manifest(), folder, services);
        rows(services);
        Repositories repositories = services.get(Repositories.class);
        for (RepositoryName name : RepositoryName.values()) {
          search(name, repositories.of(name), new SampleStore(DataWiring.data(folder, name)));
        }
      }
    }
  }

  private void ledger(Manifest manifest, DataFolder folder, Services services)
      throws IOException, SQLException {
    LedgerReader reader = services.get(LedgerReader.class);
    Optional<ChainedEntry> last = reader.last();
    String number = last.map(one -> String.valueOf(one.number())).orElse("0");
    String hash = last.map(one -> HexFormat.of().formatHex(one.hash())).orElse("");
    if (!number.equals(manifest.facts().get("ledger.entries"))
        || !hash.equals(manifest.facts().getOrDefault("ledger.hash", ""))) {
      differences.add(
          "the ledger ends at entry " + number + " " + hash + ", not as the manifest says");
    }
    Path place = folder.root().resolve("ledger");
    Path file = place.resolve(Checkpoints.FILE);
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    LedgerAudit.Report report =
        reader
            .audit(trusted(place), lines, (_, _) -> {})
            .with(LedgerAudit.unfiled(reader.checkpoints(), lines));
    report
        .findings()
        .forEach(f -> differences.add("ledger: " + f.number() + " " + f.code() + " " + f.what()));
    checked.add(
        "the ledger's chain of %,d entries, head %s, %,d checkpoints, signed up to entry %,d"
            .formatted(report.entries(), hash, report.checkpoints(), report.signedUpTo()));
  }

  /// The first key that the folder knows of; where nothing was ever signed, one that signed
  /// nothing.
  private static PublicKey trusted(Path place) throws IOException {
    Optional<PublicKey> first = KeyHistory.firstIn(place);
    Path open = place.resolve("public.key");
    if (first.isPresent()) {
      return first.get();
    }
    return Files.exists(open) ? SigningKey.publicKey(open) : SigningKey.make().open();
  }

  /// Rows that the ledger holds digests of.
  private void rows(Services services) throws SQLException {
    RecordAudit.Report report = services.get(HeldRecords.class).audit((_, _) -> {});
    report.findings().forEach(f -> differences.add("row: " + f.code() + " " + f.what()));
    checked.add("%,d rows compared with their digests in the ledger".formatted(report.compared()));
  }

  private void search(RepositoryName name, Repository repository, SampleStore samples) {
    Purpose purpose = ErasureProof.purpose(name);
    int found = 0;
    List<Sampled> some = samples.encounters(searches);
    for (Sampled one : some) {
      Optional<TenPrint> prints = repository.encounterPrints(one.encounterId(), purpose);
      boolean isFirst =
          prints.isPresent()
              && repository.identify(prints.get(), purpose).candidates().candidates().stream()
                  .findFirst()
                  .filter(candidate -> candidate.personId().equals(one.personId()))
                  .isPresent();
      found += isFirst ? 1 : 0;
      if (!isFirst) {
        differences.add(
            name.key()
                + ": a search for encounter "
                + one.encounterId()
                + " does not find its person");
      }
    }
    checked.add(
        "%s: %,d encounters in a gallery made anew, %d of %d searched for found first"
            .formatted(name.key(), repository.gallerySize(), found, some.size()));
  }
}
