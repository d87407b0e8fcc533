package org.ridgeline.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.ridgeline.fixture.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A room that writes facts and one that follows, each with its own schema and role.
final class TwoRooms implements AutoCloseable {
  private final TestDatabase database = TestDatabase.create();
  final DataSource writer = database.of().exchange();
  final DataSource follower = database.of().casework();
  final JdbcClient written = JdbcClient.create(writer);
  final JdbcClient followed = JdbcClient.create(follower);
  final TransactionTemplate writing = transaction(writer);

  TwoRooms() {
    written.sql(tables()).update();
    followed.sql(tables()).update();
  }

  static TransactionTemplate transaction(DataSource dataSource) {
    return new TransactionTemplate(new DataSourceTransactionManager(dataSource));
  }

  private static String tables() {
    try (InputStream in = TwoRooms.class.getResourceAsStream("/outbox.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
