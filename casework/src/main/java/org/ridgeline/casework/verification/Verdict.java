package org.ridgeline.casework.verification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What an examiner saw and concluded. It never changes: a second look is a second verdict.
/// - **Unit** `activeMs` that the workbench was in front, as the browser says
public record Verdict(
    UUID verdictId, String examiner, boolean bySupervisor, Given given, Instant givenAt) {
  /// Agreeing points in one finger that an identification rests on, or a reason why fewer are
  /// enough.
  public static final int POINTS_MIN = 8;

  /// Characters of a reason, where a conclusion needs one.
  public static final int REASON_CHARS_MIN = 15;

  /// The same with sides exchanged.
  Verdict mirrored() {
    return new Verdict(verdictId, examiner, bySupervisor, given.mirrored(), givenAt);
  }

  /// What an examiner hands in.
  public record Given(
      Conclusion conclusion, String note, List<Mark> marks, List<RidgeLine> lines, long activeMs) {
    public Given {
      marks = List.copyOf(marks);
      lines = List.copyOf(lines);
      note = note.strip();
    }

    /// The same with sides exchanged.
    Given mirrored() {
      return new Given(
          conclusion,
          note,
          marks.stream().map(Mark::mirrored).toList(),
          lines.stream().map(RidgeLine::mirrored).toList(),
          activeMs);
    }

    /// How many marked features agree.
    public int agreeing() {
      return (int) marks.stream().filter(Mark::agrees).count();
    }

    /// How many marked features differ.
    public int differing() {
      return marks.size() - agreeing();
    }
  }
}
