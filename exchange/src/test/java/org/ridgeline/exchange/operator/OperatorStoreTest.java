package org.ridgeline.exchange.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.exchange.ExchangeRoom.NOW;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.operator.OperatorStore.Admission;
import org.springframework.dao.DuplicateKeyException;

class OperatorStoreTest {
  private static final Duty EXAMINER = Duty.of(Role.EXAMINER);

  private ExchangeRoom room;
  private OperatorStore store;

  @BeforeEach
  void open() {
    room = new ExchangeRoom();
    store = new OperatorStore(room.source());
  }

  @Test
  void anOperatorIsKeptWithRoleAndScope() {
    assertThat(store.isEmpty()).isTrue();
    Duty desk = new Duty(Role.BOOKING_AGENCY, ExchangeRoom.ORI);
    store.add("zoe", "hash", desk, NOW);
    store.add("ann", "hash", EXAMINER, NOW);
    assertThat(store.isEmpty()).isFalse();
    assertThat(store.all()).extracting(Operator::name).containsExactly("ann", "zoe");
    assertThat(store.byName("zoe").orElseThrow().duty()).isEqualTo(desk);
    assertThat(store.byName("nobody")).isEmpty();
    assertThatThrownBy(() -> store.add("ann", "other", EXAMINER, NOW))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(store.byName("ann").orElseThrow().passwordHash()).isEqualTo("hash");
  }

  private boolean wrong(String name, int second) {
    boolean tried = store.tries(name, NOW.plusSeconds(second));
    store.failed(name, NOW.plusSeconds(second));
    return tried;
  }

  @Test
  void theLastFailureAllowedLocksUntilSomebodyReleases() {
    store.add("ann", "hash", EXAMINER, NOW);
    for (int i = 0; i < Limits.LOGIN_FAILURES_MAX; i++) {
      assertThat(store.byName("ann").orElseThrow().lockedAt()).as("after " + i).isEmpty();
      assertThat(wrong("ann", i)).isTrue();
    }
    assertThat(store.byName("ann").orElseThrow().lockedAt()).isPresent();
    assertThat(store.tries("ann", NOW.plusSeconds(99))).isFalse();
    assertThat(store.release("ann", "admin")).isTrue();
    assertThat(store.tries("ann", NOW.plusSeconds(100))).isTrue();
    assertThat(room.actions("operator:ann"))
        .containsExactly("operator.admit", "operator.lock", "operator.release");
    assertThat(store.release("nobody", "admin")).isFalse();
  }

  @Test
  void failuresCountForAWhileAndALogInTakesThemBack() {
    store.add("ann", "hash", EXAMINER, NOW);
    int late = (int) Limits.LOGIN_FAILURES_WITHIN.toSeconds() + 10;
    for (int i = 0; i < Limits.LOGIN_FAILURES_MAX - 1; i++) {
      wrong("ann", i);
    }
    assertThat(wrong("ann", late)).as("the count has begun anew").isTrue();
    assertThat(store.byName("ann").orElseThrow().lockedAt()).isEmpty();
    store.loggedIn("ann", NOW);
    assertThat(store.byName("ann").orElseThrow().lastLoginAt()).contains(NOW);
    for (int i = 0; i < Limits.LOGIN_FAILURES_MAX - 1; i++) {
      wrong("ann", late + i);
    }
    assertThat(store.byName("ann").orElseThrow().lockedAt()).isEmpty();
  }

  @Test
  void triesAtTheSameMomentDoNotOutrunTheCount() throws Exception {
    store.add("ann", "hash", EXAMINER, NOW);
    for (int i = 0; i < Limits.LOGIN_FAILURES_MAX - 1; i++) {
      assertThat(store.tries("ann", NOW)).isTrue();
    }
    assertThat(ExchangeRoom.atOnce(() -> store.tries("ann", NOW)))
        .containsExactlyInAnyOrder(true, false);
    assertThat(store.tries("nobody", NOW)).isFalse();
  }

  @Test
  void anotherPasswordLetsALockedOneIn() {
    store.add("ann", "hash", EXAMINER, NOW);
    for (int i = 0; i < Limits.LOGIN_FAILURES_MAX; i++) {
      wrong("ann", i);
    }
    assertThat(store.replacePassword("ann", "new", "admin")).isTrue();
    assertThat(store.byName("ann").orElseThrow().passwordHash()).isEqualTo("new");
    assertThat(store.byName("ann").orElseThrow().lockedAt()).isEmpty();
    assertThat(store.replacePassword("nobody", "new", "admin")).isFalse();
  }

  @Test
  void aLinkMakesOneOperator() {
    String link = store.invite(EXAMINER, Optional.empty(), NOW);
    assertThat(store.invited(link, NOW)).contains(EXAMINER);
    assertThat(store.admit(link, "ann", "hash", NOW)).isEqualTo(Admission.ADMITTED);
    assertThat(store.byName("ann").orElseThrow().duty()).isEqualTo(EXAMINER);
    assertThat(store.admit(link, "bob", "hash", NOW)).isEqualTo(Admission.LINK_DEAD);
    assertThat(store.invited(link, NOW)).isEmpty();
    assertThat(store.byName("bob")).isEmpty();
  }

  @Test
  void aLinkWhoseNameIsTakenStillWorks() {
    store.add("ann", "hash", EXAMINER, NOW);
    String link = store.invite(EXAMINER, Optional.of("ann"), NOW);
    assertThat(store.admit(link, "ann", "x", NOW)).isEqualTo(Admission.NAME_TAKEN);
    assertThat(store.admit(link, "bob", "x", NOW)).isEqualTo(Admission.ADMITTED);
  }

  @Test
  void aLinkEndsAndTheFirstRunsReplacesItsLike() {
    String link = store.invite(EXAMINER, Optional.empty(), NOW);
    assertThat(store.invited(link, NOW.plus(Limits.SETUP_LINK_LIFE))).isEmpty();
    assertThat(store.admit(link, "ann", "x", NOW.plus(Limits.SETUP_LINK_LIFE)))
        .isEqualTo(Admission.LINK_DEAD);
    String later = store.invite(EXAMINER, Optional.empty(), NOW);
    assertThat(store.invited(link, NOW)).isEmpty();
    assertThat(store.invited(later, NOW)).isPresent();
  }

  @Test
  void twoWhoUseOneLinkAtOnceAreOne() throws Exception {
    String link = store.invite(EXAMINER, Optional.empty(), NOW);
    var names = List.of("ann", "bob").iterator();
    List<Admission> came =
        ExchangeRoom.atOnce(() -> {
          String name;
          synchronized (names) {
            name = names.next();
          }
          return store.admit(link, name, "hash", NOW);
        });
    assertThat(came).containsExactlyInAnyOrder(Admission.ADMITTED, Admission.LINK_DEAD);
    assertThat(store.all()).hasSize(1);
  }
}
