package org.ridgeline.exchange.purge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.SignedText;
import org.ridgeline.ledger.SigningKey;
import org.ridgeline.repository.EncounterRecord;
import org.ridgeline.repository.Population;
import org.ridgeline.repository.Repository;
import org.ridgeline.repository.RepositoryProfile;
import org.ridgeline.repository.amend.Amendments;
import org.ridgeline.repository.amend.Outside;
import org.ridgeline.search.rank.Engine;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.synth.print.ImpressionStyle;
import org.springframework.jdbc.core.simple.JdbcClient;

class CivilEncountersTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant OLD = NOW.minus(Duration.ofDays(400));
  private static final Instant BEFORE = NOW.minus(Duration.ofDays(365));

  @TempDir private Path folder;
  private final ExchangeRoom room = new ExchangeRoom();
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private TestDatabase database;
  private Repository civil;
  private Holds holds;
  private RetentionRule rule;

  @BeforeEach
  void open() throws IOException {
    database = TestDatabase.create();
    civil =
        Repository.open(
            RepositoryProfile.civil(),
            database.of().civil(),
            folder,
            Engine.standard(),
            new Population());
    holds = new Holds(room.source(), clock);
    SigningKey key = SigningKey.make();
    var outside =
        new Outside(
            new Ledger(room.source()), text -> SignedText.sign(key, text), _ -> "mark", clock);
    Amendments amendments =
        new Amendments(RepositoryProfile.civil(), database.of().civil(), outside);
    rule = new CivilEncounters(room.source(), holds, amendments::expiry);
  }

  @AfterEach
  void close() {
    civil.close();
    database.close();
  }

  private void enrolled(String source, int person, Instant at) {
    civil.importEncounter(
        new EncounterRecord(
            source,
            Optional.empty(),
            List.of(),
            Map.of(),
            List.of(),
            Nation.person(1, person).tenPrint(1, ImpressionStyle.rolled(80)),
            new byte[] {1}));
    JdbcClient.create(database.of().civil())
        .sql("update encounter set created_at = ? where source = ?")
        .params(Timestamp.from(at), source)
        .update();
  }

  private void submitted(String control, SubmissionState state) {
    new SubmissionStore(room.source())
        .insert(
            ExchangeRoom.submission(control, "T" + control, state, ExchangeRoom.ORI, OLD),
            ExchangeRoom.bytes(control),
            5);
  }

  @Test
  void oldOnesGoUnlessTheirSubmissionIsHeldOrWaits() {
    submitted("DONE", SubmissionState.ANSWERED);
    submitted("HELD", SubmissionState.ANSWERED);
    submitted("WAITS", SubmissionState.SEARCHING);
    enrolled("submission:DONE", 1, OLD);
    enrolled("submission:HELD", 2, OLD);
    enrolled("submission:WAITS", 3, OLD);
    enrolled("file:1", 4, OLD);
    enrolled("file:2", 5, NOW);
    holds.place(Trail.submission("HELD"), "order 7", "clerk");

    RetentionRule.Plan plan = rule.plan(BEFORE);
    assertThat(plan.due()).isEqualTo(2);
    assertThat(plan.keptBack()).isEqualTo(Map.of("hold", 1L, "not answered", 1L));
    assertThat(plan.oldest()).contains(OLD);
    assertThat(civil.size().encounters()).as("a plan changes nothing").isEqualTo(5);

    assertThat(rule.run(BEFORE, "retention.civil-encounters=365")).isEqualTo(2);
    assertThat(List.of("submission:DONE", "file:1")).noneMatch(civil::isEnrolled);
    assertThat(List.of("submission:HELD", "submission:WAITS", "file:2"))
        .allMatch(civil::isEnrolled);
    holds.release(Trail.submission("HELD"), "order 7 lifted", "clerk");
    assertThat(rule.run(BEFORE, "retention.civil-encounters=365")).isEqualTo(1);
    assertThat(room.entries())
        .filteredOn(entry -> entry.entry().action().key().equals("encounter.expire"))
        .hasSize(3);
  }

  /// Another server's may be away: nobody asks it where the rule is not set.
  @Test
  void itsDatabaseIsAskedOnlyWhenTheRuleRuns() {
    RetentionRule idle =
        new CivilEncounters(
            room.source(),
            holds,
            () -> {
              throw new AssertionError("asked");
            });
    assertThat(idle.key()).isEqualTo("civil-encounters");
    assertThat(idle.since()).isEqualTo("since an encounter was enrolled in the civil repository");
  }
}
