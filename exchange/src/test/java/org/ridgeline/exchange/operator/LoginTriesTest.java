package org.ridgeline.exchange.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.ExchangeSchema;
import org.ridgeline.exchange.Limits;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.LedgerSchema;

class LoginTriesTest {
  private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

  private static TestDatabase database;
  private static OperatorStore operators;
  private static LoginTries tries;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    ExchangeSchema.migrate(database.of().exchange());
    operators = new OperatorStore(database.of().exchange(), 0);
    tries = new LoginTries(database.of().exchange());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static String hired(String name) {
    operators.add(name, "hash", Duty.of(Role.OFFICER), NOW);
    return name;
  }

  /// A place of its own for each test: failures of all names add up there.
  private static String home(String name) {
    return "home of " + name;
  }

  /// How many of so many tries in a row were looked at.
  private static int lookedAt(String name, String place, int many, Instant at) {
    int looked = 0;
    for (int i = 0; i < many; i++) {
      looked += tries.mayTry(name, place, at) ? 1 : 0;
    }
    return looked;
  }

  @Test
  void waitsDoubleUpToTheWindow() {
    assertThat(LoginTries.wait(4, 5)).isEqualTo(Duration.ZERO);
    assertThat(LoginTries.wait(5, 5)).isEqualTo(Limits.LOGIN_WAIT_FIRST);
    assertThat(LoginTries.wait(6, 5)).isEqualTo(Limits.LOGIN_WAIT_FIRST.multipliedBy(2));
    assertThat(LoginTries.wait(11, 5)).isEqualTo(Limits.LOGIN_FAILURES_WITHIN);
    assertThat(LoginTries.wait(Integer.MAX_VALUE, 5)).isEqualTo(Limits.LOGIN_FAILURES_WITHIN);
  }

  @Test
  void aTryThatWaitsDoesNotMakeTheWaitLonger() {
    String name = hired("waits");
    assertThat(lookedAt(name, home(name), 50, NOW)).isEqualTo(Limits.LOGIN_FAILURES_MAX);
    Instant after = NOW.plus(Limits.LOGIN_WAIT_FIRST).plusSeconds(1);
    assertThat(tries.mayTry(name, home(name), after)).isTrue();
    assertThat(tries.mayTry(name, home(name), after)).isFalse();
  }

  @Test
  void howeverManyPlacesTheWrongOnesComeFromKnownPlacesDoNotWait() {
    String name = hired("known");
    assertThat(tries.mayTry(name, home(name), NOW)).isTrue();
    tries.succeeded(name, home(name), NOW);
    int looked = 0;
    for (int i = 0; i < 200; i++) {
      looked += lookedAt(name, "198.51.100." + i, 1, NOW);
    }
    assertThat(looked)
        .as("of all strangers together")
        .isEqualTo(Limits.LOGIN_FAILURES_ELSEWHERE_MAX);
    assertThat(tries.mayTry(name, home(name), NOW)).isTrue();
  }

  @Test
  void aPlaceThatTriesManyNamesWaits() {
    int looked = 0;
    for (int i = 0; i < 200; i++) {
      looked += lookedAt("nobody" + i, "203.0.113.5", 1, NOW);
    }
    assertThat(looked).isEqualTo(Limits.LOGIN_FAILURES_ELSEWHERE_MAX);
  }

  @Test
  void aNameThatIsNobodysWaitsLikeOthers() {
    assertThat(lookedAt("no.such.name", "203.0.113.6", 50, NOW))
        .isEqualTo(Limits.LOGIN_FAILURES_MAX);
  }

  @Test
  void triesAtTheSameTimeDoNotOutrunTheCount() throws InterruptedException {
    String name = hired("hurried");
    AtomicInteger looked = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(
          Thread.ofVirtual().start(() -> looked.addAndGet(lookedAt(name, home(name), 5, NOW))));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(looked.get()).isEqualTo(Limits.LOGIN_FAILURES_MAX);
  }

  @Test
  void afterAQuarterOfAnHourNothingIsLeft() {
    String name = hired("forgiven");
    lookedAt(name, home(name), 5, NOW);
    Instant later =
        NOW.plus(Limits.LOGIN_WAIT_FIRST).plus(Limits.LOGIN_FAILURES_WITHIN).plusSeconds(1);
    assertThat(lookedAt(name, home(name), 50, later)).isEqualTo(Limits.LOGIN_FAILURES_MAX);
  }

  @Test
  void whoTriesWheneverTheyMayHasFewTriesAnHour() {
    String name = hired("patient");
    int looked = 0;
    for (int second = 0; second < 4 * 3600; second += 5) {
      looked += tries.mayTry(name, home(name), NOW.plusSeconds(second)) ? 1 : 0;
    }
    assertThat(looked).isBetween(5, 30);
  }

  @Test
  void aReleaseLetsGoAtOnce() {
    String name = hired("released");
    lookedAt(name, home(name), 5, NOW);
    assertThat(tries.held(NOW)).contains(name);
    operators.release(name, "test");
    assertThat(tries.held(NOW)).doesNotContain(name);
    assertThat(tries.mayTry(name, home(name), NOW)).isTrue();
  }
}
