package org.ridgeline.exchange.lead;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of leads whose names have been kept long enough: somebody took them on, and a case of
/// its own has what it needs of them.
public final class LeadExpiry {
  private static final String EXPIRED =
      """
       acknowledged_at < ? and (names_claimed <> '{}' or names_known <> '{}')
      """;

  private final JdbcClient jdbc;
  private final LeadStore leads;

  public LeadExpiry(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    leads = new LeadStore(dataSource);
  }

  /// - **Shape** `held` those that a hold keeps; `oldest` of both
  public record Count(long due, long held, Optional<Instant> oldest) {}

  /// How many a rule would take.
  public Count count(Instant before) {
    return jdbc.sql(
            "select count(*) filter (where h.control is null), count(h.control),"
                + " min(acknowledged_at) from lead left join held_lead h using (control) where"
                + EXPIRED)
        .param(Timestamp.from(before))
        .query((row, _) ->
            new Count(
                row.getLong(1),
                row.getLong(2),
                Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant)))
        .single();
  }

  /// Submissions whose leads a rule takes, oldest first.
  public List<String> expired(Instant before, int count) {
    return jdbc.sql(
            "select control from lead where control not in (select control from held_lead) and"
                + EXPIRED
                + " order by acknowledged_at, control limit ?")
        .params(Timestamp.from(before), count)
        .query(String.class)
        .list();
  }

  /// Takes out the names of one; gives how many leads had any.
  public int purge(String control) {
    return leads.purge(control);
  }
}
