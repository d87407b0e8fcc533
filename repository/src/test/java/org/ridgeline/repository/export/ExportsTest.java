package org.ridgeline.repository.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.ledger.Subject;
import org.ridgeline.repository.Limits;
import org.ridgeline.repository.Repository;
import org.ridgeline.repository.RepositoryProfile;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two persons, a time, one folder, a trace in the ledger.
class ExportsTest {
  private static final Order ORDER = new Order("Ministry of Records", "Contract 7, clause 12");
  private static final UUID FOLDER = new UUID(7, 7);
  private static final String DIGEST = "0123456789abcdef".repeat(4);

  private TestDatabase database;
  private Exports exports;
  private Instant now = Instant.parse("2026-12-01T12:00:00Z");

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    Repository.migrate(RepositoryProfile.criminal(), database.of().criminal());
    exports = exports(new Ledger(database.of().exchange()));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Exports exports(Ledger ledger) {
    InstantSource source = () -> now;
    return new Exports(
        RepositoryProfile.criminal(),
        database.of().criminal(),
        new Exports.Outside(ledger, this::entries, clock(source)));
  }

  private static Clock clock(InstantSource source) {
    return source.withZone(ZoneOffset.UTC);
  }

  private List<LedgerEntry> entries(Subject subject) {
    return new LedgerReader(database.of().ledger())
        .about(List.of(subject)).stream().map(ChainedEntry::entry).toList();
  }

  private List<String> trace(UUID id) {
    return entries(Subject.Kind.EXPORT.of(id)).stream()
        .map(e -> e.actor() + " " + e.action().key())
        .toList();
  }

  private Export agreed() {
    return exports.agree(exports.propose(ORDER, "ann").id(), "bob");
  }

  private Export start(UUID id, UUID folder) {
    return exports.start(
        id, folder, "root", at -> new Export.Run(folder, 5, 3, at, Optional.empty()));
  }

  @Test
  void oneProposesAnotherAgreesAndItIsWrittenOnce() {
    Export proposed = exports.propose(ORDER, "ann");
    assertThat(exports.state(proposed)).isEqualTo(Export.State.PROPOSED);
    assertThatThrownBy(() -> start(proposed.id(), FOLDER))
        .hasMessageContaining("waits for another");
    Export agreed = exports.agree(proposed.id(), "bob");
    assertThat(exports.state(agreed)).isEqualTo(Export.State.AGREED);
    Export started = start(agreed.id(), FOLDER);
    assertThat(exports.state(started)).isEqualTo(Export.State.STARTED);
    assertThat(start(agreed.id(), FOLDER)).as("goes on").isEqualTo(started);
    Export ended = exports.end(agreed.id(), DIGEST, Map.of("encounters", "3"));
    assertThat(exports.state(ended)).isEqualTo(Export.State.ENDED);
    assertThat(exports.newest(9)).containsExactly(ended);
    assertThatThrownBy(() -> start(agreed.id(), FOLDER)).hasMessageContaining("written already");
    assertThatThrownBy(() -> exports.refuse(agreed.id(), "bob")).hasMessageContaining("already");
    assertThat(trace(agreed.id()))
        .containsExactly(
            "ann export.propose",
            "bob export.agree",
            "command line export.start",
            "command line export.start",
            "command line export.end");
    LedgerEntry last = entries(Subject.Kind.EXPORT.of(agreed.id())).getLast();
    assertThat(last.detail())
        .containsEntry("manifest-sha256", DIGEST)
        .containsEntry("encounters", "3")
        .containsEntry("of", "repository:criminal");
  }

  @Test
  void nobodyAgreesToWhatTheyProposed() {
    UUID id = exports.propose(ORDER, "ann").id();
    for (String self : List.of("ann", "ANN")) {
      assertThatThrownBy(() -> exports.agree(id, self))
          .isInstanceOf(ExportRefusedException.class)
          .hasMessageContaining("another person has to agree");
    }
    assertThatThrownBy(() -> rows("update export set agreed_by = 'Ann', agreed_at = now()"))
        .hasMessageContaining("export_check");
    assertThatThrownBy(() -> start(id, FOLDER)).hasMessageContaining("waits for another person");
  }

  @Test
  void aRowThatSaysSoIsNotEnoughWhereTheLedgerDoesNot() {
    UUID id = exports.propose(ORDER, "ann").id();
    rows("update export set agreed_by = 'bob', agreed_at = '2026-12-01T12:00:00Z'");
    assertThatThrownBy(() -> start(id, FOLDER))
        .isInstanceOf(ExportRefusedException.class)
        .hasMessageContaining("the ledger does not say");
    rows(
        """
        insert into export (export_id, receiver, reason, proposed_by, proposed_at, agreed_by,
          agreed_at)
        values ('00000000-0000-0007-0000-000000000007', 'me', 'mine', 'eve',
          '2026-12-01T11:00:00Z', 'bob', '2026-12-01T12:00:00Z')
        """);
    assertThatThrownBy(() -> start(FOLDER, FOLDER)).hasMessageContaining("the ledger does not say");
    assertThat(trace(FOLDER)).isEmpty();
  }

  private void rows(String sql) {
    JdbcClient.create(database.of().criminal()).sql(sql).update();
  }

  @Test
  void itLapsesWhereNobodyAgreesInTime() {
    UUID id = exports.propose(ORDER, "ann").id();
    now = now.plus(Limits.EXPORT_AGREEMENT_TIME).minusMillis(1);
    assertThat(exports.state(exports.find(id))).isEqualTo(Export.State.PROPOSED);
    now = now.plusMillis(1);
    assertThat(exports.state(exports.find(id))).isEqualTo(Export.State.LAPSED);
    assertThatThrownBy(() -> exports.agree(id, "bob")).hasMessageContaining("lapsed at");
    now = now.plusSeconds(1);
    assertThatThrownBy(() -> exports.agree(id, "bob")).hasMessageContaining("lapsed at");
  }

  @Test
  void noRunBeginsAfterItsTime() {
    UUID id = agreed().id();
    start(id, FOLDER);
    now = now.plus(Limits.EXPORT_RUN_TIME).minusMillis(1);
    start(id, FOLDER);
    now = now.plusMillis(1);
    assertThatThrownBy(() -> start(id, FOLDER)).hasMessageContaining("lapsed at");
    exports.expectNotStopped(id);
    assertThat(exports.state(exports.end(id, DIGEST, Map.of())))
        .as("what was begun in time may end")
        .isEqualTo(Export.State.ENDED);
  }

  @Test
  void whatIsStillWrittenAfterItsTimeCanStillBeStopped() {
    UUID begun = agreed().id();
    start(begun, FOLDER);
    UUID idle = agreed().id();
    now = now.plus(Limits.EXPORT_RUN_TIME);
    assertThat(exports.isOpen(exports.find(begun))).isTrue();
    exports.refuse(begun, "eve");
    assertThatThrownBy(() -> exports.end(begun, DIGEST, Map.of())).hasMessageContaining("eve");
    assertThatThrownBy(() -> exports.refuse(idle, "eve")).hasMessageContaining("lapsed at");
  }

  @Test
  void anyOfficerRefusesOrStops() {
    UUID own = exports.propose(ORDER, "ann").id();
    assertThat(exports.state(exports.refuse(own, "ann"))).isEqualTo(Export.State.REFUSED);
    assertThatThrownBy(() -> exports.agree(own, "bob")).hasMessageContaining("refused by ann");
    UUID begun = agreed().id();
    start(begun, FOLDER);
    exports.refuse(begun, "eve");
    assertThatThrownBy(() -> exports.expectNotStopped(begun))
        .hasMessageContaining("stopped by eve");
    assertThatThrownBy(() -> start(begun, FOLDER)).hasMessageContaining("refused by eve");
    assertThatThrownBy(() -> exports.end(begun, DIGEST, Map.of())).hasMessageContaining("eve");
    assertThat(trace(begun)).endsWith("eve export.refuse");
  }

  @Test
  void oneAgreementIsOneFolder() {
    UUID id = agreed().id();
    start(id, FOLDER);
    assertThatThrownBy(() -> start(id, new UUID(7, 8))).hasMessageContaining("another folder");
    assertThatThrownBy(() -> exports.find(new UUID(1, 1))).hasMessageContaining("has no export");
  }

  @Test
  void withoutALedgerNothingIsDone() {
    UUID id = exports.propose(ORDER, "ann").id();
    Exports mute = exports(new Ledger(database.of().immigration()));
    JdbcClient.create(database.of().ledger())
        .sql("revoke execute on all functions in schema ledger from public, ridgeline_immigration")
        .update();
    assertThatThrownBy(() -> mute.propose(ORDER, "ann")).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> mute.agree(id, "bob")).isInstanceOf(RuntimeException.class);
    assertThat(exports.newest(9)).hasSize(1);
    assertThat(exports.state(exports.find(id))).isEqualTo(Export.State.PROPOSED);
  }

  @Test
  void receiverAndReasonAreBounded() {
    int receiver = Limits.RECEIVER_CHARS_MAX;
    int reason = Limits.REASON_CHARS_MAX;
    assertThat(new Order("r".repeat(receiver), "w".repeat(reason)).receiver()).hasSize(receiver);
    assertThat(new Order("r", "w").reason()).isEqualTo("w");
    assertThatThrownBy(() -> new Order(" ", "why")).hasMessageContaining("receiver has 0");
    assertThatThrownBy(() -> new Order("r".repeat(receiver + 1), "w"))
        .hasMessageContaining("1..200");
    assertThatThrownBy(() -> new Order("r", "w".repeat(reason + 1)))
        .hasMessageContaining("1..1000");
    assertThatThrownBy(() -> new Order("r\nagreed: all", "w")).hasMessageContaining("line breaks");
  }

  @Test
  void theDeskKnowsEachRepositorysAndWhoseAnExportIs() {
    ExportDesk desk = new ExportDesk(List.of(exports));
    UUID id = exports.propose(ORDER, "ann").id();
    assertThat(desk.having(id)).isSameAs(exports);
    assertThat(desk.of("criminal")).isSameAs(exports);
    assertThat(desk.names()).containsExactly("criminal");
    assertThatThrownBy(() -> desk.having(FOLDER)).hasMessageContaining("no repository has");
    assertThatThrownBy(() -> desk.of("secret")).hasMessageContaining("expected one of [criminal]");
  }
}
