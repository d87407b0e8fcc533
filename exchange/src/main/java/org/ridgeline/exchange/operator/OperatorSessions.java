package org.ridgeline.exchange.operator;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an operator has open: sessions at the console, links they made, links to set their
/// password.
final class OperatorSessions {
  private final JdbcClient jdbc;

  OperatorSessions(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// Ends all of it: sessions are of an earlier epoch from now on.
  void end(String name) {
    jdbc.sql("update operator set epoch = epoch + 1 where name = ?").param(name).update();
    jdbc.sql("delete from setup_link where made_by = ? or resets = ?").params(name, name).update();
  }
}
