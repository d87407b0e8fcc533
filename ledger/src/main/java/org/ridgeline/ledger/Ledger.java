package org.ridgeline.ledger;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Appends to the ledger over a room's own data source: inside a transaction of it the entry
/// commits or rolls back with the step it records, else by itself.
///
/// The entry gets its number and its link in the chain at the commit, under a lock that is held for
/// the commit only: transactions that append commit one after the other.
public final class Ledger {
  private final JdbcClient jdbc;

  /// - **Shape** `dataSource` of the appending room, whose role may execute `ledger.append`
  public Ledger(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// Whether it takes entries of this room now; writes none.
  public boolean isWritable() {
    return jdbc.sql(
            """
            select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off'
              and has_function_privilege(
                'ledger.append(text, text, text, text, text, text[])', 'execute')
            """)
        .query(Boolean.class)
        .single();
  }

  /// Records a step.
  public void append(LedgerEntry entry) {
    assert entry.isListed() : entry.role() + " " + entry.action() + " " + entry.subject();
    jdbc.sql("select ledger.append(?, ?, ?, ?, ?, ?)")
        .params(
            entry.actor(),
            entry.role(),
            entry.purpose(),
            entry.action().key(),
            entry.subject().text(),
            entry.pairs())
        .query((_, _) -> true)
        .single();
  }

  /// Records that somebody outside was told something. `step` says by whom, why and of what; its
  /// action and detail give way to the disclosure's.
  public void disclosed(LedgerEntry step, Disclosure disclosure) {
    append(
        new LedgerEntry(
            step.actor(),
            step.role(),
            step.purpose(),
            Disclosure.ACTION,
            step.subject(),
            disclosure.detail()));
  }
}
