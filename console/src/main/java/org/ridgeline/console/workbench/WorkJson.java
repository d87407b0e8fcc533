package org.ridgeline.console.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.verification.Conclusion;
import org.ridgeline.casework.verification.Limits;
import org.ridgeline.casework.verification.Mark;
import org.ridgeline.casework.verification.PrintSource;
import org.ridgeline.casework.verification.RidgeLine;
import org.ridgeline.casework.verification.Verdict;
import org.ridgeline.casework.verification.VerdictRule;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Minutia;

/// What the workbench and the server tell each other, as JSON: all that a browser learns of a
/// comparison.
public final class WorkJson {
  private static final double DEGREES_PER_UNIT = 360.0 / 65_536;
  private static final long MS_PER_SECOND = 1000;
  private static final long SECONDS_MAX = 86_400;

  private WorkJson() {}

  /// A task; its fingers in the order of the strip.
  record Work(String task, int ppi, Rule rule, List<FingerPrints> fingers) {}

  /// What a verdict must rest on and what it may hold, so that the page asks for the same.
  public record Rule(
      int pointsMin, int reasonCharsMin, int noteCharsMax, int marksMax, int ridgesMax) {
    static final Rule CURRENT =
        new Rule(
            Verdict.POINTS_MIN,
            Verdict.REASON_CHARS_MIN,
            Limits.NOTE_CHARS_MAX,
            Limits.MARKS_MAX,
            Limits.RIDGES_MAX);
  }

  /// A finger's prints.
  record FingerPrints(int number, String label, Side left, Side right) {
    static FingerPrints of(int fgp, Side left, Side right) {
      String label = FingerPosition.ofFgp(fgp).orElseThrow().label();
      return new FingerPrints(
          fgp, Character.toUpperCase(label.charAt(0)) + label.substring(1), left, right);
    }
  }

  /// A print.
  record Side(int widthPx, int heightPx, String image, List<Feature> minutiae) {
    static Side of(PrintSource.Print print, String image) {
      return new Side(
          print.template().widthPx(),
          print.template().heightPx(),
          image,
          print.template().minutiae().stream().map(Feature::of).toList());
    }
  }

  /// A minutia.
  /// - **Unit** degrees counter-clockwise from the right
  record Feature(int x, int y, long degrees, String kind) {
    static Feature of(Minutia minutia) {
      String kind =
          switch (minutia) {
            case Minutia.RidgeEnding _ -> "ending";
            case Minutia.Bifurcation _ -> "bifurcation";
          };
      long clockwise = Math.round(minutia.direction() * DEGREES_PER_UNIT);
      return new Feature(minutia.x(), minutia.y(), (720 - clockwise) % 360, kind);
    }
  }

  /// Points that agree, or `differs`, in both prints of a finger.
  record Pointed(
      int finger,
      double leftX,
      double leftY,
      double rightX,
      double rightY,
      Mark.Kind kind,
      Optional<Boolean> differs) {
    /// - **Error** no kind: NullPointerException, a body that cannot be read
    Pointed {
      Objects.requireNonNull(kind, "kind");
    }
  }

  /// Ridges counted between two of a finger's marks, by their numbers.
  record Counted(int finger, String side, int from, int to, int count) {
    /// - **Error** no side: NullPointerException, a body that cannot be read
    Counted {
      Objects.requireNonNull(side, "side");
    }
  }

  /// A verdict as it comes.
  public record Sent(
      Conclusion conclusion,
      Optional<String> note,
      long seconds,
      Optional<List<Pointed>> marks,
      Optional<List<Counted>> ridgeCounts) {
    /// - **Error** no conclusion, or a list with a gap: NullPointerException, a body that cannot be
    ///   read
    public Sent {
      Objects.requireNonNull(conclusion, "conclusion");
      marks = marks.map(List::copyOf);
      ridgeCounts = ridgeCounts.map(List::copyOf);
    }

    /// The verdict; left is first.
    public Verdict.Given given() {
      List<Counted> counts = ridgeCounts.orElse(List.of());
      VerdictRule.counts(marks.map(List::size).orElse(0), counts.size());
      List<Mark> points = points();
      return new Verdict.Given(
          conclusion,
          note.orElse(""),
          points,
          counts.stream().map(count -> line(count, points)).toList(),
          Math.clamp(seconds, 0, SECONDS_MAX) * MS_PER_SECOND);
    }

    private List<Mark> points() {
      List<Mark> points = new ArrayList<>();
      int[] numbers = new int[FingerPosition.values().length + 1];
      for (Pointed point : marks.orElse(List.of())) {
        int number = ++numbers[Math.clamp(point.finger(), 0, numbers.length - 1)];
        points.add(mark(point, number));
      }
      return points;
    }

    private static Mark mark(Pointed point, int number) {
      try {
        return new Mark(
            point.finger(),
            number,
            point.kind(),
            !point.differs().orElse(false),
            new Mark.Spot(point.leftX(), point.leftY()),
            new Mark.Spot(point.rightX(), point.rightY()));
      } catch (IllegalArgumentException e) {
        throw new RefusedStep(ConsoleRefusal.MARK_OUTSIDE, number, point.finger());
      }
    }

    private static RidgeLine line(Counted count, List<Mark> points) {
      if (count.count() < 0 || count.count() > Limits.RIDGES_MAX) {
        throw new RefusedStep(
            ConsoleRefusal.RIDGE_COUNT_LIMIT, count.finger(), count.count(), Limits.RIDGES_MAX);
      }
      boolean isLeft = count.side().equals("left");
      return new RidgeLine(
          count.finger(),
          isLeft,
          spot(count.finger(), count.from(), points, isLeft),
          spot(count.finger(), count.to(), points, isLeft),
          count.count());
    }

    private static Mark.Spot spot(int fgp, int number, List<Mark> points, boolean isLeft) {
      Mark mark =
          points.stream()
              .filter(point -> point.fgp() == fgp && point.number() == number)
              .findFirst()
              .orElseThrow(
                  () -> new RefusedStep(ConsoleRefusal.RIDGE_COUNT_ENDS_NOWHERE, fgp, number));
      return isLeft ? mark.first() : mark.second();
    }
  }

  /// Where to go then.
  record Next(String next) {}
}
