package org.ridgeline.policy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ridgeline.policy.history.ChargeNumber;
import org.ridgeline.policy.history.History;
import org.ridgeline.policy.history.HistoryLine;
import org.ridgeline.policy.history.HistoryLines;
import org.ridgeline.policy.history.NumberedCharge;

/// A person's history as a case has it: the lines of the criminal repository as they are now, and
/// over them what officers have read in courts' records.
public final class CaseHistory {
  private CaseHistory() {}

  /// Puts entries over lines, an older before a newer of the same charge.
  public static History of(List<HistoryLine> lines, List<HistoryEntry> entries) {
    History history = HistoryLines.read(lines);
    Map<String, ChargeNumber> numbers = numbers(history);
    for (HistoryEntry entry : entries) {
      ChargeNumber number = numbers.get(entry.line());
      if (number != null) {
        history = history.with(number, entry.disposition(), entry.court());
      }
    }
    return history;
  }

  /// What names the line of a charge for good: its words, and which of several alike it is.
  /// - **Error** no such charge: IllegalArgumentException
  public static String line(List<HistoryLine> lines, ChargeNumber number) {
    return numbers(HistoryLines.read(lines)).entrySet().stream()
        .filter(entry -> entry.getValue().equals(number))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no charge " + number));
  }

  private static Map<String, ChargeNumber> numbers(History history) {
    Map<String, Integer> seen = new HashMap<>();
    Map<String, ChargeNumber> numbers = new HashMap<>();
    for (NumberedCharge charge : history.charges()) {
      String words =
          charge.charge().source().words()
              + " of "
              + charge.arrestedOn().map(LocalDate::toString).orElse("a day not recorded")
              + ": "
              + charge.charge().offence().text();
      int which = seen.merge(words, 1, Integer::sum);
      numbers.put(words + " #" + which, charge.number());
    }
    return numbers;
  }
}
