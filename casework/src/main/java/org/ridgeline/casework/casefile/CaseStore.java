package org.ridgeline.casework.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.desk.Purgeable;
import org.ridgeline.casework.verification.Settlement;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.ledger.Tally;
import org.ridgeline.policy.Level;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of cases, their bookings and their timeline.
public final class CaseStore implements Purgeable {
  private static final String SELECT =
      """
      select c.case_id, c.number, c.person_id, c.state, c.version, c.stopped, c.fips,
        c.place_state, c.office, c.level, c.assigned_to, c.opened_at, c.verified_at, c.outcome,
        c.closed_at, c.purged_at, l.lead_id, l.control, l.tcn, l.encounter_id, l.decision,
        l.names_claimed, l.names_known, l.made_at, l.joined, l.settlement
      from case_file c join case_lead l using (case_id)
      """;

  private final JdbcClient jdbc;

  public CaseStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// A case.
  public Optional<Case> byId(UUID caseId) {
    return all(" where c.case_id = ? order by l.joined, l.made_at", caseId).stream().findFirst();
  }

  /// The case that a submission's lead belongs to.
  public Optional<Case> ofControl(String control) {
    return jdbc.sql("select case_id from case_lead where control = ?")
        .param(control)
        .query(UUID.class)
        .optional()
        .flatMap(this::byId);
  }

  /// The case that people call so.
  public Optional<UUID> ofNumber(String number) {
    return jdbc.sql("select case_id from case_file where number = ?")
        .param(number)
        .query(UUID.class)
        .optional();
  }

  /// Cases by their ids, in the order of the ids.
  public List<Case> byIds(List<UUID> caseIds) {
    Map<UUID, Case> found = new LinkedHashMap<>();
    all(
            " where c.case_id = any(?) order by l.joined, l.made_at",
            (Object) caseIds.toArray(UUID[]::new))
        .forEach(one -> found.put(one.caseId(), one));
    return caseIds.stream().filter(found::containsKey).map(found::get).toList();
  }

  private List<Case> all(String where, Object... params) {
    Map<UUID, Case> cases = new LinkedHashMap<>();
    for (Case row : jdbc.sql(SELECT + where).params(params).query(CaseStore::row).list()) {
      cases.merge(row.caseId(), row, CaseStore::joined);
    }
    return List.copyOf(cases.values());
  }

  private static Case joined(Case first, Case more) {
    List<Case.Booking> bookings = new ArrayList<>(first.bookings());
    bookings.addAll(more.bookings());
    return new Case(
        first.caseId(),
        first.number(),
        first.personId(),
        first.standing(),
        first.place(),
        first.dates(),
        first.outcome(),
        bookings);
  }

  /// Waits for whoever else is opening a case of this person, until the transaction ends.
  void lock(UUID personId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param(personId.toString())
        .query((_, _) -> 0)
        .list();
  }

  /// Holds a case's row until the transaction ends: one step after the other.
  void lockRow(UUID caseId) {
    jdbc.sql("select version from case_file where case_id = ? for update")
        .param(caseId)
        .query(Integer.class)
        .optional();
  }

  /// The open case of a person whose newest booking is not older than `since`.
  Optional<UUID> open(UUID personId, Instant since) {
    return jdbc.sql(
            """
            select c.case_id from case_file c join case_lead l using (case_id)
            where c.person_id = ? and c.closed_at is null
            group by c.case_id having max(l.made_at) >= ? order by max(l.made_at) desc limit 1
            """)
        .params(personId, Timestamp.from(since))
        .query(UUID.class)
        .optional();
  }

  /// Adds a case, RECEIVED, and gives its number.
  String add(UUID caseId, UUID personId, Case.Place place, Instant now) {
    int year = now.atOffset(ZoneOffset.UTC).getYear();
    return jdbc.sql(
            """
            insert into case_file (case_id, number, person_id, state, fips, place_state, office,
              opened_at)
            values (?, 'C' || ? || '-' || lpad(nextval('case_number')::text, 6, '0'), ?,
              'RECEIVED', ?, ?, ?, ?)
            returning number
            """)
        .params(
            caseId,
            String.valueOf(year),
            personId,
            place.fips(),
            place.state(),
            place.office().orElse(null),
            Timestamp.from(now))
        .query(String.class)
        .single();
  }

  /// Adds a booking to a case.
  void add(UUID caseId, Case.Booking booking) {
    jdbc.sql(
            """
            insert into case_lead (lead_id, case_id, control, tcn, encounter_id, decision,
              names_claimed, names_known, made_at, joined)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            booking.leadId(),
            caseId,
            booking.control(),
            booking.tcn(),
            booking.encounterId(),
            booking.decision().name(),
            booking.namesClaimed().toArray(String[]::new),
            booking.namesKnown().toArray(String[]::new),
            Timestamp.from(booking.madeAt()),
            booking.joined())
        .update();
  }

  /// Notes what examiners found of a joined booking.
  void settle(UUID leadId, Settlement settlement) {
    jdbc.sql("update case_lead set settlement = ? where lead_id = ? and settlement is null")
        .params(settlement.name(), leadId)
        .update();
  }

  /// Moves bookings to a case of their own, the first of them to be the one it stands on.
  void part(UUID from, UUID to, List<Case.Booking> bookings) {
    for (int i = 0; i < bookings.size(); i++) {
      jdbc.sql("update case_lead set case_id = ?, joined = ? where lead_id = ? and case_id = ?")
          .params(to, i > 0, bookings.get(i).leadId(), from)
          .update();
    }
  }

  /// Takes the names out of one booking.
  public void purgeBooking(UUID leadId) {
    jdbc.sql("update case_lead set names_claimed = '{}', names_known = '{}' where lead_id = ?")
        .param(leadId)
        .update();
  }

  /// Says that there is more to read than whoever has read the case has seen: what they then want
  /// to sign is not this case any more.
  void changed(UUID caseId) {
    jdbc.sql("update case_file set version = version + 1 where case_id = ?").param(caseId).update();
  }

  /// What a step writes of a case; empty leaves as it is.
  record Move(CaseState to, Optional<Instant> verifiedAt, Optional<String> outcome) {}

  /// Moves a case on from the version seen; false where it has another by now.
  boolean move(UUID caseId, int version, Move move, Instant now) {
    Timestamp closedAt = move.to().isClosed() ? Timestamp.from(now) : null;
    return jdbc.sql(
                """
                update case_file set state = ?, version = version + 1,
                  verified_at = coalesce(?, verified_at), outcome = coalesce(?, outcome),
                  closed_at = ?::timestamptz
                where case_id = ? and version = ?
                """)
            .params(
                move.to().name(),
                orNull(move.verifiedAt()),
                move.outcome().orElse(null),
                closedAt,
                caseId,
                version)
            .update()
        == 1;
  }

  private static @Nullable Timestamp orNull(Optional<Instant> at) {
    return at.map(Timestamp::from).orElse(null);
  }

  /// Sets or lifts the stop.
  void stop(UUID caseId, boolean stopped) {
    jdbc.sql("update case_file set stopped = ? where case_id = ?").params(stopped, caseId).update();
  }

  /// Gives a case to somebody, or to nobody.
  void assign(UUID caseId, Optional<String> to) {
    jdbc.sql("update case_file set assigned_to = ? where case_id = ?")
        .params(to.orElse(null), caseId)
        .update();
  }

  /// Takes out names and notes; number, states and dates stay.
  @Override
  public Tally purge(UUID caseId) {
    int notes =
        jdbc.sql("update case_event set note = '-' where note <> '' and case_id = ?")
            .param(caseId)
            .update();
    int bookings =
        jdbc.sql("update case_lead set names_claimed = '{}', names_known = '{}' where case_id = ?")
            .param(caseId)
            .update();
    return Tally.of("timeline-notes", notes).plus("bookings", bookings);
  }

  /// Notes that a case is to be purged once the hold on it is released; the first reason stands.
  void wantPurge(UUID caseId, String why) {
    jdbc.sql("update case_file set purge_wanted = coalesce(purge_wanted, ?) where case_id = ?")
        .params(why, caseId)
        .update();
  }

  /// Cases that were to be purged and were held, with the reason.
  public Map<UUID, String> purgesWanted() {
    Map<UUID, String> wanted = new LinkedHashMap<>();
    jdbc.sql(
            """
            select case_id, purge_wanted from case_file
            where purge_wanted is not null and purged_at is null order by closed_at, case_id
            """)
        .query((row, _) -> wanted.put(row.getObject(1, UUID.class), row.getString(2)))
        .list();
    return wanted;
  }

  /// Notes that nothing is known of the person any more.
  void purged(UUID caseId, Instant now) {
    jdbc.sql("update case_file set purged_at = ? where case_id = ?")
        .params(Timestamp.from(now), caseId)
        .update();
  }

  /// Adds a line to the timeline.
  void add(UUID caseId, CaseEvent event) {
    jdbc.sql(
            """
            insert into case_event (case_id, at, actor, role, purpose, step, from_state, to_state,
              note)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            caseId,
            Timestamp.from(event.at()),
            event.actor(),
            event.role(),
            event.purpose(),
            event.step(),
            event.change().from().name(),
            event.change().to().name(),
            event.change().note())
        .update();
  }

  /// A case's timeline, first event first.
  public List<CaseEvent> events(UUID caseId) {
    return jdbc.sql(
            """
            select at, actor, role, purpose, step, from_state, to_state, note
            from case_event where case_id = ? order by event_id
            """)
        .param(caseId)
        .query((row, _) ->
            new CaseEvent(
                row.getTimestamp(1).toInstant(),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                new CaseEvent.Change(
                    CaseState.valueOf(row.getString(6)),
                    CaseState.valueOf(row.getString(7)),
                    row.getString(8))))
        .list();
  }

  private static Case row(ResultSet row, int number) throws SQLException {
    return new Case(
        row.getObject("case_id", UUID.class),
        row.getString("number"),
        row.getObject("person_id", UUID.class),
        new Case.Standing(
            CaseState.valueOf(row.getString("state")),
            row.getInt("version"),
            row.getBoolean("stopped"),
            Level.valueOf(row.getString("level")),
            Optional.ofNullable(row.getString("assigned_to"))),
        new Case.Place(
            row.getString("fips"),
            row.getString("place_state"),
            Optional.ofNullable(row.getString("office"))),
        new Case.Dates(
            row.getTimestamp("opened_at").toInstant(),
            instant(row, "verified_at"),
            instant(row, "closed_at"),
            instant(row, "purged_at")),
        Optional.ofNullable(row.getString("outcome")),
        List.of(booking(row)));
  }

  private static Case.Booking booking(ResultSet row) throws SQLException {
    return new Case.Booking(
        row.getObject("lead_id", UUID.class),
        row.getString("control"),
        row.getString("tcn"),
        row.getObject("encounter_id", UUID.class),
        SearchDecision.valueOf(row.getString("decision")),
        new Case.Booking.Names(
            List.of((String[]) row.getArray("names_claimed").getArray()),
            List.of((String[]) row.getArray("names_known").getArray())),
        row.getTimestamp("made_at").toInstant(),
        new Case.Booking.Joining(
            row.getBoolean("joined"),
            Optional.ofNullable(row.getString("settlement")).map(Settlement::valueOf)));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
