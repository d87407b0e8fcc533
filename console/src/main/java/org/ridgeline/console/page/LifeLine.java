package org.ridgeline.console.page;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.Subject;

/// A step of the life of somebody's access, as the ledger has it.
/// - **Shape** `detail` as "key: value; key: value", without from where
public record LifeLine(Moment at, String says, String who, String from, String detail) {
  /// Steps of some families about a subject, newest first.
  /// - **Limit** [Limits#LIFE_SHOWN_MAX]
  public static List<LifeLine> of(LedgerReader ledger, Subject subject, Set<String> families) {
    return ledger.about(List.of(subject)).stream()
        .filter(entry -> families.contains(entry.entry().action().family()))
        .sorted(Comparator.comparingLong(ChainedEntry::number).reversed())
        .limit(Limits.LIFE_SHOWN_MAX)
        .map(LifeLine::of)
        .toList();
  }

  private static LifeLine of(ChainedEntry chained) {
    Action action = chained.entry().action();
    return new LifeLine(
        Moment.of(chained.at()),
        action instanceof Action.Listed listed ? listed.says() : action.key(),
        chained.entry().actor(),
        chained.entry().detail().getOrDefault("from", ""),
        chained.entry().detail().entrySet().stream()
            .filter(pair -> !pair.getKey().equals("from"))
            .map(pair -> pair.getKey() + ": " + pair.getValue())
            .collect(Collectors.joining("; ")));
  }
}
