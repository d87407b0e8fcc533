package org.ridgeline.repository.amend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.ledger.SignedText;
import org.ridgeline.ledger.SigningKey;
import org.ridgeline.ledger.Subject;
import org.ridgeline.repository.AmendmentRefusedException;
import org.ridgeline.repository.EncounterRecord;
import org.ridgeline.repository.Enrolment;
import org.ridgeline.repository.Population;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;
import org.ridgeline.repository.RepositoryProfile;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.Sha256;
import org.ridgeline.vocabulary.TenPrint;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two persons, an order, a receipt, a trace in the ledger.
class AmendmentsTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final Ground ORDER = new Ground("Order 26-1187", "expunged");
  private static final byte[] FILE = "card".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;
  private TestDatabase database;
  private Repository criminal;
  private Amendments amendments;
  private SigningKey key;

  @BeforeEach
  void open() throws IOException {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    criminal =
        Repository.open(
            RepositoryProfile.criminal(),
            database.of().criminal(),
            folder.resolve("gallery"),
            Engine.standard(),
            new Population());
    key = SigningKey.make();
    amendments = amendments(new Ledger(database.of().exchange()));
  }

  @AfterEach
  void close() {
    criminal.close();
    database.close();
  }

  private Amendments amendments(Ledger ledger) {
    return new Amendments(
        RepositoryProfile.criminal(),
        database.of().criminal(),
        new Outside(
            ledger,
            text -> SignedText.sign(key, text),
            sha256 -> "mark-of-" + sha256.length,
            Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  private static TenPrint prints(int touch) {
    return Nation.person(1, 1).tenPrint(touch, ImpressionStyle.rolled(80));
  }

  private UUID enrolled() {
    EncounterRecord record =
        new EncounterRecord(
            "r1", Optional.empty(), List.of("DOE,SAM"), Map.of(), List.of(), prints(1), FILE);
    return ((Enrolment.NewPerson) criminal.importEncounter(record)).personId();
  }

  private boolean isFound() {
    return criminal.identify(prints(2), Purpose.CRIMINAL_BOOKING).decision()
        instanceof Decision.Hit;
  }

  private List<String> trace(UUID amendment) {
    return new LedgerReader(database.of().ledger())
        .about(List.of(Subject.Kind.AMENDMENT.of(amendment))).stream()
            .map(ChainedEntry::entry)
            .map(e -> e.actor() + " " + e.action().key())
            .toList();
  }

  private Amendment ask(UUID person) {
    return amendments.ask(Change.of(Change.Kind.EXPUNGE_PERSON, person), ORDER, "ann");
  }

  @Test
  void oneAsksAnotherApprovesAndThePersonIsGone() {
    UUID person = enrolled();
    Amendment asked = ask(person);
    assertThat(isFound()).as("nothing happens before").isTrue();
    Amendment applied = amendments.approve(asked.id(), "bob");
    assertThat(applied.state()).isEqualTo("APPLIED");
    assertThat(applied.touched().persons()).containsExactly(person);
    assertThat(isFound()).isFalse();
    assertThat(trace(asked.id()))
        .containsExactly(
            "ann amendment.ask", "bob amendment.approve", "repository amendment.apply");
    assertThat(amendments.approve(asked.id(), "bob")).as("again").isEqualTo(applied);
    assertThat(trace(asked.id())).hasSize(3);
  }

  @Test
  void nobodyApprovesWhatTheyAskedFor() {
    UUID person = enrolled();
    UUID id = ask(person).id();
    for (String self : List.of("ann", "ANN")) {
      assertThatThrownBy(() -> amendments.approve(id, self))
          .isInstanceOf(AmendmentRefusedException.class)
          .hasMessageContaining("another person has to decide");
    }
    assertThatThrownBy(() ->
            JdbcClient.create(database.of().criminal())
                .sql("update amendment set state='APPLIED', decided_by='Ann', decided_at=now()")
                .update())
        .hasMessageContaining("amendment_check");
    assertThat(isFound()).isTrue();
  }

  @Test
  void whatIsDeclinedStaysDeclined() {
    UUID id = ask(enrolled()).id();
    assertThat(amendments.decline(id, "bob").state()).isEqualTo("DECLINED");
    assertThat(amendments.decline(id, "bob").state()).isEqualTo("DECLINED");
    assertThatThrownBy(() -> amendments.approve(id, "bob")).hasMessageContaining("DECLINED by bob");
    assertThatThrownBy(() -> amendments.approve(id, "eve")).hasMessageContaining("DECLINED by bob");
    assertThat(isFound()).isTrue();
    assertThat(trace(id)).containsExactly("ann amendment.ask", "bob amendment.decline");
  }

  @Test
  void theReceiptSaysWhatWentAndIsSigned() {
    UUID person = enrolled();
    Amendment applied = amendments.approve(ask(person).id(), "bob");
    SignedText receipt = applied.receipt().orElseThrow();
    assertThat(receipt.text())
        .contains("erasure: expunge person\nauthority: Order 26-1187\n")
        .contains("asked: ann " + NOW + "\napproved: bob " + NOW + "\n")
        .contains("persons: " + person + "\n")
        .contains("rows: encounter 1, encounter_file 1, finger 10, history_record 0, identifier 1,")
        .contains("file-mark: mark-of-32\n")
        .doesNotContain("DOE")
        .doesNotContain(Sha256.hex(FILE));
    assertThat(receipt.isSignedBy(key.open())).isTrue();
    assertThat(SignedText.ofPrinted(receipt.printed())).contains(receipt);
    SignedText forged =
        SignedText.ofPrinted(receipt.printed().replace("finger 10", "finger 20")).orElseThrow();
    assertThat(forged.isSignedBy(key.open())).isFalse();
    assertThat(amendments.notSwept().amendments()).containsExactly(applied);
    amendments.swept(amendments.notSwept());
    assertThat(amendments.notSwept().isEmpty()).isTrue();
  }

  @Test
  void withoutALedgerNothingIsDone() {
    UUID id = ask(enrolled()).id();
    Amendments mute = amendments(new Ledger(database.of().immigration()));
    JdbcClient.create(database.of().ledger())
        .sql("revoke execute on all functions in schema ledger from public, ridgeline_immigration")
        .update();
    assertThatThrownBy(() -> mute.approve(id, "bob")).isInstanceOf(RuntimeException.class);
    assertThat(isFound()).isTrue();
  }

  @Test
  void whatWasDoneBeforeACrashIsRecordedLater() {
    UUID id = ask(enrolled()).id();
    amendments.approve(id, "bob");
    JdbcClient.create(database.of().criminal())
        .sql("update amendment set recorded_at = null")
        .update();
    amendments.recordApplied();
    amendments.recordApplied();
    assertThat(trace(id)).filteredOn(t -> t.endsWith("apply")).hasSize(2);
  }

  @Test
  void whatIsNotThereIsSaidWhenItIsAsked() {
    assertThatThrownBy(() -> ask(UUID.randomUUID()))
        .isInstanceOf(AmendmentRefusedException.class)
        .hasMessageContaining("there is no person");
    assertThatThrownBy(() -> new Ground(" ", "why")).hasMessageContaining("order number");
    assertThat(new Ground("1".repeat(200), "w".repeat(1000)).authority()).hasSize(200);
    assertThatThrownBy(() -> new Ground("1".repeat(201), "why")).hasMessageContaining("1..200");
    assertThatThrownBy(() -> new Ground("1", "w".repeat(1001))).hasMessageContaining("1..1000");
    assertThatThrownBy(() -> new Ground("1\npersons: none", "why"))
        .hasMessageContaining("line breaks");
    assertThatThrownBy(() -> Change.of(Change.Kind.MERGE, UUID.randomUUID()))
        .hasMessageContaining("as well");
  }
}
