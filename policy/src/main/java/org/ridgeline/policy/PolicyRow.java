package org.ridgeline.policy;

import java.util.Optional;
import org.ridgeline.policy.history.Disposition;
import org.ridgeline.policy.history.Grade;
import org.ridgeline.policy.history.Offence;
import org.ridgeline.policy.history.Sentence;

/// One row of a policy table: how many convictions of which kind make which level.
/// - **Shape** `offence` in words
public record PolicyRow(String id, Level level, Conditions when, String offence, Cited cited) {
  public PolicyRow {
    if (level.rank() > Level.LEVEL_3.rank()) {
      throw new IllegalArgumentException("level=" + level + " of row " + id);
    }
  }

  /// Which convictions, and how many.
  /// - **Shape** `codes` as written in the table, `*` for any; `grade`, `sentenceOverDays` empty
  ///   for any; `aggravated` asks for a person's finding under INA 101(a)(43)
  /// - **Unit** `count` convictions, `sentenceOverDays` days
  public record Conditions(
      String codes,
      Optional<Grade> grade,
      boolean aggravated,
      Optional<Integer> sentenceOverDays,
      int count) {
    public Conditions {
      Codes.of(codes);
      if (count < 1 || count > Limits.COUNT_MAX) {
        throw new IllegalArgumentException("count=" + count + " limit=1.." + Limits.COUNT_MAX);
      }
    }
  }

  /// Who says so, and whether anybody looked there.
  /// - **Shape** `source` a name of the table's sources; `mark` for the level, `codeMark` for the
  ///   codes
  public record Cited(String source, Mark mark, Mark codeMark) {}

  /// How many convictions.
  public int count() {
    return when.count();
  }

  /// A name of the table's sources.
  public String source() {
    return cited.source();
  }

  /// Whether somebody has seen the source for the level.
  public Mark mark() {
    return cited.mark();
  }

  /// Whether somebody has seen the source for the codes.
  public Mark codeMark() {
    return cited.codeMark();
  }

  /// Whether a judgment meets the row's conditions.
  Truth meets(Disposition.Convicted judgment) {
    return meets(judgment.of())
        .and(Truth.of(!when.aggravated() || judgment.finding().isPresent()))
        .and(overDays(judgment.sentence()));
  }

  /// Whether a conviction as charged might meet them.
  Truth mightMeet(Offence charged) {
    return meets(charged)
        .and(when.aggravated() || when.sentenceOverDays().isPresent() ? Truth.UNKNOWN : Truth.YES);
  }

  private Truth meets(Offence offence) {
    return Codes.of(when.codes()).holds(offence).and(graded(offence.grade()));
  }

  /// An infraction is no crime, so no aggravated felony either.
  private Truth graded(Grade recorded) {
    if (when.grade().isEmpty()) {
      return Truth.of(!(when.aggravated() && recorded == Grade.INFRACTION));
    }
    return recorded == Grade.UNKNOWN ? Truth.UNKNOWN : Truth.of(recorded == when.grade().get());
  }

  private Truth overDays(Optional<Sentence> sentence) {
    if (when.sentenceOverDays().isEmpty()) {
      return Truth.YES;
    }
    return sentence
        .map(term -> Truth.of(term.days() > when.sentenceOverDays().get()))
        .orElse(Truth.UNKNOWN);
  }

  /// The conditions in words.
  public String conditions() {
    StringBuilder words = new StringBuilder();
    words.append(count() == 1 ? "a conviction" : count() + " or more convictions");
    if (when.aggravated()) {
      words.append(" found to be an aggravated felony, INA 101(a)(43)");
    }
    when.grade().ifPresent(g -> words.append(", ").append(g.words()));
    when.sentenceOverDays()
        .ifPresent(d -> words.append(", sentence over ").append(d).append(" days"));
    if (!when.codes().equals("*")) {
      words.append(", code ").append(when.codes());
    }
    return words.toString();
  }
}
