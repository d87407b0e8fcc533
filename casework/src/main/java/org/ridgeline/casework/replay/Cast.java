package org.ridgeline.casework.replay;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.ledger.ChainedEntry;

/// Who took part in a case, by role and letter in the order in which they came.
/// - **Shape** `labels` by the ledger's actor
record Cast(Map<String, String> labels) {
  private static final String PROGRAM = "the program";
  private static final int LETTERS = 26;

  Cast {
    labels = Map.copyOf(labels);
  }

  static Cast of(List<ChainedEntry> entries) {
    Map<String, String> labels = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (ChainedEntry one : entries) {
      String role = one.entry().role();
      String actor = one.entry().actor();
      if (role.equals(Daybook.MACHINE_ROLE)) {
        labels.putIfAbsent(actor, PROGRAM);
      } else if (!labels.containsKey(actor)) {
        int number = seen.merge(role, 1, Integer::sum);
        String words = role.toLowerCase(Locale.ROOT).replace('_', ' ');
        labels.put(actor, words + " " + letter(number - 1));
      }
    }
    return new Cast(labels);
  }

  /// A to Z, then AA and on.
  private static String letter(int index) {
    String last = String.valueOf((char) ('A' + index % LETTERS));
    return index < LETTERS ? last : letter(index / LETTERS - 1) + last;
  }

  /// How somebody is called; whoever never stands in the ledger of this case is "somebody".
  String label(String actor) {
    return labels.getOrDefault(actor, actor.isEmpty() ? "" : "somebody");
  }
}
