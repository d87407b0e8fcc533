package org.ridgeline.exchange.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.exchange.ExchangeRoom.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.exchange.RefusedAct.Why;

/// What becomes of people who may log in.
class OperatorRegisterTest {
  private static final Administrator ANN = new Administrator("ann", "192.0.2.7");
  private static final Duty EXAMINER = Duty.of(Role.EXAMINER);
  private static final Duty ADMINISTRATOR = Duty.of(Role.ADMINISTRATOR);

  private ExchangeRoom room;
  private OperatorRegister register;
  private OperatorStore operators;

  @BeforeEach
  void open() {
    room = new ExchangeRoom();
    register = new OperatorRegister(room.source());
    operators = new OperatorStore(room.source());
    operators.add("ann", "hash", ADMINISTRATOR, NOW);
    operators.add("bob", "hash", EXAMINER, NOW);
  }

  private static void assertRefused(Why why, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(RefusedAct.class, e -> assertThat(e.why()).isEqualTo(why));
  }

  @Test
  void theLastAdministratorStaysAndNobodyTakesFromThemself() {
    Administrator local = Administrator.local();
    assertRefused(Why.LAST_ADMINISTRATOR, () -> register.disable("ann", "left", local));
    assertRefused(Why.LAST_ADMINISTRATOR, () -> register.changeRole("ann", EXAMINER, ANN));
    assertRefused(Why.LAST_ADMINISTRATOR, () -> register.remove("ann", "left", local));
    operators.add("zoe", "hash", ADMINISTRATOR, NOW);
    assertRefused(Why.OWN_ACCOUNT, () -> register.changeRole("ann", EXAMINER, ANN));
    register.disable("zoe", "left", ANN);
    assertRefused(Why.LAST_ADMINISTRATOR, () -> register.disable("ann", "left", local));
    register.enable("zoe", ANN);
    register.expire("zoe", Optional.of(Instant.now().plus(Duration.ofDays(1))), ANN);
    assertRefused(Why.LAST_ADMINISTRATOR, () -> register.disable("ann", "left", local));
    register.expire("zoe", Optional.empty(), ANN);
    register.disable("ann", "left", local);
    assertThat(operators.entitled("ann", NOW)).isEmpty();
  }

  @Test
  void twoWhoDisableOneAnotherAtOnceLeaveOne() throws Exception {
    operators.add("zoe", "hash", ADMINISTRATOR, NOW);
    var names = List.of("ann", "zoe").iterator();
    ExchangeRoom.atOnce(() -> {
      String name;
      synchronized (names) {
        name = names.next();
      }
      try {
        register.disable(name, "left", Administrator.local());
        return true;
      } catch (RefusedAct e) {
        return false;
      }
    });
    assertThat(operators.all())
        .filteredOn(o -> o.duty().equals(ADMINISTRATOR) && o.mayEnter(NOW))
        .hasSize(1);
  }

  @Test
  void theLinksOfWhoeverLosesAccessAreVoid() {
    operators.add("zoe", "hash", ADMINISTRATOR, NOW);
    Administrator zoe = new Administrator("zoe", "192.0.2.8");
    Duty officer = Duty.of(Role.OFFICER);
    List<Runnable> losses =
        List.of(
            () -> register.disable("zoe", "left", ANN),
            () -> register.changeRole("zoe", officer, ANN),
            () -> register.changePassword("zoe", "other", "192.0.2.8"),
            () -> operators.replacePassword("zoe", "third", "ann"),
            this::lockZoe);
    for (Runnable loss : losses) {
      String link = operators.invite(ADMINISTRATOR, zoe, NOW);
      String reset = register.reset("bob", zoe, NOW);
      int epoch = operators.byName("zoe").orElseThrow().standing().epoch();
      loss.run();
      assertThat(operators.byName("zoe").orElseThrow().standing().epoch()).isGreaterThan(epoch);
      register.enable("zoe", ANN);
      register.changeRole("zoe", ADMINISTRATOR, ANN);
      operators.release("zoe", ANN);
      assertThat(operators.invited(link, NOW)).as("for good").isEmpty();
      assertThat(register.resets(reset, NOW)).isEmpty();
    }
    String link = operators.invite(ADMINISTRATOR, zoe, NOW);
    register.remove("zoe", "left", ANN);
    assertThat(operators.admit(link, "eve", "hash", NOW))
        .isEqualTo(OperatorStore.Admission.LINK_DEAD);
  }

  @Test
  void whoExpiresHasNoAccessAndTheirLinksNeither() {
    operators.add("zoe", "hash", ADMINISTRATOR, NOW);
    String link = operators.invite(EXAMINER, new Administrator("zoe", "192.0.2.8"), NOW);
    register.expire("zoe", Optional.of(Instant.now().plus(Duration.ofDays(1))), ANN);
    Instant later = Instant.now().plus(Duration.ofDays(2));
    assertThat(operators.entitled("zoe", Instant.now())).isPresent();
    assertThat(operators.entitled("zoe", later)).isEmpty();
    room.rows().sql("update setup_link set expires_at = now() + interval '9 days'").update();
    assertThat(operators.invited(link, Instant.now())).isPresent();
    assertThat(operators.invited(link, later)).isEmpty();
  }

  @Test
  void aResetLinkSetsAPasswordOnceAndMakesNobody() {
    Instant now = Instant.now();
    String first = register.reset("bob", ANN, now);
    String link = register.reset("bob", ANN, now);
    assertThat(register.resets(first, now)).as("the later one replaces it").isEmpty();
    assertThat(operators.invited(link, now)).isEmpty();
    assertThat(operators.admit(link, "eve", "hash", now))
        .isEqualTo(OperatorStore.Admission.LINK_DEAD);
    assertThat(operators.byName("bob").orElseThrow().passwordHash()).isEqualTo("hash");
    assertThat(register.resetPassword(link, "other", "192.0.2.9")).contains("bob");
    assertThat(operators.byName("bob").orElseThrow().passwordHash()).isEqualTo("other");
    assertThat(register.resetPassword(link, "third", "192.0.2.9")).isEmpty();
    String invitation = operators.invite(EXAMINER, ANN, now);
    assertThat(register.resets(invitation, now)).isEmpty();
  }

  @Test
  void whoSetsAnotherPasswordByALinkIsHeldUpNowhere() {
    LoginTries tries = new LoginTries(room.source());
    Instant now = Instant.now();
    for (int i = 0; i < Limits.LOGIN_FAILURES_MAX; i++) {
      tries.mayTry("bob", "192.0.2.66", now);
    }
    assertThat(tries.mayTry("bob", "192.0.2.66", now)).isFalse();
    register.resetPassword(register.reset("bob", ANN, now), "other", "192.0.2.9");
    assertThat(tries.mayTry("bob", "192.0.2.66", now)).isTrue();
  }

  @Test
  void aRemovedOperatorIsGoneAndTheNameStaysTaken() {
    register.remove("bob", "left", ANN);
    assertThat(operators.byName("bob")).isEmpty();
    assertThat(operators.all()).extracting(o -> o.name()).doesNotContain("bob");
    assertThat(operators.release("bob", ANN)).isFalse();
    String link = operators.invite(EXAMINER, ANN, NOW);
    assertThat(operators.admit(link, "bob", "hash", NOW))
        .isEqualTo(OperatorStore.Admission.NAME_TAKEN);
  }

  private void lockZoe() {
    for (int i = 0; i < Limits.LOGIN_FAILURES_MAX; i++) {
      operators.tries("zoe", NOW);
      operators.failed("zoe", NOW);
    }
  }
}
