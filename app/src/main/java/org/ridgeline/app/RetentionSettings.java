package org.ridgeline.app;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ridgeline.exchange.purge.CivilEncounters;
import org.ridgeline.exchange.purge.SubmissionPurge.Patience;
import org.ridgeline.node.Settings;

/// How long what is kept, as `ridgeline.properties` says. A rule that is not set removes nothing.
///
///     retention.run                       off (default), or daily: the server applies the rules
///     retention.submissions-without-hit   days since it was answered
///     retention.submissions-refused       days since it was refused
///     retention.answers                   days since its agency acknowledged it
///     retention.leads                     days since it was acknowledged
///     retention.files                     days since a file was taken in or put out
///     retention.cases                     days since a case was closed, whatever its outcome
///     retention.cases.OUTCOME             days since a case was closed with that outcome
///     retention.redress                   days since an item was decided
///     retention.known-pairs               days since a known pair was retired
///     retention.civil-encounters          days since an applicant's encounter was enrolled
///     retention.unfetched                 days a purge leaves an answer not acknowledged, 30
///     retention.outbound-hours            hours a purge leaves a file in an outbound folder, 24
///
/// - **Shape** `days` by rule; `outcomes`: days by outcome of a case
public record RetentionSettings(
    boolean isDaily, Map<String, Integer> days, Map<String, Integer> outcomes, Patience patience) {
  /// The rules that there are.
  public static final Set<String> RULES =
      Set.of(
          "submissions-without-hit",
          "submissions-refused",
          "answers",
          "leads",
          "files",
          "cases",
          "redress",
          "known-pairs",
          CivilEncounters.KEY);

  private static final String PREFIX = "retention.";
  private static final String CASES = "cases.";
  private static final String RUN = "run";
  private static final String UNFETCHED = "unfetched";
  private static final String OUTBOUND = "outbound-hours";
  private static final int DAYS_MAX = 36_500;

  public RetentionSettings {
    days = Map.copyOf(days);
    outcomes = Map.copyOf(outcomes);
  }

  /// Reads what is set.
  /// - **Error** a rule there is none of, or no number of days: IllegalArgumentException
  static RetentionSettings of(Settings settings) {
    Map<String, Integer> days = new TreeMap<>();
    Map<String, Integer> outcomes = new TreeMap<>();
    Patience patience = Patience.standard();
    boolean daily = false;
    for (var set : new TreeMap<>(settings.values()).entrySet()) {
      if (!set.getKey().startsWith(PREFIX)) {
        continue;
      }
      String rule = set.getKey().substring(PREFIX.length());
      if (rule.equals(RUN)) {
        daily = daily(settings, set.getValue());
      } else if (rule.equals(UNFETCHED)) {
        patience = new Patience(Duration.ofDays(number(settings, set, 0)), patience.outbound());
      } else if (rule.equals(OUTBOUND)) {
        patience = new Patience(patience.answer(), Duration.ofHours(number(settings, set, 0)));
      } else if (rule.startsWith(CASES)) {
        outcomes.put(rule.substring(CASES.length()), number(settings, set, 1));
      } else if (RULES.contains(rule)) {
        days.put(rule, number(settings, set, 1));
      } else {
        throw wrong(settings, set.getKey() + " is no rule of retention; there are " + names());
      }
    }
    return new RetentionSettings(daily, days, outcomes, patience);
  }

  private static String names() {
    return String.join(", ", RULES.stream().sorted().toList())
        + ", cases.OUTCOME, run, unfetched, outbound-hours";
  }

  private static boolean daily(Settings settings, String text) {
    if (!Set.of("off", "daily").contains(text)) {
      throw wrong(settings, PREFIX + RUN + "=" + text + " expected off or daily");
    }
    return text.equals("daily");
  }

  private static int number(Settings settings, Map.Entry<String, String> set, int least) {
    String text = set.getValue();
    int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
    if (number < least || number > DAYS_MAX) {
      throw wrong(
          settings,
          set.getKey() + "=" + text + " expected a whole number from " + least + " to " + DAYS_MAX);
    }
    return number;
  }

  private static IllegalArgumentException wrong(Settings settings, String what) {
    return new IllegalArgumentException(settings.file() + ": " + what);
  }
}
