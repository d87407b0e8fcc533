package org.ridgeline.casework.casefile;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.casework.desk.Purgeable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes out of every store what a case knows of the person, in one transaction.
public final class CasePurge {
  private final JdbcClient jdbc;
  private final List<Purgeable> stores;

  /// - **Shape** `stores` in the order in which they are asked
  public CasePurge(DataSource dataSource, List<Purgeable> stores) {
    jdbc = JdbcClient.create(dataSource);
    this.stores = List.copyOf(stores);
  }

  /// Purges a case, in the caller's transaction: rows that may only be added are open to it as long
  /// as it lasts.
  void purge(UUID caseId) {
    open("on");
    stores.forEach(store -> store.purge(caseId));
    open("off");
  }

  private void open(String purge) {
    jdbc.sql("select set_config('casework.purge', ?, true)")
        .param(purge)
        .query(String.class)
        .single();
  }
}
