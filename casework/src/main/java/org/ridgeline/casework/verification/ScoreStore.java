package org.ridgeline.casework.verification;

import java.sql.Timestamp;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of who has seen the machine's score of a pair.
public final class ScoreStore {
  private final JdbcClient jdbc;

  public ScoreStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// Whether people have said of a pair what it is, and none of them is asked now.
  boolean isSettled(String pairKey) {
    return jdbc.sql(
            """
            select coalesce(bool_or(state = 'SETTLED'), false)
              and not coalesce(bool_or(state in ('PREPARING', 'OPEN', 'CONFLICT')), false)
            from comparison where pair_key = ?
            """)
        .param(pairKey)
        .query(Boolean.class)
        .single();
  }

  /// Notes that somebody saw it, the first time.
  void seen(String pairKey, String name, Instant at) {
    jdbc.sql("insert into score_seen (pair_key, name, at) values (?, ?, ?) on conflict do nothing")
        .params(pairKey, name, Timestamp.from(at))
        .update();
  }
}
