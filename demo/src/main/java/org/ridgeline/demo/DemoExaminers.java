package org.ridgeline.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.verification.Conclusion;
import org.ridgeline.casework.verification.ExaminerDesk;
import org.ridgeline.casework.verification.Mark;
import org.ridgeline.casework.verification.TaskSheet;
import org.ridgeline.casework.verification.Verdict;
import org.ridgeline.demo.DemoDoor.Person;
import org.ridgeline.exchange.operator.Role;

/// The demo's simulated examiners. They work through the desk that people work through and get what
/// people get, two prints of each finger; what they say rests on those alone ([DemoSight]).
///
/// One is careful, one is quick to call a card with foreign prints on it another person's, so that
/// they differ at times. They leave [#LEFT] comparisons to visitors.
final class DemoExaminers {
  /// Comparisons that always wait for a visitor, once so many have come.
  static final int LEFT = 3;

  private static final String PURPOSE = "demo: a simulated examiner compares";
  private static final int MARKS = 12;
  private static final int APART_PX = 12;

  /// How sure somebody has to be.
  /// - **Shape** fingers: `agreeMin` that agree, and none that differs, for one person; `differMin`
  ///   that differ, and no more than `agreeMax` that agree, for two
  private record Temper(int agreeMin, int differMin, int agreeMax) {
    static final Temper CAREFUL = new Temper(5, 4, 4);
    static final Temper QUICK = new Temper(4, 3, 6);

    Conclusion conclusion(long agree, long differ) {
      if (agree >= agreeMin && agree >= 4 * differ) {
        return Conclusion.IDENTIFICATION;
      }
      return differ >= differMin && agree <= agreeMax
          ? Conclusion.EXCLUSION
          : Conclusion.INCONCLUSIVE;
    }
  }

  private record Examiner(Actor actor, Temper temper) {}

  private final ExaminerDesk desk;
  private final List<Examiner> examiners;
  private final Actor visitor;

  DemoExaminers(ExaminerDesk desk, DemoStaff staff) {
    this.desk = desk;
    List<Person> people = staff.colleagues(Role.EXAMINER);
    examiners =
        List.of(
            new Examiner(DemoStaff.acting(people.getFirst(), PURPOSE), Temper.CAREFUL),
            new Examiner(DemoStaff.acting(people.getLast(), PURPOSE), Temper.QUICK));
    visitor = staff.visitor(Role.EXAMINER);
  }

  /// Has them compare in turns until only what is left to visitors waits.
  void work() {
    boolean gave = true;
    while (gave) {
      gave = false;
      for (Examiner one : examiners) {
        gave |= desk.standing(visitor).waiting() > LEFT && compare(one);
      }
    }
  }

  private boolean compare(Examiner one) {
    if (!desk.standing(one.actor()).off().isEmpty()) {
      return false;
    }
    Optional<TaskSheet> sheet = desk.next(one.actor());
    sheet.ifPresent(task -> give(one, task));
    return sheet.isPresent();
  }

  private void give(Examiner one, TaskSheet task) {
    long start = System.nanoTime();
    Map<Integer, DemoSight> seen = new TreeMap<>();
    for (int place = 0; place < task.fingers().size(); place++) {
      var left = desk.print(one.actor(), task.taskId(), place, true).template();
      var right = desk.print(one.actor(), task.taskId(), place, false).template();
      seen.put(task.fingers().get(place), DemoSight.of(left, right));
    }
    long agree = seen.values().stream().filter(DemoSight::agrees).count();
    long differ = seen.values().stream().filter(DemoSight::differs).count();
    Conclusion conclusion = one.temper().conclusion(agree, differ);
    String note =
        "Simulated examiner: of %d fingers %d agree and %d differ."
            .formatted(seen.size(), agree, differ);
    long tookMs = (System.nanoTime() - start) / 1_000_000;
    desk.give(
        one.actor(),
        task.taskId(),
        new Verdict.Given(conclusion, note, marks(conclusion, seen), List.of(), tookMs));
  }

  /// What the conclusion rests on: agreeing features of the best finger, or differences.
  private static List<Mark> marks(Conclusion conclusion, Map<Integer, DemoSight> seen) {
    return switch (conclusion) {
      case IDENTIFICATION ->
          seen.entrySet().stream()
              .max(Comparator.comparingInt(entry -> entry.getValue().met().size()))
              .map(entry -> agreeing(entry.getKey(), entry.getValue()))
              .orElse(List.of());
      case EXCLUSION -> differing(seen);
      case INCONCLUSIVE -> List.of();
    };
  }

  /// Some of the features that meet, spread over the print.
  private static List<Mark> agreeing(int fgp, DemoSight sight) {
    List<Mark> marks = new ArrayList<>();
    for (DemoSight.Met met : sight.met()) {
      boolean isApart =
          marks.stream()
              .allMatch(m ->
                  Math.hypot(m.first().x() - met.left().x(), m.first().y() - met.left().y())
                      > APART_PX);
      if (isApart && marks.size() < MARKS) {
        marks.add(
            new Mark(fgp, marks.size() + 1, kind(met.isEnding()), true, met.left(), met.right()));
      }
    }
    return marks;
  }

  private static List<Mark> differing(Map<Integer, DemoSight> seen) {
    List<Mark> marks = new ArrayList<>();
    seen.forEach((fgp, sight) ->
        sight
            .lone()
            .filter(_ -> sight.differs())
            .ifPresent(lone ->
                marks.add(
                    new Mark(fgp, 1, kind(lone.isEnding()), false, lone.left(), lone.right()))));
    return marks;
  }

  private static Mark.Kind kind(boolean isEnding) {
    return isEnding ? Mark.Kind.ENDING : Mark.Kind.BIFURCATION;
  }
}
