package org.ridgeline.repository.amend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
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
import org.ridgeline.repository.EncounterRecord;
import org.ridgeline.repository.Enrolment;
import org.ridgeline.repository.OldEncounters;
import org.ridgeline.repository.Population;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;
import org.ridgeline.repository.RepositoryProfile;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.TenPrint;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What goes by its age, what stays, and what is left of it.
class ExpiryTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
  private static final Instant OLD = NOW.minus(Duration.ofDays(400));
  private static final Instant BEFORE = NOW.minus(Duration.ofDays(365));
  private static final String WHY = "retention.civil-encounters=365";

  @TempDir private Path folder;
  private TestDatabase database;
  private JdbcClient rows;
  private Repository civil;
  private Amendments amendments;
  private SigningKey key;

  @BeforeEach
  void open() throws IOException {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    rows = JdbcClient.create(database.of().civil());
    civil =
        Repository.open(
            RepositoryProfile.civil(),
            database.of().civil(),
            folder,
            Engine.standard(),
            new Population());
    key = SigningKey.make();
    amendments = amendments(new Ledger(database.of().exchange()));
  }

  @AfterEach
  void close() {
    civil.close();
    database.close();
  }

  private Amendments amendments(Ledger ledger) {
    return new Amendments(
        RepositoryProfile.civil(),
        database.of().civil(),
        new Outside(
            ledger,
            text -> SignedText.sign(key, text),
            sha256 -> "mark-of-" + sha256.length,
            Clock.fixed(NOW, ZoneOffset.UTC)));
  }

  private static TenPrint prints(int person, int touch) {
    return Nation.person(1, person).tenPrint(touch, ImpressionStyle.rolled(80));
  }

  private record Ids(UUID person, UUID encounter) {}

  private Ids enrolled(String source, int person, Instant at) {
    EncounterRecord record =
        new EncounterRecord(
            source,
            Optional.empty(),
            List.of("APPLE,ANN"),
            Map.of(),
            List.of(),
            prints(person, source.hashCode() & 7),
            source.getBytes(StandardCharsets.UTF_8));
    Ids ids =
        switch (civil.importEncounter(record)) {
          case Enrolment.NewPerson(UUID who, UUID encounter) -> new Ids(who, encounter);
          case Enrolment.KnownPerson(UUID who, UUID encounter) -> new Ids(who, encounter);
          case Enrolment.IdentifierTaken taken -> throw new AssertionError(taken);
        };
    rows.sql("update encounter set created_at = ? where encounter_id = ?")
        .params(Timestamp.from(at), ids.encounter())
        .update();
    return ids;
  }

  private int expire(String... kept) {
    return amendments.expiry().expire(BEFORE, List.of(kept), WHY, 100);
  }

  private boolean isFound(int person) {
    return civil.identify(prints(person, 9), Purpose.APPLICANT).decision() instanceof Decision.Hit;
  }

  private int count(String table) {
    return rows.sql("select count(*) from " + table).query(Integer.class).single();
  }

  @Test
  void whoIsOldEnoughIsGoneWithAReceiptInTheirPlace() throws IOException {
    Ids old = enrolled("r1", 1, OLD);
    enrolled("r2", 2, NOW);
    assertThat(isFound(1)).isTrue();
    assertThat(expire()).isEqualTo(1);
    assertThat(isFound(1)).isFalse();
    assertThat(isFound(2)).isTrue();
    for (String table : List.of("person", "encounter", "encounter_file", "name_used")) {
      assertThat(count(table)).as(table).isEqualTo(1);
    }
    Expired gone = amendments.expiry().find(old.encounter()).orElseThrow();
    assertThat(gone.personId()).contains(old.person());
    assertThat(gone.receipt().isSignedBy(key.open())).isTrue();
    assertThat(gone.receipt().text())
        .startsWith("RIDGELINE-ERASURE-RECEIPT-1\nrepository: civil\nerasure: expiry\n")
        .contains("authority: " + WHY + "\n", "persons: " + old.person())
        .contains("encounters: " + old.encounter(), "finger 10", "file-mark: mark-of-32")
        .doesNotContain("APPLE");
    assertThat(entries(old.encounter()))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.entry().action().key()).isEqualTo("encounter.expire");
          assertThat(entry.entry().detail())
              .containsEntry("why", WHY)
              .containsEntry("person", "person:" + old.person())
              .containsEntry("receipt", Expiry.digest(gone));
        });
    assertThat(expire()).as("again").isZero();
  }

  private List<ChainedEntry> entries(UUID encounter) {
    return new LedgerReader(database.of().ledger())
        .about(List.of(Subject.Kind.ENCOUNTER.of(encounter)));
  }

  @Test
  void galleriesAndFilesAreWrittenOverAfterIt() {
    Ids old = enrolled("r1", 1, OLD);
    Ids also = enrolled("r2", 2, OLD);
    Ids second = enrolled("r3", 2, NOW);
    assertThat(second.person()).isEqualTo(also.person());
    expire();
    Unswept due = amendments.notSwept();
    assertThat(due.touched())
        .as("told at once; a person who has an encounter left stays")
        .singleElement()
        .satisfies(touched -> {
          assertThat(touched.persons()).containsExactly(old.person());
          assertThat(touched.encounters())
              .containsExactlyInAnyOrder(old.encounter(), also.encounter());
        });
    amendments.swept(due);
    assertThat(amendments.notSwept().isEmpty()).isTrue();
  }

  @Test
  void whatIsKeptOrSealedStays() {
    enrolled("submission:R1", 1, OLD);
    Ids sealed = enrolled("r2", 2, OLD);
    enrolled("r3", 3, OLD.plusSeconds(1));
    Change seal = Change.of(Change.Kind.SEAL_PERSON, sealed.person());
    Amendment asked = amendments.ask(seal, new Ground("Order 1", "sealed"), "ann");
    amendments.approve(asked.id(), "bob");

    OldEncounters old = amendments.expiry().old();
    assertThat(old.count(BEFORE, List.of("submission:R1")))
        .isEqualTo(new OldEncounters.Count(1, 1, Optional.of(OLD)));
    assertThat(old.from(BEFORE, List.of("submission:R1", "submission:R2"))).isEqualTo(1);
    assertThat(expire("submission:R1")).isEqualTo(1);
    assertThat(count("encounter")).isEqualTo(2);
    assertThat(isFound(1)).isTrue();
    assertThat(isFound(3)).isFalse();
  }

  @Test
  void noMoreGoAtATimeThanAreAskedForAndTheOldestFirst() {
    enrolled("r1", 1, OLD.plusSeconds(1));
    Ids oldest = enrolled("r2", 2, OLD);
    assertThat(amendments.expiry().expire(BEFORE, List.of(), WHY, 1)).isEqualTo(1);
    assertThat(amendments.expiry().find(oldest.encounter())).isPresent();
    assertThat(count("encounter")).isEqualTo(1);
  }

  @Test
  void whatTheLedgerMissedIsEnteredLater() {
    Ids old = enrolled("r1", 1, OLD);
    Amendments mute = amendments(new Ledger(database.of().criminal()));
    assertThatThrownBy(() -> mute.expiry().expire(BEFORE, List.of(), WHY, 100))
        .hasStackTraceContaining("permission denied");
    assertThat(count("encounter")).isZero();
    assertThat(entries(old.encounter())).isEmpty();
    amendments.recordApplied();
    amendments.recordApplied();
    assertThat(entries(old.encounter())).hasSize(1);
  }
}
