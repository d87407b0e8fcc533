package org.ridgeline.oversight.project;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.ridgeline.oversight.Limits;
import org.ridgeline.oversight.track.BookingTrack;
import org.ridgeline.oversight.track.CaseTrack;
import org.ridgeline.oversight.track.Fold;
import org.ridgeline.oversight.track.JurisdictionTrack;
import org.ridgeline.oversight.track.Subject;
import org.ridgeline.oversight.track.Track;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The SQL of streams and tracks.
public final class ProjectionStore {
  private static final int ROWS_READ_AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final TallyStore tallies;

  /// - **Shape** `dataSource` of the role that owns the schema
  public ProjectionStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    tallies = new TallyStore(dataSource);
  }

  /// The counts.
  public TallyStore tallies() {
    return tallies;
  }

  /// Where a stream stands, which is begun where it was not.
  long place(String stream) {
    jdbc.sql("insert into stream (name) values (?) on conflict do nothing").param(stream).update();
    return jdbc.sql("select place from stream where name = ?")
        .param(stream)
        .query(Long.class)
        .single();
  }

  /// Facts of a stream that were taken in together.
  /// - **Shape** `from` the place they are behind; `last` the place they end at; `seal` of all of
  ///   the stream's facts up to there, where it is sealed
  record Taken(
      String stream,
      long from,
      long last,
      long facts,
      Optional<Instant> lastAt,
      Optional<Seal> seal) {}

  /// Writes place, tracks and counts with one transaction; false, and nothing written, where
  /// another process has moved the place.
  boolean keep(Taken taken, Fold fold, List<Batch.Unread> unread) {
    return transaction.execute(_ -> {
      boolean first = advance(taken);
      if (first) {
        keep(fold.kept(), fold.dropped());
        tallies.add(fold.changes());
        unread(taken.stream(), unread);
      }
      return first;
    });
  }

  /// Moves a stream's place on, unless another process has: whether it did. The row stays locked
  /// until the transaction ends, so that nobody writes the same facts beside this one.
  private boolean advance(Taken taken) {
    return jdbc.sql(
                """
                update stream set place = ?, facts = facts + ?,
                  last_at = greatest(last_at, ?::timestamptz), seal = coalesce(?, seal)
                where name = ? and place = ?
                """)
            .params(
                taken.last(),
                taken.facts(),
                taken.lastAt().map(Timestamp::from).orElse(null),
                taken.seal().map(Seal::toString).orElse(null),
                taken.stream(),
                taken.from())
            .update()
        == 1;
  }

  /// Begins a stream that is not sealed, or finds it: whether it is not.
  boolean beginUnsealed(String stream) {
    jdbc.sql("insert into stream (name, seal) values (?, ?) on conflict do nothing")
        .params(stream, Stream.UNSEALED)
        .update();
    return jdbc.sql("select seal from stream where name = ?")
        .param(stream)
        .query(String.class)
        .single()
        .equals(Stream.UNSEALED);
  }

  /// The seal of a stream's facts up to its place.
  /// - **Error** a stream that is not sealed: IllegalArgumentException
  Seal seal(String stream) {
    return Seal.of(
        jdbc.sql("select seal from stream where name = ?")
            .param(stream)
            .query(String.class)
            .single());
  }

  /// Notes facts that cannot be read.
  private void unread(String stream, List<Batch.Unread> unread) {
    unread.forEach(one ->
        jdbc.sql("insert into unread_fact (stream, sequence, kind, why) values (?, ?, ?, ?)")
            .params(stream, one.sequence(), one.kind(), one.why())
            .update());
  }

  /// Every stream, by name.
  public List<Stream> streams() {
    return jdbc.sql(
            """
            select s.name, s.place, s.facts, s.last_at,
              (select count(*) from unread_fact u where u.stream = s.name), s.seal
            from stream s order by s.name
            """)
        .query((row, _) ->
            new Stream(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(5),
                Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant),
                row.getString(6)))
        .list();
  }

  /// What is kept of bookings and cases.
  Map<Subject, Track> tracks(Set<Subject> subjects) {
    Map<Subject, Track> found = new HashMap<>();
    read("select control, body from booking_track where control = any(?)", bookings(subjects))
        .forEach((key, body) -> found.put(new Subject.Booking(key), TrackText.booking(body)));
    read("select case_id, body from case_track where case_id = any(?)", cases(subjects))
        .forEach((key, body) -> found.put(new Subject.Case(key), TrackText.aCase(body)));
    read("select fips, body from jurisdiction_track where fips = any(?)", jurisdictions(subjects))
        .forEach(
            (key, body) -> found.put(new Subject.Jurisdiction(key), TrackText.jurisdiction(body)));
    return found;
  }

  private Map<String, String> read(String sql, String[] keys) {
    Map<String, String> rows = new HashMap<>();
    if (keys.length > 0) {
      jdbc.sql(sql)
          .param(keys)
          .query((row, _) -> rows.put(row.getString(1), row.getString(2)))
          .list();
    }
    return rows;
  }

  private static String[] bookings(Collection<Subject> subjects) {
    return keys(subjects, one -> one instanceof Subject.Booking(var control) ? control : "");
  }

  private static String[] cases(Collection<Subject> subjects) {
    return keys(subjects, one -> one instanceof Subject.Case(var id) ? id : "");
  }

  private static String[] jurisdictions(Collection<Subject> subjects) {
    return keys(subjects, one -> one instanceof Subject.Jurisdiction(var fips) ? fips : "");
  }

  /// The register, by FIPS code.
  public SortedMap<String, JurisdictionTrack> register() {
    SortedMap<String, JurisdictionTrack> register = new TreeMap<>();
    jdbc.sql("select fips, body from jurisdiction_track")
        .query((row, _) -> register.put(row.getString(1), TrackText.jurisdiction(row.getString(2))))
        .list();
    return register;
  }

  /// Shows every case that is kept, one after the other.
  public void eachCase(Consumer<CaseTrack> to) {
    each("select case_id, body from case_track", (_, body) -> to.accept(TrackText.aCase(body)));
  }

  /// Shows every booking that is kept, by its number, one after the other: those of which more
  /// facts may come.
  public void eachBooking(BiConsumer<String, BookingTrack> to) {
    each(
        "select control, body from booking_track",
        (control, body) -> to.accept(control, TrackText.booking(body)));
  }

  /// In a transaction, so that the driver gives rows by and by and not all at once.
  private void each(String sql, BiConsumer<String, String> to) {
    transaction.executeWithoutResult(_ ->
        jdbc.sql(sql)
            .withFetchSize(ROWS_READ_AT_ONCE)
            .query((RowCallbackHandler) row -> to.accept(row.getString(1), row.getString(2))));
  }

  private static String[] keys(Collection<Subject> subjects, Function<Subject, String> key) {
    return subjects.stream().map(key).filter(one -> !one.isEmpty()).sorted().toArray(String[]::new);
  }

  /// Keeps tracks as they stand, and lets others go.
  private void keep(Map<Subject, Track> tracks, Set<Subject> over) {
    write(
        """
        insert into booking_track (control, body) select * from unnest(?::text[], ?::json[])
        on conflict (control) do update set body = excluded.body
        """,
        bookings(tracks.keySet()),
        key -> tracks.get(new Subject.Booking(key)));
    write(
        """
        insert into case_track (case_id, body) select * from unnest(?::text[], ?::json[])
        on conflict (case_id) do update set body = excluded.body
        """,
        cases(tracks.keySet()),
        key -> tracks.get(new Subject.Case(key)));
    write(
        """
        insert into jurisdiction_track (fips, body) select * from unnest(?::text[], ?::json[])
        on conflict (fips) do update set body = excluded.body
        """,
        jurisdictions(tracks.keySet()),
        key -> tracks.get(new Subject.Jurisdiction(key)));
    drop("delete from booking_track where control = any(?)", bookings(over));
    drop("delete from case_track where case_id = any(?)", cases(over));
  }

  private void write(String sql, String[] keys, Function<String, Track> track) {
    for (int from = 0; from < keys.length; from += Limits.ROWS_AT_ONCE_MAX) {
      int to = Math.min(keys.length, from + Limits.ROWS_AT_ONCE_MAX);
      String[] some = Arrays.copyOfRange(keys, from, to);
      String[] bodies =
          Arrays.stream(some).map(key -> TrackText.write(track.apply(key))).toArray(String[]::new);
      jdbc.sql(sql).param(some).param(bodies).update();
    }
  }

  private void drop(String sql, String[] keys) {
    if (keys.length > 0) {
      jdbc.sql(sql).param(keys).update();
    }
  }

  /// Empties everything that is made from facts, so that it is made again from the first.
  public void clear() {
    jdbc.sql(
            """
            truncate stream, unread_fact, booking_track, case_track, jurisdiction_track, tally
            """)
        .update();
  }

  /// What all tables of counts and tracks take.
  /// - **Unit** bytes on disk, indexes among them
  public long bytes() {
    return jdbc.sql(
            """
            select sum(pg_total_relation_size(c.oid))::bigint from pg_class c
            where c.relkind = 'r' and c.relnamespace = 'oversight'::regnamespace
            """)
        .query(Long.class)
        .single();
  }
}
