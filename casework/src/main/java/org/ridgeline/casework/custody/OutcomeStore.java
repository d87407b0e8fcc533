package org.ridgeline.casework.custody;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.ledger.RecordBook;
import org.ridgeline.outbox.Outbox;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of outcomes. The last one of a case counts.
public final class OutcomeStore {
  private final JdbcClient jdbc;
  private final RecordBook book;
  private final Outbox outbox;

  public OutcomeStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    book = new RecordBook(dataSource);
    outbox = new Outbox(dataSource);
  }

  /// The outcome of a case; without one a case does not close.
  public Optional<Outcome> of(UUID caseId) {
    return Optional.ofNullable(of(List.of(caseId)).get(caseId));
  }

  /// The outcomes of cases.
  Map<UUID, Outcome> of(List<UUID> caseIds) {
    Map<UUID, Outcome> outcomes = new HashMap<>();
    jdbc.sql(
            """
            select case_id, kind, on_day, source, programme, reason from outcome
            where case_id = any(?) order by number
            """)
        .param(caseIds.toArray(UUID[]::new))
        .query((row, _) ->
            Map.entry(
                row.getObject(1, UUID.class),
                new Outcome(
                    OutcomeKind.valueOf(row.getString(2)),
                    row.getDate(3).toLocalDate(),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6))))
        .list()
        .forEach(outcome -> outcomes.put(outcome.getKey(), outcome.getValue()));
    return outcomes;
  }

  /// The configured programmes.
  List<Programme> programmes() {
    return jdbc.sql("select code, name, source from programme order by code")
        .query((row, _) -> new Programme(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  /// Adds a programme; false where there is one of its code.
  boolean add(Programme programme, String by, Instant now) {
    return jdbc.sql("insert into programme values (?, ?, ?, ?, ?) on conflict do nothing")
            .params(programme.code(), programme.name(), programme.source(), by, Timestamp.from(now))
            .update()
        == 1;
  }

  /// Adds an outcome, which takes the place of an earlier one.
  void add(UUID caseId, Outcome outcome, String by, Instant now) {
    UUID outcomeId = UUID.randomUUID();
    jdbc.sql("insert into outcome values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            outcomeId,
            caseId,
            outcome.kind().name(),
            Date.valueOf(outcome.on()),
            outcome.source(),
            outcome.programme(),
            outcome.reason(),
            by,
            Timestamp.from(now))
        .update();
    book.keep(CustodyRecords.OUTCOME, outcomeId);
    outbox.append(
        new Event.OutcomeRecorded(caseId, outcome.kind().name(), outcome.on(), outcome.programme()),
        now);
  }
}
