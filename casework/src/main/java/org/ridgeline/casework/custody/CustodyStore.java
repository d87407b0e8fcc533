package org.ridgeline.casework.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.custody.CustodyEvent.Correction;
import org.ridgeline.casework.custody.CustodyEvent.Reporter;
import org.ridgeline.ledger.RecordBook;
import org.ridgeline.ledger.Writer;
import org.ridgeline.outbox.Outbox;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of custodies, what is reported of them, and alarms.
public final class CustodyStore {
  private final JdbcClient jdbc;
  private final RecordBook book;
  private final Outbox outbox;

  public CustodyStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    book = new RecordBook(dataSource);
    outbox = new Outbox(dataSource);
  }

  /// Adds a custody; false where the case has one already.
  boolean add(Custody.Booking booking, Instant now) {
    return jdbc.sql(
                """
                insert into custody (case_id, control, tcn, booking_ori, state, opened_at,
                  next_look_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                booking.caseId(),
                booking.control(),
                booking.tcn(),
                booking.ori(),
                booking.state(),
                Timestamp.from(now),
                Timestamp.from(now))
            .update()
        == 1;
  }

  /// One custody, locked until the transaction ends so that reports come one after the other.
  Optional<Custody> lock(UUID caseId) {
    return jdbc.sql("select case_id from custody where case_id = ? for update")
        .param(caseId)
        .query(UUID.class)
        .optional()
        .flatMap(this::byId);
  }

  /// One custody.
  Optional<Custody> byId(UUID caseId) {
    return byIds(List.of(caseId)).stream().findFirst();
  }

  /// The case of a submission.
  Optional<UUID> ofControl(String control) {
    return jdbc.sql("select case_id from custody where control = ?")
        .param(control)
        .query(UUID.class)
        .optional();
  }

  /// The cases an agency booked, or whose people it was handed, newest first.
  List<UUID> ofAgency(String ori, int count) {
    return jdbc.sql(
            """
            select c.case_id from custody c
            where c.booking_ori = :ori or exists (
              select 1 from hand_over h join facility f on f.facility_id = h.to_facility
              where h.case_id = c.case_id and f.ori = :ori)
            order by c.opened_at desc, c.case_id limit :count
            """)
        .param("ori", ori)
        .param("count", count)
        .query(UUID.class)
        .list();
  }

  /// The cases with a report of when the person may go: those a meter may run in.
  List<UUID> metered() {
    return jdbc.sql(
            """
            select distinct case_id from custody_event
            where milestone in ('RELEASE_ELIGIBLE', 'SENTENCE_END')
            """)
        .query(UUID.class)
        .list();
  }

  /// Cases the watch has to look at.
  List<UUID> due(Instant now, int count) {
    return jdbc.sql(
            "select case_id from custody where next_look_at <= ? order by next_look_at limit ?")
        .params(Timestamp.from(now), count)
        .query(UUID.class)
        .list();
  }

  /// Notes when the watch has to look again.
  void lookAgain(UUID caseId, Optional<Instant> at) {
    jdbc.sql("update custody set next_look_at = ? where case_id = ?")
        .params(orNull(at), caseId)
        .update();
  }

  /// Has the watch look at everything again.
  void lookAgain() {
    jdbc.sql("update custody set next_look_at = ?").param(Timestamp.from(Instant.EPOCH)).update();
  }

  /// Hand-overs of a period.
  /// - **Shape** `withReceipt` of those to another custodian
  public record HandOvers(int betweenFacilities, int toCustodians, int withReceipt) {}

  /// The hand-overs from a moment until before another.
  HandOvers handOvers(Instant from, Instant until) {
    return jdbc.sql(
            """
            select count(*) filter (where to_facility is not null),
              count(*) filter (where to_facility is null),
              count(receipt) filter (where to_facility is null)
            from hand_over left join hand_over_receipt using (hand_over_id)
            where at >= ? and at < ?
            """)
        .params(Timestamp.from(from), Timestamp.from(until))
        .query((row, _) -> new HandOvers(row.getInt(1), row.getInt(2), row.getInt(3)))
        .single();
  }

  private static @Nullable Timestamp orNull(Optional<Instant> at) {
    return at.map(Timestamp::from).orElse(null);
  }

  /// Custodies by their cases, in the order of the ids.
  List<Custody> byIds(List<UUID> caseIds) {
    UUID[] ids = caseIds.toArray(UUID[]::new);
    Map<UUID, List<CustodyEvent>> events = events(ids);
    Map<UUID, List<HandOver>> handOvers = new HashMap<>();
    handOvers(ids)
        .forEach(h -> handOvers.computeIfAbsent(h.caseId(), _ -> new ArrayList<>()).add(h));
    Map<UUID, Facility> facilities = facilities(ids);
    Map<UUID, Custody> found = new HashMap<>();
    jdbc.sql(
            """
            select case_id, control, tcn, booking_ori, state, opened_at from custody
            where case_id = any(?)
            """)
        .param(ids)
        .query(CustodyStore::booking)
        .list()
        .forEach(booking ->
            found.put(
                booking.caseId(),
                new Custody(
                    booking,
                    events.getOrDefault(booking.caseId(), List.of()),
                    handOvers.getOrDefault(booking.caseId(), List.of()),
                    facilities)));
    return caseIds.stream().filter(found::containsKey).map(found::get).toList();
  }

  private Map<UUID, List<CustodyEvent>> events(UUID[] ids) {
    Map<UUID, List<CustodyEvent>> events = new HashMap<>();
    jdbc.sql(
            """
            select event_id, case_id, milestone, at, facility_id, corrects, withdrawn, by_whom,
              role, source, recorded_at
            from custody_event where case_id = any(?) order by number
            """)
        .param(ids)
        .query(CustodyStore::event)
        .list()
        .forEach(e -> events.computeIfAbsent(e.caseId(), _ -> new ArrayList<>()).add(e));
    return events;
  }

  private List<HandOver> handOvers(UUID[] ids) {
    return jdbc.sql(
            """
            select h.hand_over_id, h.case_id, h.at, h.from_whom, h.to_facility, h.to_whom,
              h.handed_by, r.receipt, h.by_whom, h.role, h.recorded_at
            from hand_over h left join hand_over_receipt r using (hand_over_id)
            where h.case_id = any(?) order by h.number
            """)
        .param(ids)
        .query(CustodyStore::handOver)
        .list();
  }

  private Map<UUID, Facility> facilities(UUID[] ids) {
    Map<UUID, Facility> facilities = new HashMap<>();
    jdbc.sql(
            "select "
                + FacilityStore.COLUMNS
                + """
                 from facility where facility_id in (
                  select facility_id from custody_event where case_id = any(:ids)
                  union select to_facility from hand_over where case_id = any(:ids))
                """)
        .param("ids", ids)
        .query(FacilityStore::row)
        .list()
        .forEach(facility -> facilities.put(facility.facilityId(), facility));
    return facilities;
  }

  /// Adds a report.
  void add(CustodyEvent event) {
    jdbc.sql(
            """
            insert into custody_event (event_id, case_id, milestone, at, facility_id, corrects,
              withdrawn, by_whom, role, source, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            event.eventId(),
            event.caseId(),
            event.milestone().name(),
            Timestamp.from(event.at()),
            event.facilityId().orElse(null),
            event.correction().corrects().orElse(null),
            event.correction().withdrawn(),
            event.reporter().by(),
            event.reporter().role().name(),
            event.reporter().source(),
            Timestamp.from(event.reporter().recordedAt()))
        .update();
    book.keep(CustodyRecords.EVENT, event.eventId());
    outbox.append(
        new Event.CustodyReported(
            event.caseId(),
            event.eventId(),
            event.milestone().name(),
            event.at(),
            event.correction().corrects(),
            event.correction().withdrawn()),
        event.reporter().recordedAt());
  }

  /// Adds a hand-over; its receipt, where it is there, is added by [#receipt].
  void add(HandOver handOver) {
    jdbc.sql(
            """
            insert into hand_over (hand_over_id, case_id, at, from_whom, to_facility, to_whom,
              handed_by, by_whom, role, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            handOver.handOverId(),
            handOver.caseId(),
            Timestamp.from(handOver.at()),
            handOver.from(),
            handOver.toFacility().orElse(null),
            handOver.to(),
            handOver.handedBy(),
            handOver.reporter().by(),
            handOver.reporter().role().name(),
            Timestamp.from(handOver.reporter().recordedAt()))
        .update();
    book.keep(CustodyRecords.HAND_OVER, handOver.handOverId());
    outbox.append(
        new Event.HandedOver(
            handOver.caseId(),
            handOver.handOverId(),
            handOver.at(),
            handOver.isToAnotherCustodian()),
        handOver.reporter().recordedAt());
  }

  /// Keeps the taker's receipt; false where one is there already.
  boolean receipt(UUID handOverId, String receipt, String by, Instant now) {
    boolean isNew =
        jdbc.sql("insert into hand_over_receipt values (?, ?, ?, ?) on conflict do nothing")
                .params(handOverId, receipt, by, Timestamp.from(now))
                .update()
            == 1;
    if (isNew) {
      book.keep(CustodyRecords.RECEIPT, handOverId);
    }
    return isNew;
  }

  /// Raises an alarm; false where it has been raised before.
  boolean raise(UUID caseId, Alarm alarm, Instant now) {
    return jdbc.sql(
                """
                insert into custody_alarm (case_id, kind, about, due_at, raised_at)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                caseId,
                alarm.kind().name(),
                alarm.about(),
                Timestamp.from(alarm.dueAt()),
                Timestamp.from(now))
            .update()
        == 1;
  }

  /// All alarms of cases, by case, first raised first.
  Map<UUID, List<RaisedAlarm>> alarms(List<UUID> caseIds) {
    Map<UUID, List<RaisedAlarm>> alarms = new HashMap<>();
    jdbc.sql(
            """
            select case_id, kind, about, due_at, raised_at from custody_alarm
            where case_id = any(?) order by number
            """)
        .param(caseIds.toArray(UUID[]::new))
        .query((row, _) ->
            new RaisedAlarm(
                row.getObject(1, UUID.class),
                AlarmKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                row.getTimestamp(5).toInstant()))
        .list()
        .forEach(a -> alarms.computeIfAbsent(a.caseId(), _ -> new ArrayList<>()).add(a));
    return alarms;
  }

  private static Custody.Booking booking(ResultSet row, int number) throws SQLException {
    return new Custody.Booking(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getTimestamp(6).toInstant());
  }

  private static CustodyEvent event(ResultSet row, int number) throws SQLException {
    return new CustodyEvent(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        Milestone.valueOf(row.getString(3)),
        row.getTimestamp(4).toInstant(),
        Optional.ofNullable(row.getObject(5, UUID.class)),
        new Correction(Optional.ofNullable(row.getObject(6, UUID.class)), row.getBoolean(7)),
        new Reporter(
            row.getString(8),
            Writer.valueOf(row.getString(9)),
            row.getString(10),
            row.getTimestamp(11).toInstant()));
  }

  private static HandOver handOver(ResultSet row, int number) throws SQLException {
    return new HandOver(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getTimestamp(3).toInstant(),
        new HandOver.Way(
            row.getString(4), Optional.ofNullable(row.getObject(5, UUID.class)), row.getString(6)),
        row.getString(7),
        Optional.ofNullable(row.getString(8)),
        new Reporter(
            row.getString(9),
            Writer.valueOf(row.getString(10)),
            "",
            row.getTimestamp(11).toInstant()));
  }
}
