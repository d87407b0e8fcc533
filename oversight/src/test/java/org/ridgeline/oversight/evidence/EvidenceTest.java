package org.ridgeline.oversight.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.CanonicalForm;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.EntryProof;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.ledger.Proofs;
import org.ridgeline.outbox.EventCodec;
import org.ridgeline.outbox.Recorded;
import org.ridgeline.oversight.OversightSchema;
import org.ridgeline.oversight.project.Projection;
import org.ridgeline.oversight.project.ProjectionStore;
import org.ridgeline.oversight.project.Pseudonyms;
import org.ridgeline.oversight.report.ReportDesk;
import org.ridgeline.oversight.report.ReportStore;
import org.ridgeline.oversight.track.Fact;
import org.ridgeline.oversight.track.FactsAtRandom;
import org.ridgeline.vocabulary.event.Event;

/// From facts to a published report, and on another machine from the files back to every number.
class EvidenceTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Pseudonyms PSEUDONYMS = new Pseudonyms("a key of tests");
  private static final YearMonth DECEMBER = YearMonth.of(2010, 12);
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2011-02-03T04:05:06Z"), ZoneOffset.UTC);

  private static final List<Recorded> EXCHANGE = new ArrayList<>();
  private static final List<Recorded> CASEWORK = new ArrayList<>();
  private static Checkpoints checkpoints;
  private static ReportStore.Issue issue;
  private static EntryProof proof;

  @TempDir private static Path ledgerFolder;
  @TempDir private Path folder;

  private static ReportStore reports() {
    return new ReportStore(DATABASE.of().oversight());
  }

  @BeforeAll
  static void publish() throws IOException, SQLException {
    LedgerSchema.migrate(DATABASE.of().ledger());
    OversightSchema.migrate(DATABASE.of().oversight());
    FactsAtRandom facts = FactsAtRandom.of(3_000, 11);
    record(
        new Fact(Instant.EPOCH, new Event.JurisdictionListed("06067", "Dellmar County", "CA")),
        EXCHANGE);
    facts.exchange().forEach(fact -> record(fact, EXCHANGE));
    facts.casework().forEach(fact -> record(fact, CASEWORK));
    ProjectionStore store = new ProjectionStore(DATABASE.of().oversight());
    follow("exchange", EXCHANGE, store);
    follow("casework", CASEWORK, store);
    Ledger ledger = new Ledger(DATABASE.of().oversight());
    ReportDesk desk = new ReportDesk(store, reports(), ledger, NOW, 10);
    issue = desk.publish(DECEMBER, "test");
    checkpoints = new Checkpoints(DATABASE.of().ledger(), ledgerFolder, Optional.empty(), NOW);
    checkpoints.sign();
    proof = new Proofs(DATABASE.of().ledger()).of(evidence().entry(issue).number()).orElseThrow();
  }

  @AfterAll
  static void close() {
    checkpoints.close();
    DATABASE.close();
  }

  private static void record(Fact fact, List<Recorded> stream) {
    stream.add(
        new Recorded(
            stream.size() + 1L,
            new UUID(0, stream.size()),
            fact.event().kind().key(),
            fact.event().kind().version(),
            fact.at(),
            EventCodec.write(fact.event())));
  }

  private static List<Recorded> after(List<Recorded> facts, long place, int limit) {
    int from = (int) Math.min(place, facts.size());
    return facts.subList(from, Math.min(facts.size(), from + limit));
  }

  private static void follow(String name, List<Recorded> facts, ProjectionStore store) {
    try (Projection projection =
        new Projection(name, (place, limit) -> after(facts, place, limit), store, PSEUDONYMS)) {
      projection.follow();
    }
  }

  private static Evidence evidence() {
    return new Evidence(
        reports(),
        new LedgerReader(DATABASE.of().ledger()),
        Map.of(
            "exchange", (place, limit) -> after(EXCHANGE, place, limit),
            "casework", (place, limit) -> after(CASEWORK, place, limit)),
        PSEUDONYMS);
  }

  @BeforeEach
  void write() throws IOException {
    evidence().files(issue, folder);
    evidence().events(issue, folder);
  }

  private static CanonicalForm.Said entry() throws IOException {
    PublicKey key = checkpoints.signingKey().open();
    assertThat(proof.isProvenBy(key)).isTrue();
    return proof.entry().orElseThrow();
  }

  @Test
  void everyNumberIsCountedAgainAndBoundToTheLedger() throws IOException {
    Verification.Result result = Verification.of(folder, Optional.of(entry()));
    assertThat(result.findings()).isEmpty();
    assertThat(result.facts()).isEqualTo(EXCHANGE.size() + CASEWORK.size());
    assertThat(result.numbers()).isPositive();
  }

  @Test
  void factsNameNoSubmissionAndNoCase() throws IOException {
    String control = "R11-7";
    assertThat(EXCHANGE).anyMatch(one -> one.body().contains(control));
    for (String stream : List.of("exchange", "casework")) {
      String text = String.join("\n", lines(stream));
      assertThat(text).doesNotContain("R11-").contains("\"fips\":\"06067\"");
    }
    assertThat(lines("exchange")).filteredOn(line -> line.contains("lead.made")).isNotEmpty();
  }

  @Test
  void oneAlteredFactIsFound() throws IOException {
    List<String> lines = lines("exchange");
    int at = first(lines, "submission.received");
    lines.set(
        at,
        lines
            .get(at)
            .replaceAll("\"fips\":\"[0-9]{5}\"", "\"fips\":\"01003\"")
            .replaceAll("\"state\":\"[A-Z]{2}\"", "\"state\":\"AL\""));
    rewrite("exchange", lines);
    Verification.Result result = Verification.of(folder, Optional.of(entry()));
    assertThat(result.findings()).anyMatch(one -> one.contains("the facts of exchange are not"));
  }

  @Test
  void aFactLeftOutIsFoundWithoutTheLedgerToo() throws IOException {
    List<String> lines = lines("exchange");
    String gone = lines.remove(first(lines, "submission.received"));
    assertThat(gone).contains("submission.received");
    rewrite("exchange", lines);
    assertThat(Verification.of(folder, Optional.of(entry())).findings())
        .anyMatch(one -> one.contains("the facts of exchange are not those that were sealed"));
  }

  @Test
  void aPlantedFalseNumberIsFound() throws IOException {
    Path file = folder.resolve("report.json");
    String text = Files.readString(file);
    String row =
        text.lines()
            .filter(line -> line.matches(".*\"month\":[0-9]+,.*"))
            .findFirst()
            .orElseThrow();
    String forged = row.replaceAll("\"month\":[0-9]+", "\"month\":4711");
    Files.writeString(file, text.replace(row, forged));
    assertThat(Verification.of(folder, Optional.empty()).findings())
        .anyMatch(one -> one.contains("report 4711, facts"))
        .anyMatch(one -> one.equals("statistics.csv is not what report.json makes of it"));
  }

  @Test
  void aFalseNumberInATableAloneIsFound() throws IOException {
    Path file = folder.resolve("statistics.csv");
    Files.writeString(file, Files.readString(file) + "nation,US,,removed,x,all,,1,1\n");
    assertThat(Verification.of(folder, Optional.empty()).findings())
        .containsExactly("statistics.csv is not what report.json makes of it");
  }

  @Test
  void factsThatAreNotThoseOfTheReportAreNotExported() {
    List<Recorded> forged = new ArrayList<>(EXCHANGE);
    forged.set(
        3,
        new Recorded(
            4, new UUID(1, 1), "submission.accepted", 1, Instant.EPOCH, "{\"control\":\"X\"}"));
    Evidence evidence =
        new Evidence(
            reports(),
            new LedgerReader(DATABASE.of().ledger()),
            Map.of("exchange", (place, limit) -> after(forged, place, limit)),
            PSEUDONYMS);
    assertThatThrownBy(() -> evidence.events(issue, folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("are not those that the report of 2010-12 was made of");
  }

  @Test
  void whatIsPublishedStaysAsItIs() {
    assertThatThrownBy(
            () -> execute("update report_file set bytes = '' where name = 'report.json'"))
        .hasMessageContaining("only ever added to");
    assertThatThrownBy(() -> execute("delete from report"))
        .hasMessageContaining("only ever added to");
    assertThatThrownBy(() ->
            new ReportDesk(
                    new ProjectionStore(DATABASE.of().oversight()),
                    reports(),
                    new Ledger(DATABASE.of().oversight()),
                    NOW,
                    10)
                .publish(DECEMBER, "test"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("month=2010-12 limit=after 2010-12");
  }

  private static void execute(String sql) throws SQLException {
    try (var connection = DATABASE.of().oversight().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int first(List<String> lines, String kind) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(kind)) {
        return i;
      }
    }
    throw new AssertionError(kind);
  }

  private List<String> lines(String stream) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(EventFile.in(folder, stream)))) {
      return new ArrayList<>(
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }

  private void rewrite(String stream, List<String> lines) throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(EventFile.in(folder, stream)))) {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
