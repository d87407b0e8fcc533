package org.ridgeline.casework.casefile;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.casework.desk.Purgeable;
import org.ridgeline.exchange.purge.Holds;
import org.ridgeline.ledger.Receipt;
import org.ridgeline.ledger.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes out of every store what a case knows of the person, in one transaction, and leaves a
/// signed receipt.
public final class CasePurge {
  private final JdbcClient jdbc;
  private final List<Purgeable> stores;
  private final Receipt.Signer signer;
  private final Holds holds;

  /// - **Shape** `stores` in the order in which they are asked
  public CasePurge(
      DataSource dataSource, List<Purgeable> stores, Receipt.Signer signer, Holds holds) {
    jdbc = JdbcClient.create(dataSource);
    this.stores = List.copyOf(stores);
    this.signer = signer;
    this.holds = holds;
  }

  /// Whether a case must be kept as it is.
  public boolean isHeld(Case one) {
    return holds.isHeld(Shelf.subject(one));
  }

  /// Purges a case, in the caller's transaction: rows that may only be added are open to it as long
  /// as it lasts.
  Receipt purge(Case one, String why, Instant now) {
    open("on");
    Tally removed = Tally.NONE;
    for (Purgeable store : stores) {
      removed = removed.plus(store.purge(one.caseId()));
    }
    open("off");
    Map<String, String> says = new TreeMap<>(removed.lines());
    says.put("why", why);
    says.put("number", one.number());
    Receipt receipt = signer.sign(new Receipt.Statement(Shelf.subject(one), now, says));
    jdbc.sql("insert into case_receipt (case_id, made_at, text) values (?, ?, ?)")
        .params(one.caseId(), Timestamp.from(now), receipt.text())
        .update();
    return receipt;
  }

  /// The receipts of a case, first made first.
  public List<Receipt> receipts(UUID caseId) {
    return jdbc
        .sql("select text from case_receipt where case_id = ? order by receipt_id")
        .param(caseId)
        .query(String.class)
        .list()
        .stream()
        .flatMap(text -> Receipt.ofText(text).stream())
        .toList();
  }

  private void open(String purge) {
    jdbc.sql("select set_config('casework.purge', ?, true)")
        .param(purge)
        .query(String.class)
        .single();
  }
}
