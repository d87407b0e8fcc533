package org.ridgeline.casework.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.Role;

/// Who may see what the machine says of a pair, and that nobody compares prints who has.
class SeenScoresTest {
  private static final Actor SUPERVISOR = VerificationRoom.supervisor("sue");
  private static final Actor ADMINISTRATOR =
      new Actor("adam", Duty.of(Role.ADMINISTRATOR), "a fault");

  private static VerificationRoom world;

  @BeforeAll
  static void start() {
    world = new VerificationRoom(0);
  }

  @AfterEach
  void clear() {
    world.clear();
  }

  @AfterAll
  static void stop() {
    world.close();
  }

  private static Pair pair() {
    return new Pair("R" + UUID.randomUUID().toString().substring(0, 13), UUID.randomUUID());
  }

  private static void asked(Pair pair) {
    world.desk.request(UUID.randomUUID(), pair);
    world.preparer.prepare();
  }

  private static void says(String name, Conclusion conclusion) {
    Actor examiner = VerificationRoom.examiner(name);
    world.give(examiner, world.next(examiner), conclusion);
  }

  private static void withheld(Pair pair) {
    assertThat(world.scores.isSettled(pair)).isFalse();
    assertThatThrownBy(() -> world.scores.show(SUPERVISOR, pair))
        .isInstanceOf(RefusedStep.class)
        .hasMessageContaining("People have not said yet");
  }

  @Test
  void aSupervisorSeesNoScoreWhileAPairIsUnsettled() {
    Pair pair = pair();
    withheld(pair);
    world.desk.request(UUID.randomUUID(), pair);
    withheld(pair);
    world.preparer.prepare();
    withheld(pair);
    says("one", Conclusion.IDENTIFICATION);
    withheld(pair);
    says("two", Conclusion.EXCLUSION);
    withheld(pair);
    world.give(SUPERVISOR, world.next(SUPERVISOR), Conclusion.INCONCLUSIVE);
    assertThat(world.scores.isSettled(pair)).isTrue();
    world.scores.show(SUPERVISOR, pair);
    asked(pair);
    withheld(pair);
  }

  @Test
  void whoHasSeenAScoreIsNeverGivenThePair() {
    Pair pair = pair();
    asked(pair);
    world.scores.show(ADMINISTRATOR, pair);
    Actor later = VerificationRoom.examiner(ADMINISTRATOR.name());
    assertThat(world.examiners.next(later)).isEmpty();
    assertThat(world.examiners.standing(later).waiting()).isZero();
    says("three", Conclusion.IDENTIFICATION);
    says("four", Conclusion.IDENTIFICATION);
    Actor knowing = VerificationRoom.supervisor("knowing");
    world.scores.show(knowing, pair);
    world.scores.show(knowing, pair);
    asked(pair);
    says("five", Conclusion.IDENTIFICATION);
    says("six", Conclusion.EXCLUSION);
    assertThat(world.count("CONFLICT")).isEqualTo(1);
    assertThat(world.examiners.next(knowing)).isEmpty();
    assertThat(world.examiners.next(VerificationRoom.supervisor("blind"))).isPresent();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ADMINISTRATOR", "SUPERVISOR"})
  void everyOtherRoleStaysBlind(Role role) {
    String scope =
        switch (role.scope()) {
          case NONE -> "";
          case ORI -> "CA0340000";
          case STATE -> "CA";
        };
    Actor other = new Actor("other", new Duty(role, scope), "test");
    assertThatThrownBy(() -> world.scores.show(other, pair()))
        .isInstanceOf(RefusedStep.class)
        .hasMessageContaining("How a score came about is for");
  }
}
