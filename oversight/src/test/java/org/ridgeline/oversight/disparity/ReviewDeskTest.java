package org.ridgeline.oversight.disparity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.oversight.OversightSchema;
import org.ridgeline.oversight.disparity.Review.Finding;
import org.ridgeline.oversight.disparity.Review.Standing;

/// What people do with items, and what nobody can.
class ReviewDeskTest {
  private static final Instant NOW = Instant.parse("2011-06-03T04:05:06Z");
  private static final String WHY = "Its jail books for three counties.";

  private static TestDatabase database;
  private static ReviewStore store;
  private static ReviewDesk desk;
  private static int units;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    OversightSchema.migrate(database.of().oversight());
    store = new ReviewStore(database.of().oversight());
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    desk = new ReviewDesk(store, new Ledger(database.of().oversight()), clock);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Review item(String unit) {
    var about =
        new Review.About(Ask.By.AGENCY, unit, unit, "RACE=B", "MATCHED", Review.Direction.OVER);
    return new Review(UUID.randomUUID(), about, "says", "ab", NOW, new Standing.Open());
  }

  private static UUID opened() {
    Review item = item("CA" + ++units);
    assertThat(store.open(item)).isTrue();
    return item.id();
  }

  private static Review now(UUID id) {
    return desk.list().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static String lastEntry() {
    return new LedgerReader(database.of().ledger()).last().orElseThrow().toString();
  }

  @Test
  void theSameIsOpenOnce() {
    opened();
    Review again = item("CA" + units);
    assertThat(store.open(again)).isFalse();
    assertThat(desk.list()).extracting(Review::id).doesNotContain(again.id());
  }

  @Test
  void whoHasTakenItClosesItWithWordsAndNobodyElseDoes() {
    UUID id = opened();
    assertThat(desk.close(id, "ann", Finding.EXPLAINED, WHY)).as("not taken").isFalse();
    assertThat(desk.take(id, "ann")).isTrue();
    assertThat(lastEntry()).contains("review.take", "ann", "OVERSIGHT");
    assertThat(desk.take(id, "ann")).isFalse();
    assertThat(desk.close(id, "ben", Finding.EXPLAINED, WHY)).isFalse();
    assertThat(desk.take(id, "ben")).isTrue();
    assertThat(desk.close(id, "ann", Finding.EXPLAINED, WHY)).isFalse();
    assertThat(now(id).holder()).isEqualTo(Optional.of("ben"));
    assertThat(desk.close(id, "ben", Finding.EXPLAINED, WHY)).isTrue();
    assertThat(now(id).standing())
        .isEqualTo(new Standing.Closed("ben", NOW, Finding.EXPLAINED, WHY));
    assertThat(lastEntry()).contains("review.close", "EXPLAINED").doesNotContain(WHY);
    assertThat(desk.take(id, "ann")).isFalse();
    assertThat(desk.close(id, "ben", Finding.DATA, WHY)).isFalse();
    assertThat(desk.take(UUID.randomUUID(), "ann")).isFalse();
  }

  @Test
  void aReasonIsBoundedBelowAtAndAbove() {
    UUID id = opened();
    desk.take(id, "ann");
    for (String bad : List.of("", "         ", "x".repeat(9), "x".repeat(2_001), "ten chars\0")) {
      assertThatThrownBy(() -> desk.close(id, "ann", Finding.DATA, bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(now(id).standing()).isInstanceOf(Standing.Taken.class);
    assertThat(ReviewDesk.fault("x".repeat(10))).isEmpty();
    assertThat(desk.close(id, "ann", Finding.DATA, "x".repeat(2_000))).isTrue();
  }

  private static void does(String text) throws SQLException {
    try (Connection connection = database.of().oversight().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(text);
    }
  }

  @Test
  void whatIsClosedStaysAndNothingIsTakenOut() {
    UUID id = opened();
    desk.take(id, "ann");
    desk.close(id, "ann", Finding.NO_REASON, WHY);
    for (String text :
        List.of(
            "update review_item set reason = 'another' where item_id = '" + id + "'",
            "update review_item set state = 'TAKEN' where item_id = '" + id + "'",
            "delete from review_item",
            "truncate review_item")) {
      assertThatThrownBy(() -> does(text)).as(text).isInstanceOf(SQLException.class);
    }
    assertThat(now(id).standing()).isInstanceOf(Standing.Closed.class);
  }

  /// Asked of the database as the role that has the items.
  @Test
  void theRoleOfItemsReachesNoCaseAndNoBooking() {
    for (String schema : List.of("casework", "exchange", "sealed", "criminal", "immigration")) {
      for (String text :
          List.of(
              "create table " + schema + ".mine (a text)",
              "select * from " + schema + ".anything",
              "update " + schema + ".anything set a = 1",
              "set role ridgeline_" + schema)) {
        assertThatThrownBy(() -> does(text))
            .as(text)
            .isInstanceOfSatisfying(
                SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
      }
    }
  }
}
