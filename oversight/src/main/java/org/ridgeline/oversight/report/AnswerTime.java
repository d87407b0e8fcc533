package org.ridgeline.oversight.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.oversight.project.TallyStore;
import org.ridgeline.oversight.track.Band;
import org.ridgeline.oversight.track.Measure;

/// How many of an answer were made within a time, in thousandths, over the whole nation.
///
/// How many answers there were is not said, and where there were fewer than [#ANSWERS_MIN] nothing
/// is: any number of answers from there on has parts that round to the same thousandths, so nothing
/// here narrows a count that is hidden elsewhere.
/// - **Shape** `month` answers made in the month, `cumulative` since inception; each empty where
///   there were too few
/// - **Unit** thousandths, rounded half up
public record AnswerTime(
    Answer answer, Band within, Optional<Integer> month, Optional<Integer> cumulative) {
  /// Fewest answers of which a share is published.
  public static final int ANSWERS_MIN = 1000;

  private static final int THOUSANDTHS = 1000;

  /// Which answer.
  public enum Answer {
    FIRST("First answer, of the criminal repository", Measure.FIRST_ANSWER),
    SECOND("Second answer, of the immigration repository", Measure.SECOND_ANSWER);

    private final String words;
    private final Measure measure;

    Answer(String words, Measure measure) {
      this.words = words;
      this.measure = measure;
    }

    public String words() {
      return words;
    }

    /// The id and version of its definition.
    public String definition() {
      return measure.id();
    }

    /// The name in files.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The answer of a name in files; none: IllegalArgumentException.
    static Answer ofKey(String key) {
      return Arrays.stream(values())
          .filter(answer -> answer.key().equals(key))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("answer=\"" + key + "\" is none"));
    }
  }

  /// What an answer shall keep to, every month.
  /// - **Shape** `share` thousandths that shall be made within the time; the rest is the error
  ///   budget
  /// - **Source** domain facts 2.2: two hours for criminal answers, ten minutes for urgent ones, a
  ///   day for civil ones
  public enum Goal {
    FIRST_IN_10_MINUTES(Answer.FIRST, Band.WITHIN_10_MIN, 950),
    FIRST_IN_2_HOURS(Answer.FIRST, Band.WITHIN_2_H, 990),
    SECOND_IN_2_HOURS(Answer.SECOND, Band.WITHIN_2_H, 950),
    SECOND_IN_24_HOURS(Answer.SECOND, Band.WITHIN_24_H, 990);

    private final Answer answer;
    private final Band within;
    private final int share;

    Goal(Answer answer, Band within, int share) {
      this.answer = answer;
      this.within = within;
      this.share = share;
    }

    public Answer answer() {
      return answer;
    }

    public Band within() {
      return within;
    }

    public int share() {
      return share;
    }

    /// Thousandths that may be late.
    public int budget() {
      return THOUSANDTHS - share;
    }
  }

  /// The times of a month; none where no answer was ever counted.
  /// - **Shape** `rows`: counts of all months up to it
  static List<AnswerTime> of(YearMonth month, List<TallyStore.Row> rows) {
    List<AnswerTime> times = new ArrayList<>();
    for (Answer answer : Answer.values()) {
      List<TallyStore.Row> mine =
          rows.stream().filter(row -> row.cell().measure() == answer.measure).toList();
      if (mine.stream().mapToLong(TallyStore.Row::n).sum() > 0) {
        Map<Band, Long> all = counts(mine);
        Map<Band, Long> now =
            counts(mine.stream().filter(row -> row.cell().month().equals(month)).toList());
        for (Band band : Band.values()) {
          times.add(new AnswerTime(answer, band, share(now, band), share(all, band)));
        }
      }
    }
    return List.copyOf(times);
  }

  private static Map<Band, Long> counts(List<TallyStore.Row> rows) {
    Map<Band, Long> counts = new EnumMap<>(Band.class);
    rows.forEach(row -> counts.merge(Band.valueOf(row.cell().detail()), row.n(), Long::sum));
    return counts;
  }

  /// The share made within a time or faster.
  private static Optional<Integer> share(Map<Band, Long> counts, Band most) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    if (all < ANSWERS_MIN) {
      return Optional.empty();
    }
    long within =
        counts.entrySet().stream()
            .filter(one -> one.getKey().compareTo(most) <= 0)
            .mapToLong(Map.Entry::getValue)
            .sum();
    return Optional.of((int) ((2 * within * THOUSANDTHS + all) / (2 * all)));
  }

  /// Thousandths in words.
  static String words(Optional<Integer> share) {
    return share
        .map(one -> String.format(Locale.ROOT, "%d.%d %%", one / 10, one % 10))
        .orElse("too few");
  }
}
