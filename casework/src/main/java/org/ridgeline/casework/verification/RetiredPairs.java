package org.ridgeline.casework.verification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.exchange.purge.RetentionRule;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rule that takes out the prints of known pairs that were retired; what was measured by them
/// stays. Not while one of them is before an examiner.
public final class RetiredPairs implements RetentionRule {
  private static final String RETIRED =
      """
       from known_pair k where k.retired_at < ?
         and exists (select 1 from comparison_print p where p.pair_key = k.pair_key)
      """;
  private static final String IN_USE =
      """
       exists (select 1 from comparison c where c.known_pair_id = k.known_pair_id
         and c.state in ('PREPARING', 'OPEN', 'CONFLICT'))
      """;

  private final JdbcClient jdbc;
  private final Daybook daybook;

  public RetiredPairs(DataSource dataSource, Daybook daybook) {
    jdbc = JdbcClient.create(dataSource);
    this.daybook = daybook;
  }

  @Override
  public String key() {
    return "known-pairs";
  }

  @Override
  public String since() {
    return "since a known pair was retired";
  }

  @Override
  public Plan plan(Instant before) {
    return jdbc.sql(
            "select count(*) filter (where not"
                + IN_USE
                + "), count(*) filter (where"
                + IN_USE
                + "), min(k.retired_at)"
                + RETIRED)
        .param(Timestamp.from(before))
        .query((row, _) ->
            Plan.of(
                row.getLong(1),
                "before an examiner",
                row.getLong(2),
                Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant)))
        .single();
  }

  @Override
  public int run(Instant before, String why) {
    List<UUID> due =
        jdbc.sql("select k.known_pair_id" + RETIRED + " and not" + IN_USE + " limit " + RUN_MAX)
            .param(Timestamp.from(before))
            .query(UUID.class)
            .list();
    due.forEach(id ->
        daybook
            .transaction()
            .executeWithoutResult(_ -> {
              int prints =
                  jdbc.sql(
                          """
                          delete from comparison_print
                          where pair_key in (
                            select pair_key from known_pair where known_pair_id = ?)
                          """)
                      .param(id)
                      .update();
              Map<String, String> detail = Map.of("prints", "" + prints);
              daybook.record(why, Known.KNOWN_PURGE, Subject.Kind.KNOWN_PAIR.of(id), detail);
            }));
    return due.size();
  }
}
