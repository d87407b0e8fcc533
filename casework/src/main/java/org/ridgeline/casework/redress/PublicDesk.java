package org.ridgeline.casework.redress;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.LedgerEntry;

/// What anybody can do without a log-in: open an item, and ask by its receipt how it stands.
public final class PublicDesk {
  private static final String ANYBODY = "public";
  private static final String ANYBODY_ROLE = "PUBLIC";
  private static final String PURPOSE = "redress";

  private final RedressStore store;
  private final RedressRules rules;
  private final Daybook daybook;

  public PublicDesk(RedressStore store, RedressRules rules, Daybook daybook) {
    this.store = store;
    this.rules = rules;
    this.daybook = daybook;
  }

  /// Opens an item under a receipt. The same receipt again gives the item that is there: a form
  /// sent twice is one item.
  /// - **Limit** [Limits#WAITING_MAX] items not acknowledged - **Error** beyond, or faults:
  ///   RefusedStep
  public RedressItem open(Opening opening, Receipt receipt) {
    if (!opening.faults().isEmpty()) {
      throw new RefusedStep(Refusal.OPENING_FIELDS);
    }
    return daybook
        .transaction()
        .execute(_ -> {
          Optional<RedressItem> known = store.of(receipt);
          if (known.isPresent()) {
            return known.get();
          }
          if (store.waiting() >= Limits.WAITING_MAX) {
            throw new RefusedStep(Refusal.REDRESS_FULL);
          }
          keep(opening, receipt);
          return store.of(receipt).orElseThrow();
        });
  }

  private void keep(Opening opening, Receipt receipt) {
    Instant now = daybook.now();
    UUID itemId = UUID.randomUUID();
    var deadlines = Deadlines.of(opening.kind(), opening.inCustody(), now, rules);
    var times =
        new RedressItem(
            itemId, "", opening, now, deadlines, rules.version(), RedressItem.Progress.none(), 0);
    if (!store.add(itemId, receipt, opening, times)) {
      return;
    }
    store.add(itemId, new RedressEvent(now, ANYBODY, "open", ""));
    daybook
        .ledger()
        .append(
            new LedgerEntry(
                ANYBODY,
                ANYBODY_ROLE,
                PURPOSE,
                Known.REDRESS_OPEN,
                times.subject(),
                Map.of(
                    "kind", opening.kind().name(), "urgent", String.valueOf(deadlines.urgent()))));
  }

  /// The item of a receipt.
  public Optional<RedressItem> of(Receipt receipt) {
    return store.of(receipt);
  }
}
