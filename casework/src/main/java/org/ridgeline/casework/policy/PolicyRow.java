package org.ridgeline.casework.policy;

import java.util.Optional;
import org.ridgeline.casework.history.Disposition;
import org.ridgeline.casework.history.Grade;
import org.ridgeline.casework.history.Offence;
import org.ridgeline.casework.history.Sentence;

/// One row of a policy table: how many convictions of which kind make which level.
/// - **Shape** `codes`, `grade` and `sentence` as written in the table, `*` for any; `aggravated`
///   asks for a person's finding under INA 101(a)(43); `source` a name of the table's sources;
///   `mark` for the level, `codeMark` for the codes
/// - **Unit** `count` convictions, `sentence` days
public record PolicyRow(
    String id,
    Level level,
    String codes,
    Optional<Grade> grade,
    boolean aggravated,
    Optional<Integer> sentenceOverDays,
    int count,
    String offence,
    String source,
    Mark mark,
    Mark codeMark) {
  public PolicyRow {
    Codes.of(codes);
    if (level.rank() > Level.LEVEL_3.rank()) {
      throw new IllegalArgumentException("level=" + level + " of row " + id);
    }
    if (count < 1 || count > Limits.COUNT_MAX) {
      throw new IllegalArgumentException("count=" + count + " limit=1.." + Limits.COUNT_MAX);
    }
  }

  /// Whether a judgment meets the row's conditions.
  Truth meets(Disposition.Convicted judgment) {
    return meets(judgment.of())
        .and(Truth.of(!aggravated || judgment.finding().isPresent()))
        .and(overDays(judgment.sentence()));
  }

  /// Whether a conviction as charged might meet them.
  Truth mightMeet(Offence charged) {
    return meets(charged)
        .and(aggravated || sentenceOverDays.isPresent() ? Truth.UNKNOWN : Truth.YES);
  }

  private Truth meets(Offence offence) {
    return Codes.of(codes).holds(offence).and(graded(offence.grade()));
  }

  /// An infraction is no crime, so no aggravated felony either.
  private Truth graded(Grade recorded) {
    if (grade.isEmpty()) {
      return Truth.of(!(aggravated && recorded == Grade.INFRACTION));
    }
    return recorded == Grade.UNKNOWN ? Truth.UNKNOWN : Truth.of(recorded == grade.get());
  }

  private Truth overDays(Optional<Sentence> sentence) {
    if (sentenceOverDays.isEmpty()) {
      return Truth.YES;
    }
    return sentence
        .map(term -> Truth.of(term.days() > sentenceOverDays.get()))
        .orElse(Truth.UNKNOWN);
  }

  /// The conditions in words.
  public String conditions() {
    StringBuilder words = new StringBuilder();
    words.append(count == 1 ? "a conviction" : count + " or more convictions");
    if (aggravated) {
      words.append(" found to be an aggravated felony, INA 101(a)(43)");
    }
    grade.ifPresent(g -> words.append(", ").append(g.words()));
    sentenceOverDays.ifPresent(d -> words.append(", sentence over ").append(d).append(" days"));
    if (!codes.equals("*")) {
      words.append(", code ").append(codes);
    }
    return words.toString();
  }
}
