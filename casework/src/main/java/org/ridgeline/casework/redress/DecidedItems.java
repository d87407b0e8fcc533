package org.ridgeline.casework.redress;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.exchange.purge.Holds;
import org.ridgeline.exchange.purge.RetentionRule;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rule that takes out what people wrote in items of redress that were decided: account, name,
/// contact, and what was said to them. Number, kind, dates and decision stay. Not while a recipient
/// has not acknowledged its correction, or the item's case is under a hold.
public final class DecidedItems implements RetentionRule {
  private static final String DECIDED =
      " from redress_item i where i.decided_at < ? and i.account <> '-'";
  private static final String OPEN =
      """
       exists (select 1 from correction_notice n
         where n.item_id = i.item_id and n.acknowledged_at is null)
      """;

  private final JdbcClient jdbc;
  private final Daybook daybook;
  private final Holds holds;

  public DecidedItems(DataSource dataSource, Daybook daybook, Holds holds) {
    jdbc = JdbcClient.create(dataSource);
    this.daybook = daybook;
    this.holds = holds;
  }

  @Override
  public String key() {
    return "redress";
  }

  @Override
  public String since() {
    return "since an item of redress was decided";
  }

  private record Item(UUID itemId, Optional<UUID> caseId) {}

  private List<Item> due(Instant before) {
    return jdbc.sql(
            "select i.item_id, i.case_id"
                + DECIDED
                + " and not"
                + OPEN
                + " order by i.decided_at, i.item_id limit "
                + RUN_MAX)
        .param(Timestamp.from(before))
        .query((row, _) ->
            new Item(
                row.getObject(1, UUID.class), Optional.ofNullable(row.getObject(2, UUID.class))))
        .list();
  }

  private boolean isHeld(Item item) {
    return item.caseId().filter(id -> holds.isHeld(Subject.Kind.CASE.of(id))).isPresent();
  }

  @Override
  public Plan plan(Instant before) {
    List<Item> due = due(before);
    long held = due.stream().filter(this::isHeld).count();
    return jdbc.sql("select count(*) filter (where" + OPEN + "), min(i.decided_at)" + DECIDED)
        .param(Timestamp.from(before))
        .query((row, _) ->
            new Plan(
                due.size() - held,
                new TreeMap<>(Map.of("hold", held, "correction not acknowledged", row.getLong(1))),
                Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant)))
        .single();
  }

  @Override
  public int run(Instant before, String why) {
    List<Item> due = due(before).stream().filter(item -> !isHeld(item)).toList();
    due.forEach(item ->
        daybook
            .transaction()
            .executeWithoutResult(_ -> {
              purge(item.itemId());
              daybook.record(
                  why, Known.REDRESS_PURGE, Subject.Kind.REDRESS.of(item.itemId()), Map.of());
            }));
    return due.size();
  }

  private void purge(UUID itemId) {
    for (String sql :
        List.of(
            """
            update redress_item set account = '-', wish = '-', name = '-', contact = '-',
              facility = '-', reference = '-', statement = '', verified_how = '-', reasons = '-'
            where item_id = ?
            """,
            "update redress_event set note = '-' where item_id = ?",
            "update correction_notice set statement = '-' where item_id = ?")) {
      jdbc.sql(sql).param(itemId).update();
    }
  }
}
