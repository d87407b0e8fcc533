package org.ridgeline.casework.redress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.ledger.RecordBook;
import org.ridgeline.ledger.RecordKind;
import org.ridgeline.ledger.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of items and what happened to them.
public final class RedressStore {
  private static final RecordKind DECIDED =
      RecordKind.of("casework.redress-decision", "redress_item", "item_id")
          .ownedBy(Subject.Kind.REDRESS, "item_id")
          .where("decided_at is not null")
          .lasting("decided_at", "decided_by", "decision", "remedies")
          .content("reasons", "statement");

  /// What the ledger holds digests of.
  public static final List<RecordKind> RECORDS = List.of(DECIDED);

  private final JdbcClient jdbc;
  private final RecordBook book;

  public RedressStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    book = new RecordBook(dataSource);
  }

  /// Items that nobody has acknowledged.
  int waiting() {
    return jdbc.sql("select count(*) from redress_item where acknowledged_at is null")
        .query(Integer.class)
        .single();
  }

  /// Keeps an item; false where its receipt is known: the same form came twice.
  boolean add(UUID itemId, Receipt receipt, Opening opening, RedressItem times) {
    Instant now = times.receivedAt();
    var person = opening.person();
    return jdbc.sql(
                """
                insert into redress_item (item_id, number, receipt_sha256, kind, in_custody,
                  language, account, wish, name, contact, facility, reference, received_at, urgent,
                  acknowledge_by, decide_by, rules_version)
                values (?, 'D' || ? || '-' || lpad(nextval('redress_number')::text, 6, '0'), ?, ?,
                  ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (receipt_sha256) do nothing
                """)
            .params(
                itemId,
                String.valueOf(now.atOffset(ZoneOffset.UTC).getYear()),
                receipt.sha256(),
                opening.kind().name(),
                opening.inCustody(),
                opening.language(),
                opening.account(),
                opening.wish(),
                person.name(),
                person.contact(),
                person.facility(),
                person.reference(),
                Timestamp.from(now),
                times.deadlines().urgent(),
                Timestamp.from(times.deadlines().acknowledgeBy()),
                Timestamp.from(times.deadlines().decideBy()),
                times.rulesVersion())
            .update()
        == 1;
  }

  Optional<RedressItem> of(Receipt receipt) {
    return jdbc.sql("select * from redress_item where receipt_sha256 = ?")
        .param(receipt.sha256())
        .query(RedressStore::item)
        .optional();
  }

  Optional<RedressItem> byId(UUID itemId) {
    return jdbc.sql("select * from redress_item where item_id = ?")
        .param(itemId)
        .query(RedressStore::item)
        .optional();
  }

  /// An item, held until the transaction ends.
  Optional<RedressItem> locked(UUID itemId) {
    return jdbc.sql("select * from redress_item where item_id = ? for update")
        .param(itemId)
        .query(RedressStore::item)
        .optional();
  }

  Optional<RedressItem> byNumber(String number) {
    return jdbc.sql("select * from redress_item where number = ?")
        .param(number)
        .query(RedressStore::item)
        .optional();
  }

  /// Items by their clocks: what runs out first, first; decided ones newest first.
  List<RedressItem> queue(boolean decided) {
    String sql =
        decided
            ? "where decided_at is not null order by decided_at desc"
            : """
            where decided_at is null order by
              case when acknowledged_at is null then acknowledge_by else decide_by end, number
            """;
    return jdbc.sql("select * from redress_item " + sql + " limit ?")
        .param(Limits.QUEUE_SHOWN_MAX)
        .query(RedressStore::item)
        .list();
  }

  /// The items linked to a case, oldest first.
  List<RedressItem> ofCase(UUID caseId) {
    return jdbc.sql("select * from redress_item where case_id = ? order by received_at")
        .param(caseId)
        .query(RedressStore::item)
        .list();
  }

  void acknowledge(UUID itemId, Instant now) {
    jdbc.sql(
            """
            update redress_item set acknowledged_at = coalesce(acknowledged_at, ?),
              version = version + 1 where item_id = ?
            """)
        .params(Timestamp.from(now), itemId)
        .update();
  }

  void verify(UUID itemId, RedressItem.Check check) {
    jdbc.sql(
            """
            update redress_item set verified_at = ?, verified_by = ?, verified_how = ?,
              version = version + 1 where item_id = ?
            """)
        .params(Timestamp.from(check.at()), check.by(), check.how(), itemId)
        .update();
  }

  void link(UUID itemId, UUID caseId) {
    jdbc.sql("update redress_item set case_id = ?, version = version + 1 where item_id = ?")
        .params(caseId, itemId)
        .update();
  }

  void decide(UUID itemId, RedressItem.Decided decided) {
    jdbc.sql(
            """
            update redress_item set decided_at = ?, decided_by = ?, decision = ?, reasons = ?,
              remedies = ?, statement = ?, acknowledged_at = coalesce(acknowledged_at, ?),
              version = version + 1
            where item_id = ?
            """)
        .params(
            Timestamp.from(decided.at()),
            decided.by(),
            decided.kind().name(),
            decided.reasons(),
            decided.remedies().stream().map(Enum::name).toArray(String[]::new),
            decided.statement(),
            Timestamp.from(decided.at()),
            itemId)
        .update();
    book.keep(DECIDED, itemId);
  }

  void add(UUID itemId, RedressEvent event) {
    jdbc.sql("insert into redress_event (item_id, at, actor, step, note) values (?, ?, ?, ?, ?)")
        .params(itemId, Timestamp.from(event.at()), event.actor(), event.step(), event.note())
        .update();
  }

  List<RedressEvent> events(UUID itemId) {
    return jdbc.sql(
            "select at, actor, step, note from redress_event where item_id = ? order by event_id")
        .param(itemId)
        .query((row, _) ->
            new RedressEvent(
                row.getTimestamp(1).toInstant(),
                row.getString(2),
                row.getString(3),
                row.getString(4)))
        .list();
  }

  /// Notes deadlines that have passed and were not noted yet; gives what is new.
  List<Breach> escalate(Instant now) {
    return jdbc.sql(
            """
            insert into redress_escalation (item_id, clock, deadline, noted_at)
            select item_id, clock, deadline, :now from (
              select item_id, 'acknowledge' as clock, acknowledge_by as deadline
              from redress_item where coalesce(acknowledged_at, :now) > acknowledge_by
              union all
              select item_id, 'decide', decide_by from redress_item
              where coalesce(decided_at, :now) > decide_by) late
            on conflict do nothing returning item_id, clock
            """)
        .param("now", Timestamp.from(now))
        .query((row, _) ->
            new Breach(row.getObject(1, UUID.class), Breach.Clock.ofKey(row.getString(2))))
        .list();
  }

  /// A deadline that passed.
  record Breach(UUID itemId, Clock clock) {
    /// Which of an item's two clocks.
    enum Clock {
      /// Until somebody says that it is read.
      ACKNOWLEDGE,
      /// Until it is decided.
      DECIDE;

      private static Clock ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
      }

      /// As its row and the ledger have it.
      String key() {
        return name().toLowerCase(Locale.ROOT);
      }
    }
  }

  private static RedressItem item(ResultSet row, int number) throws SQLException {
    return new RedressItem(
        row.getObject("item_id", UUID.class),
        row.getString("number"),
        opening(row),
        row.getTimestamp("received_at").toInstant(),
        new Deadlines(
            row.getBoolean("urgent"),
            row.getTimestamp("acknowledge_by").toInstant(),
            row.getTimestamp("decide_by").toInstant()),
        row.getString("rules_version"),
        new RedressItem.Progress(
            instant(row, "acknowledged_at"),
            check(row),
            Optional.ofNullable(row.getObject("case_id", UUID.class)),
            decided(row)),
        row.getInt("version"));
  }

  private static Opening opening(ResultSet row) throws SQLException {
    return new Opening(
        ClaimKind.valueOf(row.getString("kind")),
        row.getBoolean("in_custody"),
        row.getString("account"),
        row.getString("wish"),
        new Opening.Person(
            row.getString("name"),
            row.getString("contact"),
            row.getString("facility"),
            row.getString("reference")),
        row.getString("language"));
  }

  private static Optional<RedressItem.Check> check(ResultSet row) throws SQLException {
    Optional<Instant> at = instant(row, "verified_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RedressItem.Check(
                at.get(), row.getString("verified_by"), row.getString("verified_how")));
  }

  private static Optional<RedressItem.Decided> decided(ResultSet row) throws SQLException {
    Optional<Instant> at = instant(row, "decided_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RedressItem.Decided(
                at.get(),
                row.getString("decided_by"),
                DecisionKind.valueOf(row.getString("decision")),
                row.getString("reasons"),
                Arrays.stream((String[]) row.getArray("remedies").getArray())
                    .map(Remedy::valueOf)
                    .toList(),
                row.getString("statement")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
