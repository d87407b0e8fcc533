package org.ridgeline.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.exchange.ExchangeSchema;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.repository.EncounterRecord;
import org.ridgeline.repository.Enrolment;
import org.ridgeline.repository.ExportRows;
import org.ridgeline.repository.HistoryRecord;
import org.ridgeline.repository.Population;
import org.ridgeline.repository.Repository;
import org.ridgeline.repository.RepositoryProfile;
import org.ridgeline.repository.export.Exports;
import org.ridgeline.repository.export.Order;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.Sha256;
import org.ridgeline.vocabulary.TenPrint;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An empty repository with its exports, what a test enrols in it, and a folder to write into.
abstract class OnExports {
  static final RepositoryExport.Means MEANS = new RepositoryExport.Means("root", 2);
  static final RepositoryExport.Told NOBODY = (_, _, _) -> {};
  static final LocalDate DAY = LocalDate.of(2026, 11, 3);

  @TempDir Path temp;
  TestDatabase database;
  Repository repository;
  Exports exports;
  RepositoryExport writer;
  Path out;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    ExchangeSchema.migrate(database.of().exchange());
    var source = database.of().criminal();
    repository =
        Repository.open(
            RepositoryProfile.criminal(),
            source,
            temp.resolve("gallery"),
            Engine.standard(),
            new Population());
    LedgerReader reader = new LedgerReader(database.of().ledger());
    exports =
        new Exports(
            RepositoryProfile.criminal(),
            source,
            new Exports.Outside(
                new Ledger(database.of().exchange()),
                one -> reader.about(List.of(one)).stream().map(ChainedEntry::entry).toList(),
                Clock.systemUTC()));
    writer = new RepositoryExport(RepositoryName.CRIMINAL, exports, new ExportRows(source));
    out = temp.resolve("out");
  }

  @AfterEach
  void close() {
    repository.close();
    database.close();
  }

  static byte[] file(String source) {
    return ("card of " + source).getBytes(StandardCharsets.UTF_8);
  }

  static TenPrint prints(int person, int touch) {
    return Nation.person(1, person).tenPrint(touch, ImpressionStyle.rolled(80));
  }

  /// Another visit of somebody.
  Enrolment enrol(String source, int person, int touch) {
    return repository.importEncounter(
        new EncounterRecord(
            source,
            Optional.of(DAY),
            List.of("DOE,SAM", "ROE|BAR,\"X\""),
            Map.of("SID", "CA" + person),
            List.of(new HistoryRecord("ARRESTED", Optional.of(DAY), "THEFT " + source)),
            prints(person, touch),
            file(source)));
  }

  UUID person(Enrolment one) {
    return switch (one) {
      case Enrolment.NewPerson(UUID person, UUID _) -> person;
      case Enrolment.KnownPerson(UUID person, UUID _) -> person;
      case Enrolment.IdentifierTaken taken -> throw new AssertionError(taken);
    };
  }

  UUID agreed() {
    return exports
        .agree(exports.propose(new Order("Successor", "clause 12"), "ann").id(), "bob")
        .id();
  }

  Exported run(UUID id) throws Exception {
    return writer.run(id, out, MEANS, NOBODY);
  }

  JdbcClient rows() {
    return JdbcClient.create(database.of().criminal());
  }

  /// Rows of the manifest by encounter, cell by cell; no cell here has a line break.
  Map<String, List<String>> manifest() throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String line : Files.readAllLines(out.resolve("manifest.csv"))) {
      List<String> cells = List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1));
      rows.put(cells.get(1), cells);
    }
    assertThat(rows.remove("encounter_id")).hasSize(13);
    return rows;
  }

  Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(out)) {
      return all.filter(Files::isRegularFile)
          .map(file -> out.relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  void addsUp(Exported done) throws Exception {
    Process sums =
        new ProcessBuilder("sha256sum", "-c", "--quiet", "--strict", "SHA256SUMS")
            .directory(out.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(sums.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(sums.waitFor()).as(said).isZero();
    List<String> listed =
        Files.readAllLines(out.resolve("SHA256SUMS")).stream()
            .map(line -> line.substring(66))
            .toList();
    Set<String> there = files();
    there.remove("SHA256SUMS");
    assertThat(new TreeSet<>(listed)).hasSameSizeAs(listed).isEqualTo(there);
    Exported.Counts counts = done.counts();
    assertThat(manifest()).hasSize((int) counts.encounters());
    assertThat(counts.originals() + counts.made() + counts.withoutPrints())
        .isEqualTo(counts.encounters());
    assertThat(done.encountersAtStart()).isEqualTo(counts.encounters() + done.erasedMeanwhile());
    assertThat(repository.size().encounters())
        .isEqualTo((int) (counts.encounters() + done.enrolledSince()));
    assertThat(Sha256.hex(Files.readAllBytes(out.resolve("manifest.csv"))))
        .isEqualTo(done.manifestSha256());
  }

  /// Ends a run as a kill would, when so many are written.
  void broken(UUID id, String what) {
    assertThatThrownBy(() ->
            writer.run(
                id,
                out,
                MEANS,
                (doing, done, _) -> {
                  if (doing.equals(what) && done > 0) {
                    throw new IllegalStateException("killed");
                  }
                }))
        .hasMessage("killed");
  }

  /// Does something in the middle, on a thread whose transaction is its own.
  Exported run(UUID id, String during, Runnable step) throws Exception {
    List<Boolean> once = new ArrayList<>();
    return writer.run(
        id,
        out,
        MEANS,
        (what, done, _) -> {
          if (what.equals(during) && done > 0 && once.isEmpty()) {
            once.add(true);
            Thread other = Thread.ofPlatform().start(step);
            try {
              other.join();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        });
  }
}
