package org.ridgeline.casework.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ridgeline.casework.desk.Actor;

/// A planted pair cannot be told from a real one by when it comes or how long its answers take:
/// both open in one moment, and the database is asked the same for both, word for word. The
/// settlement of a real one goes on in its case, which is left out here.
class BlindPathTest {
  private static final int ROUNDS = 10;

  private static VerificationRoom world;

  @BeforeAll
  static void start() {
    world = new VerificationRoom(0.5);
  }

  @AfterEach
  void clear() {
    world.clear();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  /// Two comparisons that wait, one of them planted.
  private static void both() {
    world.known(true);
    world.request();
    assertThat(world.count("PREPARING")).isEqualTo(2);
    world.preparer.prepare();
    assertThat(world.count("OPEN")).isEqualTo(2);
  }

  @Test
  void bothOpenInTheSameMoment() {
    List<Integer> openWhileRead = new ArrayList<>();
    // Often, as it is by lot which of the two comes first.
    for (int i = 0; i < ROUNDS; i++) {
      world.known(true);
      world.request();
      world.prints =
          _ -> {
            openWhileRead.add(world.count("OPEN"));
            return VerificationRoom.fingers();
          };
      world.preparer.prepare();
      assertThat(world.count("OPEN")).isEqualTo(2);
      world.clear();
    }
    assertThat(openWhileRead).hasSize(ROUNDS).containsOnly(0);
  }

  @Test
  void thePlantedOneWaitsWhileTheRealOneIsReadAgain() {
    world.known(false);
    world.request();
    world.prints =
        _ -> {
          throw new IllegalStateException("the repository is away");
        };
    world.preparer.prepare();
    assertThat(world.count("PREPARING")).isEqualTo(2);
    world.prints = _ -> VerificationRoom.fingers();
    world.preparer.prepare();
    assertThat(world.count("OPEN")).isEqualTo(2);
  }

  /// What is said to the database for a real and for a planted comparison, one after the other.
  private static Map<Boolean, List<String>> said(Actor actor, Conclusion conclusion) {
    Map<Boolean, List<String>> said = new HashMap<>();
    for (int i = 0; i < 2; i++) {
      List<UUID> task = new ArrayList<>();
      List<String> taken = world.said(() -> task.add(world.next(actor)));
      boolean isPlanted = world.isPlanted(task.getFirst());
      List<String> all = new ArrayList<>(taken);
      all.addAll(world.said(() -> look(actor, task.getFirst())));
      all.addAll(world.said(() -> world.give(actor, task.getFirst(), conclusion)));
      said.put(isPlanted, all);
    }
    assertThat(said).hasSize(2);
    return said;
  }

  private static void look(Actor actor, UUID task) {
    ExaminerDesk desk = world.examiners;
    assertThat(desk.standing(actor).held()).isPresent();
    for (int place = 0; place < desk.sheet(actor, task).fingers().size(); place++) {
      desk.print(actor, task, place, true);
      desk.print(actor, task, place, false);
    }
  }

  private static void same(Map<Boolean, List<String>> said) {
    assertThat(said.get(true)).hasSizeGreaterThan(15).isEqualTo(said.get(false));
  }

  @Test
  void theDatabaseIsAskedTheSameForBothUntilTwoAgree() {
    both();
    same(said(VerificationRoom.examiner("agree.one"), Conclusion.IDENTIFICATION));
    same(said(VerificationRoom.examiner("agree.two"), Conclusion.IDENTIFICATION));
    assertThat(world.count("OPEN")).isZero();
  }

  @Test
  void theDatabaseIsAskedTheSameForBothUntilASupervisorSettles() {
    both();
    same(said(VerificationRoom.examiner("differ.one"), Conclusion.INCONCLUSIVE));
    same(said(VerificationRoom.examiner("differ.two"), Conclusion.IDENTIFICATION));
    assertThat(world.count("CONFLICT")).isEqualTo(2);
    same(said(VerificationRoom.supervisor("differ.three"), Conclusion.INCONCLUSIVE));
    assertThat(world.count("CONFLICT")).isZero();
  }

  @Test
  void theDatabaseIsAskedTheSameForBothWhenPassedOn() {
    both();
    Map<Boolean, List<String>> said = new HashMap<>();
    Actor actor = VerificationRoom.examiner("passes.on");
    for (int i = 0; i < 2; i++) {
      UUID task = world.next(actor);
      boolean isPlanted = world.isPlanted(task);
      said.put(
          isPlanted,
          world.said(
              () -> world.examiners.skip(actor, task, ExaminerDesk.Skip.SKIPPED, "no time")));
    }
    assertThat(said.get(true)).hasSizeGreaterThan(3).isEqualTo(said.get(false));
  }
}
