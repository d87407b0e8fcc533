package org.ridgeline.oversight.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.outbox.EventSource;
import org.ridgeline.outbox.Recorded;
import org.ridgeline.oversight.Limits;
import org.ridgeline.oversight.OversightSchema;
import org.ridgeline.oversight.track.Cell;
import org.ridgeline.oversight.track.Fact;
import org.ridgeline.oversight.track.FactsAtRandom;
import org.ridgeline.oversight.track.Fold;
import org.ridgeline.oversight.track.Place;
import org.ridgeline.vocabulary.event.Event;

/// That each fact counts once, whatever happens while it is taken in.
class ProjectionTest {
  private static final TestDatabase DATABASE = TestDatabase.create();

  /// Every month in which something happens here.
  private static final SortedSet<YearMonth> ALL =
      java.util.stream.Stream.iterate(YearMonth.of(2010, 11), month -> month.plusMonths(1))
          .limit(60)
          .collect(Collectors.toCollection(TreeSet::new));

  private static final int KILLS = 30;
  private static final Pseudonyms PSEUDONYMS = new Pseudonyms("a key of tests");

  private final ProjectionStore store = new ProjectionStore(DATABASE.of().oversight());

  static {
    OversightSchema.migrate(DATABASE.of().oversight());
  }

  @BeforeEach
  void empty() {
    store.clear();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void theDatabaseHoldsWhatTheFactsAddUpToAndARebuildTheSame() {
    FactsAtRandom facts = FactsAtRandom.of(3_000, 5);
    follow("exchange", ListedFacts.of(facts.exchange()));
    follow("casework", ListedFacts.of(facts.casework()));
    List<TallyStore.Row> first = store.tallies().until(ALL);
    assertThat(counts()).isEqualTo(Fold.counts(facts.all()));
    store.clear();
    assertThat(counts()).isEmpty();
    follow("casework", ListedFacts.of(facts.casework()));
    follow("exchange", ListedFacts.of(facts.exchange()));
    assertThat(store.tallies().until(ALL)).isEqualTo(first);
  }

  @Test
  void factsInSmallBatchesCountTheSame() {
    FactsAtRandom facts = FactsAtRandom.of(300, 6);
    ListedFacts source = ListedFacts.of(facts.all());
    follow("all", (place, _) -> source.after(place, 7));
    assertThat(store.streams()).extracting(Stream::facts).containsExactly(7L);
    for (int i = 0; i < facts.all().size() / 7 + 1; i++) {
      follow("all", (place, _) -> source.after(place, 7));
    }
    assertThat(counts()).isEqualTo(Fold.counts(facts.all()));
  }

  @Test
  void twoProcessesTakeNothingInTwice() throws InterruptedException {
    FactsAtRandom facts = FactsAtRandom.of(2_000, 7);
    ListedFacts source = ListedFacts.of(facts.all());
    Thread[] both = new Thread[2];
    for (int i = 0; i < both.length; i++) {
      both[i] =
          Thread.ofPlatform()
              .start(() -> {
                while (place("all") < facts.all().size()) {
                  follow("all", (place, _) -> source.after(place, 100));
                }
              });
    }
    for (Thread one : both) {
      one.join();
    }
    assertThat(counts()).isEqualTo(Fold.counts(facts.all()));
  }

  /// Connections are cut at random moments while facts are taken in.
  @Test
  void countsAreExactAfterThirtyKills() throws InterruptedException {
    FactsAtRandom facts = FactsAtRandom.of(4_000, 8);
    ListedFacts source = ListedFacts.of(facts.all());
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger cut = new AtomicInteger();
    Thread killer = Thread.ofPlatform().start(() -> kill(done, cut));
    int failed = 0;
    while (cut.get() < KILLS || place("all") < facts.all().size()) {
      try {
        follow("all", (place, _) -> source.after(place, 100));
        if (place("all") == facts.all().size() && cut.get() < KILLS) {
          store.clear();
        }
      } catch (RuntimeException _) {
        failed++;
      }
    }
    done.set(true);
    killer.join();
    assertThat(failed).as("times that something was cut off").isPositive();
    assertThat(counts()).isEqualTo(Fold.counts(facts.all()));
  }

  private static void kill(AtomicBoolean done, AtomicInteger cut) {
    Random random = new Random(9);
    try (var connection = DriverManager.getConnection(DATABASE.adminUrl());
        var statement = connection.createStatement()) {
      while (!done.get() && cut.get() < KILLS) {
        Thread.sleep(random.nextInt(5, 60));
        try (var rows =
            statement.executeQuery(
                """
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = current_database() and application_name = 'ridgeline oversight'
                  and state <> 'idle'
                """)) {
          rows.next();
          cut.addAndGet(rows.getInt(1));
        }
      }
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatCannotBeReadIsNotedAndHoldsUpNobody() {
    Recorded strange = new Recorded(1, new UUID(0, 1), "moon.landed", 1, Instant.EPOCH, "{}");
    Recorded broken =
        new Recorded(2, new UUID(0, 2), "submission.accepted", 1, Instant.EPOCH, "{\"con\":1}");
    List<Recorded> source = List.of(strange, broken);
    follow("odd", (place, _) -> source.subList((int) place, source.size()));
    assertThat(store.streams())
        .singleElement()
        .satisfies(stream -> {
          assertThat(stream.place()).isEqualTo(2);
          assertThat(stream.facts()).isZero();
          assertThat(stream.unread()).isEqualTo(2);
        });
  }

  @Test
  void whatNobodyKeepsCountsTheSameAndIsMarkedAsNotSealed() {
    FactsAtRandom facts = FactsAtRandom.of(300, 11);
    Unsealed stream = new Unsealed("fictional", store);
    assertThat(stream.take(0, new Batch(facts.all().size(), facts.all(), List.of()))).isTrue();
    assertThat(stream.take(0, new Batch(facts.all().size(), facts.all(), List.of()))).isFalse();
    assertThat(counts()).isEmpty();
    stream.keep();
    assertThat(new Unsealed("fictional", store).place()).isEqualTo(facts.all().size());
    assertThat(counts()).isEqualTo(Fold.counts(facts.all()));
    assertThat(store.streams()).extracting(Stream::seal).containsExactly(Stream.UNSEALED);
  }

  @Test
  void whatTwoProcessesTellOfOneStreamIsKeptOnce() {
    FactsAtRandom facts = FactsAtRandom.of(50, 13);
    Batch batch = new Batch(facts.all().size(), facts.all(), List.of());
    Unsealed one = new Unsealed("fictional", store);
    Unsealed other = new Unsealed("fictional", store);
    one.take(0, batch);
    other.take(0, batch);
    one.keep();
    assertThatThrownBy(other::keep).isInstanceOf(IllegalStateException.class);
    assertThat(counts()).isEqualTo(Fold.counts(facts.all()));
  }

  /// Of bookings that are over half way through, nothing is read of what was kept of them before.
  @Test
  void manyBatchesWrittenTogetherCountTheSame() {
    FactsAtRandom facts = FactsAtRandom.of(500, 14);
    Unsealed stream = new Unsealed("fictional", store);
    int written = 0;
    for (int from = 0; from < facts.all().size(); from += 7) {
      int to = Math.min(facts.all().size(), from + 7);
      stream.take(from, new Batch(to, facts.all().subList(from, to), List.of()));
      if (++written % 30 == 0) {
        stream.keep();
      }
    }
    stream.keep();
    assertThat(counts()).isEqualTo(Fold.counts(facts.all()));
  }

  /// Below the limit, at it, above it.
  @Test
  void aStrideIsWrittenOnceItIsFull() {
    Unsealed stream = new Unsealed("fictional", store);
    Fact counted = new Fact(Instant.EPOCH, new Event.SubmissionAccepted("R1"));
    int some = Limits.FACTS_OF_A_STRIDE_MAX / 50;
    List<Fact> facts = Collections.nCopies(some, counted);
    for (int i = 1; i <= 51; i++) {
      stream.take((long) (i - 1) * some, new Batch((long) i * some, facts, List.of()));
      long written = i < 50 ? 0 : Limits.FACTS_OF_A_STRIDE_MAX;
      assertThat(store.place("fictional")).as("after " + i).isEqualTo(written);
    }
  }

  @Test
  void monthsThatAreNotAskedForAreSummedUp() {
    FactsAtRandom facts = FactsAtRandom.of(5_000, 15);
    follow("all", ListedFacts.of(facts.all()));
    YearMonth first = YearMonth.of(2010, 11);
    SortedSet<YearMonth> apart = new TreeSet<>(List.of(first.plusMonths(2), first.plusMonths(5)));
    Map<Cell, Long> sums = new HashMap<>();
    Fold.counts(facts.all())
        .forEach((cell, n) -> {
          long after = first.until(cell.month(), ChronoUnit.MONTHS);
          if (after <= 5) {
            long part = after < 2 ? 1 : after > 2 && after < 5 ? 4 : after;
            sums.merge(in(first.plusMonths(part), cell), n, Long::sum);
          }
        });
    assertThat(sums.keySet()).extracting(Cell::month).contains(first.plusMonths(4));
    assertThat(counts(apart)).isEqualTo(sums);
  }

  private static Cell in(YearMonth month, Cell cell) {
    return new Cell(cell.measure(), cell.detail(), month, cell.place(), cell.split());
  }

  /// As an earlier release wrote it, with an agency.
  @Test
  void aTrackOfAnEarlierReleaseIsRead() {
    String old =
        """
        {"came":{"at":"2011-01-01T00:00:00Z","booking":true,
         "place":{"fips":"06067","state":"CA","agency":"CA0340000"}},"counted":[]}
        """;
    assertThat(TrackText.booking(old).came().orElseThrow().place())
        .isEqualTo(new Place("06067", "CA"));
  }

  @Test
  void neitherIsASealedStreamGoneOnWithUnsealedNorTheOtherWayRound() {
    FactsAtRandom facts = FactsAtRandom.of(50, 12);
    follow("exchange", ListedFacts.of(facts.exchange()));
    assertThatThrownBy(() -> new Unsealed("exchange", store))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stream=exchange is sealed");
    Unsealed stream = new Unsealed("fictional", store);
    ListedFacts source = ListedFacts.of(facts.exchange());
    assertThatThrownBy(() -> follow("fictional", source))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(stream.place()).isZero();
  }

  private long place(String stream) {
    try {
      return store.place(stream);
    } catch (RuntimeException _) {
      return -1;
    }
  }

  private void follow(String stream, EventSource source) {
    try (Projection projection = new Projection(stream, source, store, PSEUDONYMS)) {
      projection.follow();
    }
  }

  private Map<Cell, Long> counts() {
    return counts(ALL);
  }

  private Map<Cell, Long> counts(SortedSet<YearMonth> apart) {
    Map<Cell, Long> counts = new HashMap<>();
    store.tallies().until(apart).forEach(row -> counts.put(row.cell(), row.n()));
    return counts;
  }
}
