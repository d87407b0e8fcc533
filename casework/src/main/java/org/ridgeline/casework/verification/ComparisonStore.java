package org.ridgeline.casework.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.ledger.RecordBook;
import org.ridgeline.ledger.RecordKind;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of comparisons, their prints and the known pairs.
public final class ComparisonStore {
  private static final RecordKind SETTLED =
      RecordKind.of("casework.settlement", "comparison", "comparison_id")
          .ownedBy(Subject.Kind.CASE, "case_id")
          .where("state = 'SETTLED'")
          .lasting("case_id", "known_pair_id", "settlement", "settled_at")
          .content("control", "encounter_id");
  private static final RecordKind KNOWN =
      RecordKind.of("casework.known-pair", "known_pair", "known_pair_id")
          .lasting("pair_key", "is_mate", "source", "added_by", "added_at");

  /// What the ledger holds digests of.
  public static final List<RecordKind> RECORDS = List.of(SETTLED, KNOWN);

  private static final String SELECT =
      """
      select comparison_id, case_id, known_pair_id, pair_key, control, encounter_id, mirrored, state
      from comparison c
      """;

  /// The number of a lock is its own in the whole program: all rooms may share one database.
  private static final long LOCK = 7_235_418_820_419L;

  private final JdbcClient jdbc;
  private final RecordBook book;

  public ComparisonStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    book = new RecordBook(dataSource);
  }

  /// Waits for whoever else is giving out or taking in work, until the transaction ends.
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(" + LOCK + ")").query((_, _) -> 0).list();
  }

  void add(Comparison one, Instant now) {
    jdbc.sql(
            """
            insert into comparison (comparison_id, case_id, known_pair_id, pair_key, control,
              encounter_id, mirrored, state, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            one.comparisonId(),
            one.caseId().orElse(null),
            one.knownPairId().orElse(null),
            one.pairKey(),
            one.pair().map(Pair::control).orElse(null),
            one.pair().map(Pair::encounterId).orElse(null),
            one.mirrored(),
            one.state().name(),
            Timestamp.from(now))
        .update();
  }

  /// The unsettled comparison of a booking of a case.
  Optional<Comparison> unsettled(UUID caseId, String control) {
    return jdbc.sql(
            SELECT
                + " where case_id = ? and control = ?"
                + " and state in ('PREPARING', 'OPEN', 'CONFLICT')")
        .params(caseId, control)
        .query(ComparisonStore::row)
        .optional();
  }

  Comparison byId(UUID comparisonId) {
    return jdbc.sql(SELECT + " where comparison_id = ?")
        .param(comparisonId)
        .query(ComparisonStore::row)
        .single();
  }

  /// Comparisons whose prints have not been read, oldest first.
  List<Comparison> unprepared() {
    return jdbc.sql(SELECT + " where state = 'PREPARING' order by created_at limit ?")
        .param(Limits.PREPARED_AT_ONCE_MAX)
        .query(ComparisonStore::row)
        .list();
  }

  /// Counts a try to read prints; gives how many there have been.
  int tried(UUID comparisonId) {
    return jdbc.sql(
            """
            update comparison set read_tries = read_tries + 1 where comparison_id = ?
            returning read_tries
            """)
        .param(comparisonId)
        .query(Integer.class)
        .single();
  }

  /// Moves a comparison on from where it is thought to be; false where it is elsewhere.
  boolean move(UUID comparisonId, ComparisonState from, ComparisonState to) {
    return jdbc.sql("update comparison set state = ? where comparison_id = ? and state = ?")
            .params(to.name(), comparisonId, from.name())
            .update()
        == 1;
  }

  /// Takes an unsettled comparison back; false where it is settled by now.
  boolean withdraw(UUID comparisonId) {
    return jdbc.sql(
                """
                update comparison set state = 'WITHDRAWN'
                where comparison_id = ? and state in ('PREPARING', 'OPEN', 'CONFLICT')
                """)
            .param(comparisonId)
            .update()
        == 1;
  }

  void settle(UUID comparisonId, Settlement settlement, Instant now) {
    jdbc.sql(
            """
            update comparison set state = 'SETTLED', settlement = ?, settled_at = ?
            where comparison_id = ?
            """)
        .params(settlement.name(), Timestamp.from(now), comparisonId)
        .update();
    book.keep(SETTLED, comparisonId);
  }

  void keep(String pairKey, List<PrintSource.FingerPair> fingers) {
    for (PrintSource.FingerPair finger : fingers) {
      keep(pairKey, finger.finger(), true, finger.first());
      keep(pairKey, finger.finger(), false, finger.second());
    }
  }

  private void keep(
      String pairKey, FingerPosition finger, boolean isFirst, PrintSource.Print print) {
    jdbc.sql(
            """
            insert into comparison_print (pair_key, fgp, is_first, png, template)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(pairKey, finger.fgp(), isFirst, print.png(), print.template().toBytes())
        .update();
  }

  /// The fingers of a pair.
  List<Integer> fingers(String pairKey) {
    return jdbc.sql("select distinct fgp from comparison_print where pair_key = ? order by fgp")
        .param(pairKey)
        .query(Integer.class)
        .list();
  }

  Optional<PrintSource.Print> print(String pairKey, int fgp, boolean isFirst) {
    return jdbc.sql(
            """
            select png, template from comparison_print
            where pair_key = ? and fgp = ? and is_first = ?
            """)
        .params(pairKey, fgp, isFirst)
        .query(
            (row, _) -> new PrintSource.Print(row.getBytes(1), Template.ofBytes(row.getBytes(2))))
        .optional();
  }

  /// Erases the prints of a pair that nobody needs any more. A known pair's are asked for in the
  /// same words, and stay.
  /// - **Shape** `reviewedSince`: conflicts that a supervisor settled since then are still looked
  ///   at
  void forget(String pairKey, Instant reviewedSince) {
    jdbc.sql(
            """
            delete from comparison_print p where pair_key = ?
              and not exists (select 1 from known_pair k where k.pair_key = p.pair_key)
              and not exists (
                select 1 from comparison c where c.pair_key = p.pair_key
                  and (c.state in ('PREPARING', 'OPEN', 'CONFLICT')
                    or c.state = 'SETTLED' and c.settled_at > ? and exists (
                      select 1 from comparison_task t where t.comparison_id = c.comparison_id
                        and t.by_supervisor and t.ending = 'GIVEN')))
            """)
        .params(pairKey, Timestamp.from(reviewedSince))
        .update();
  }

  /// Pairs of cases whose prints are here because of conflicts settled before a time.
  List<String> reviewed(Instant before) {
    return jdbc.sql(
            """
            select distinct c.pair_key
            from comparison c join comparison_task t using (comparison_id)
            where c.case_id is not null and c.state = 'SETTLED' and c.settled_at <= ?
              and t.by_supervisor and t.ending = 'GIVEN' and exists (
                select 1 from comparison_print p where p.pair_key = c.pair_key)
            """)
        .param(Timestamp.from(before))
        .query(String.class)
        .list();
  }

  /// Whether a comparison's prints are still waited for; holds it until the transaction ends.
  boolean isPreparing(UUID comparisonId) {
    return jdbc.sql(
            """
            select 1 from comparison where comparison_id = ? and state = 'PREPARING' for update
            """)
        .param(comparisonId)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void add(KnownPair pair, String addedBy, Instant now) {
    jdbc.sql(
            """
            insert into known_pair (known_pair_id, pair_key, is_mate, source, added_by, added_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            pair.knownPairId(),
            pair.key(),
            pair.isMate(),
            pair.source(),
            addedBy,
            Timestamp.from(now))
        .update();
    book.keep(KNOWN, pair.knownPairId());
  }

  /// Takes a known pair out of use; false where it is by now.
  boolean retire(UUID knownPairId, Instant now) {
    return jdbc.sql(
                """
                update known_pair set retired_at = ?
                where known_pair_id = ? and retired_at is null
                """)
            .params(Timestamp.from(now), knownPairId)
            .update()
        == 1;
  }

  /// Known pairs in use, the least planted first, those planted and unsettled left out.
  List<KnownPair> plantable(boolean isMate, int count) {
    return jdbc.sql(
            """
            select k.known_pair_id, k.is_mate, k.source from known_pair k
            where k.is_mate = ? and k.retired_at is null and not exists (
              select 1 from comparison c where c.known_pair_id = k.known_pair_id
                and c.state in ('PREPARING', 'OPEN', 'CONFLICT'))
            order by (select count(*) from comparison c where c.known_pair_id = k.known_pair_id)
            limit ?
            """)
        .params(isMate, count)
        .query(ComparisonStore::knownPair)
        .list();
  }

  /// How many known pairs are in use.
  int knownPairs() {
    return jdbc.sql("select count(*) from known_pair where retired_at is null")
        .query(Integer.class)
        .single();
  }

  Optional<KnownPair> ofSource(String source) {
    return jdbc.sql("select known_pair_id, is_mate, source from known_pair where source = ?")
        .param(source)
        .query(ComparisonStore::knownPair)
        .optional();
  }

  private static KnownPair knownPair(ResultSet row, int number) throws SQLException {
    return new KnownPair(row.getObject(1, UUID.class), row.getBoolean(2), row.getString(3));
  }

  static Comparison row(ResultSet row, int number) throws SQLException {
    String control = row.getString("control");
    return new Comparison(
        row.getObject("comparison_id", UUID.class),
        Optional.ofNullable(row.getObject("case_id", UUID.class)),
        Optional.ofNullable(row.getObject("known_pair_id", UUID.class)),
        Optional.ofNullable(control).map(c -> new Pair(c, uuid(row))),
        row.getString("pair_key"),
        row.getBoolean("mirrored"),
        ComparisonState.valueOf(row.getString("state")));
  }

  private static UUID uuid(ResultSet row) {
    try {
      return row.getObject("encounter_id", UUID.class);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
