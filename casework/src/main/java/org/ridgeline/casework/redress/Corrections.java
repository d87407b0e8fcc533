package org.ridgeline.casework.redress;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.ledger.Disclosure;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.vocabulary.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries corrections to everybody who was told: one notice a recipient and item, kept until they
/// acknowledge it.
public final class Corrections {
  static final String SYSTEM = "redress";
  static final String SYSTEM_ROLE = "SYSTEM";
  static final String PURPOSE = "correction";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Ledger ledger;
  private final LedgerReader told;
  private final Clock clock;

  Corrections(DataSource dataSource, LedgerReader told, Clock clock) {
    jdbc = JdbcClient.create(dataSource);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    ledger = new Ledger(dataSource);
    this.told = told;
    this.clock = clock;
  }

  private record Recipient(String kind, String id) {}

  /// Makes a notice for everyone who was told anything of some subjects, in the caller's
  /// transaction; again makes none twice.
  int travel(RedressItem item, RedressItem.Decided decided, Rule limit, Collection<String> of) {
    Map<Recipient, List<String>> documents = new LinkedHashMap<>();
    for (LedgerReader.Told one : told.disclosures(of)) {
      Disclosure disclosure = one.disclosure();
      documents
          .computeIfAbsent(
              new Recipient(disclosure.recipientKind(), disclosure.recipient()),
              _ -> new ArrayList<>())
          .add(
              String.join(
                      " ",
                      disclosure.document(),
                      // What the recipient knows it by, where the entry says so.
                      disclosure.about().getOrDefault("submission", one.subject()),
                      one.at().toString(),
                      disclosure.sha256())
                  .strip());
    }
    Instant due = limit.after(decided.at());
    documents.forEach((to, what) -> add(item, decided, to, what, due));
    return documents.size();
  }

  private void add(
      RedressItem item,
      RedressItem.Decided decided,
      Recipient to,
      List<String> documents,
      Instant due) {
    int added =
        jdbc.sql(
                """
                insert into correction_notice (notice_id, item_id, recipient_kind, recipient,
                  remedies, statement, documents, made_at, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (item_id, recipient_kind, recipient) do nothing
                """)
            .params(
                UUID.randomUUID(),
                item.itemId(),
                to.kind(),
                to.id(),
                decided.remedies().stream().map(Enum::name).toArray(String[]::new),
                decided.statement(),
                documents.toArray(String[]::new),
                Timestamp.from(decided.at()),
                Timestamp.from(due))
            .update();
    if (added == 1) {
      record(item.itemId(), "correction.send", to);
    }
  }

  private void record(UUID itemId, String action, Recipient to) {
    ledger.append(
        new LedgerEntry(
            SYSTEM,
            SYSTEM_ROLE,
            PURPOSE,
            action,
            "redress:" + itemId,
            Map.of("recipient-kind", to.kind(), "recipient", to.id())));
  }

  /// The notices to a recipient, oldest first; reading them is their delivery.
  public List<CorrectionNotice> fetch(String kind, String recipient) {
    return transaction.execute(_ -> {
      List<CorrectionNotice> first =
          notices(
              "recipient_kind = ? and recipient = ? and fetched_at is null for update",
              kind,
              recipient);
      jdbc.sql(
              """
              update correction_notice set fetched_at = ?
              where recipient_kind = ? and recipient = ? and fetched_at is null
              """)
          .params(Timestamp.from(clock.instant()), kind, recipient)
          .update();
      first.forEach(this::disclosed);
      return notices("recipient_kind = ? and recipient = ? order by made_at", kind, recipient);
    });
  }

  private void disclosed(CorrectionNotice notice) {
    String subject = "redress:" + notice.itemId();
    ledger.disclosed(
        LedgerEntry.of(SYSTEM, SYSTEM_ROLE, PURPOSE, Disclosure.ACTION, subject),
        new Disclosure(
            notice.recipientKind(),
            notice.recipient(),
            "correction.notice",
            sha256(notice.statement()),
            Map.of("notice", "notice:" + notice.noticeId())));
  }

  private static String sha256(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Notes that a recipient has a notice; the first time counts. False where it is not theirs.
  /// - **Shape** `by` who says so: the recipient itself, or an officer who heard it from them
  public boolean acknowledge(UUID noticeId, Optional<String> recipient, String by) {
    return Boolean.TRUE.equals(
        transaction.execute(_ -> {
          List<CorrectionNotice> found = notices("notice_id = ? for update", noticeId);
          if (found.isEmpty()
              || recipient.filter(to -> !to.equals(found.getFirst().recipient())).isPresent()) {
            return false;
          }
          CorrectionNotice notice = found.getFirst();
          if (notice.acknowledgedAt().isEmpty()) {
            jdbc.sql(
                    """
                    update correction_notice set acknowledged_at = ?, acknowledged_by = ?
                    where notice_id = ?
                    """)
                .params(Timestamp.from(clock.instant()), by, noticeId)
                .update();
            record(
                notice.itemId(),
                "correction.acknowledge",
                new Recipient(notice.recipientKind(), notice.recipient()));
          }
          return true;
        }));
  }

  /// The notices that went out for an item.
  public List<CorrectionNotice> of(UUID itemId) {
    return notices("item_id = ? order by recipient_kind, recipient", itemId);
  }

  /// Notices that nobody acknowledged in time, oldest first.
  public List<CorrectionNotice> overdue() {
    return notices(
        "acknowledged_at is null and due_at < ? order by due_at", Timestamp.from(clock.instant()));
  }

  /// Raises an alarm for each notice that is overdue and has none; gives how many are new.
  int alarm(Instant now) {
    return transaction.execute(_ -> {
      List<CorrectionNotice> late =
          notices(
              "acknowledged_at is null and alarmed_at is null and due_at < ? for update",
              Timestamp.from(now));
      for (CorrectionNotice notice : late) {
        jdbc.sql("update correction_notice set alarmed_at = ? where notice_id = ?")
            .params(Timestamp.from(now), notice.noticeId())
            .update();
        record(
            notice.itemId(),
            "correction.alarm",
            new Recipient(notice.recipientKind(), notice.recipient()));
      }
      return late.size();
    });
  }

  private List<CorrectionNotice> notices(String where, Object... params) {
    return jdbc.sql("select * from correction_notice where " + where)
        .params(params)
        .query(Corrections::notice)
        .list();
  }

  private static CorrectionNotice notice(ResultSet row, int number) throws SQLException {
    return new CorrectionNotice(
        row.getObject("notice_id", UUID.class),
        row.getObject("item_id", UUID.class),
        row.getString("recipient_kind"),
        row.getString("recipient"),
        List.of((String[]) row.getArray("remedies").getArray()),
        row.getString("statement"),
        List.of((String[]) row.getArray("documents").getArray()),
        row.getTimestamp("made_at").toInstant(),
        row.getTimestamp("due_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("fetched_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getTimestamp("acknowledged_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getString("acknowledged_by")));
  }
}
