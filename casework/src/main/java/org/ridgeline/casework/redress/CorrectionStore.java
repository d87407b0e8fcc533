package org.ridgeline.casework.redress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.ledger.RecordBook;
import org.ridgeline.ledger.RecordKind;
import org.ridgeline.ledger.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of correction notices.
public final class CorrectionStore {
  private static final RecordKind NOTICE =
      RecordKind.of("casework.correction", "correction_notice", "notice_id")
          .ownedBy(Subject.Kind.REDRESS, "item_id")
          .lasting("item_id", "recipient_kind", "recipient", "remedies", "made_at", "due_at")
          .content("statement", "documents");

  /// What the ledger holds digests of.
  public static final List<RecordKind> RECORDS = List.of(NOTICE);

  private final JdbcClient jdbc;
  private final RecordBook book;

  public CorrectionStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    book = new RecordBook(dataSource);
  }

  /// A notice to be sent.
  /// - **Shape** `documents` the recipient was told, as the notice names them
  record Outgoing(CorrectionNotice.To to, List<String> documents, Instant due) {}

  /// Adds a notice; false where the recipient has one of this item.
  boolean add(UUID itemId, RedressItem.Decided decided, Outgoing sent) {
    UUID noticeId = UUID.randomUUID();
    boolean isNew =
        jdbc.sql(
                    """
                    insert into correction_notice (notice_id, item_id, recipient_kind, recipient,
                      remedies, statement, documents, made_at, due_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (item_id, recipient_kind, recipient) do nothing
                    """)
                .params(
                    noticeId,
                    itemId,
                    sent.to().kind(),
                    sent.to().id(),
                    decided.remedies().stream().map(Enum::name).toArray(String[]::new),
                    decided.statement(),
                    sent.documents().toArray(String[]::new),
                    Timestamp.from(decided.at()),
                    Timestamp.from(sent.due()))
                .update()
            == 1;
    if (isNew) {
      book.keep(NOTICE, noticeId);
    }
    return isNew;
  }

  /// Notices that a recipient has not fetched, held until the transaction ends.
  List<CorrectionNotice> unfetched(String kind, String recipient) {
    return notices(
        "recipient_kind = ? and recipient = ? and fetched_at is null for update", kind, recipient);
  }

  /// Notes that a recipient has fetched what there is.
  void fetched(String kind, String recipient, Instant now) {
    jdbc.sql(
            """
            update correction_notice set fetched_at = ?
            where recipient_kind = ? and recipient = ? and fetched_at is null
            """)
        .params(Timestamp.from(now), kind, recipient)
        .update();
  }

  /// The notices to a recipient, oldest first.
  List<CorrectionNotice> to(String kind, String recipient) {
    return notices("recipient_kind = ? and recipient = ? order by made_at", kind, recipient);
  }

  /// A notice, held until the transaction ends.
  Optional<CorrectionNotice> locked(UUID noticeId) {
    return notices("notice_id = ? for update", noticeId).stream().findFirst();
  }

  void acknowledge(UUID noticeId, String by, Instant now) {
    jdbc.sql(
            """
            update correction_notice set acknowledged_at = ?, acknowledged_by = ?
            where notice_id = ?
            """)
        .params(Timestamp.from(now), by, noticeId)
        .update();
  }

  /// The notices of an item.
  List<CorrectionNotice> of(UUID itemId) {
    return notices("item_id = ? order by recipient_kind, recipient", itemId);
  }

  /// Notices that nobody acknowledged in time, oldest first.
  List<CorrectionNotice> overdue(Instant now) {
    return notices("acknowledged_at is null and due_at < ? order by due_at", Timestamp.from(now));
  }

  /// Those of them without an alarm, held until the transaction ends.
  List<CorrectionNotice> unalarmed(Instant now) {
    return notices(
        "acknowledged_at is null and alarmed_at is null and due_at < ? for update",
        Timestamp.from(now));
  }

  void alarmed(UUID noticeId, Instant now) {
    jdbc.sql("update correction_notice set alarmed_at = ? where notice_id = ?")
        .params(Timestamp.from(now), noticeId)
        .update();
  }

  private List<CorrectionNotice> notices(String where, Object... params) {
    return jdbc.sql("select * from correction_notice where " + where)
        .params(params)
        .query(CorrectionStore::notice)
        .list();
  }

  private static CorrectionNotice notice(ResultSet row, int number) throws SQLException {
    return new CorrectionNotice(
        row.getObject("notice_id", UUID.class),
        row.getObject("item_id", UUID.class),
        new CorrectionNotice.To(row.getString("recipient_kind"), row.getString("recipient")),
        Arrays.stream((String[]) row.getArray("remedies").getArray()).map(Remedy::valueOf).toList(),
        row.getString("statement"),
        List.of((String[]) row.getArray("documents").getArray()),
        new CorrectionNotice.Sent(
            row.getTimestamp("made_at").toInstant(), row.getTimestamp("due_at").toInstant()),
        new CorrectionNotice.Taken(
            Optional.ofNullable(row.getTimestamp("fetched_at")).map(Timestamp::toInstant),
            Optional.ofNullable(row.getTimestamp("acknowledged_at")).map(Timestamp::toInstant),
            Optional.ofNullable(row.getString("acknowledged_by"))));
  }
}
