package org.ridgeline.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.vocabulary.event.Event;

class FollowerTest {
  private TwoRooms rooms;
  private Outbox outbox;
  private final Set<String> poison = new HashSet<>();
  private final List<String> tried = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() {
    rooms = new TwoRooms();
    outbox = new Outbox(rooms.writer);
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  /// Notes what it is given in a table of the following room, and breaks after it on poison.
  private final class Noting implements Consumer {
    @Override
    public String name() {
      return "noting";
    }

    @Override
    public Set<Event.Kind> kinds() {
      return Set.of(Event.Kind.SUBMISSION_ACCEPTED);
    }

    @Override
    public void apply(Recorded fact) {
      String control = ((Event.SubmissionAccepted) fact.event()).control();
      tried.add(control);
      rooms.followed.sql("insert into effect values (?)").param(control).update();
      if (poison.contains(control)) {
        throw new IllegalStateException("planned " + control);
      }
    }
  }

  private Follower follower() {
    return new Follower(outbox, new Places(rooms.follower), new Noting());
  }

  private void write(String... controls) {
    for (String control : controls) {
      outbox.append(new Event.SubmissionAccepted(control));
    }
  }

  private List<String> effects() {
    return rooms.followed.sql("select control from effect").query(String.class).list();
  }

  private int count(String sql) {
    return rooms.followed.sql(sql).query(Integer.class).single();
  }

  private void due() {
    rooms.followed.sql("update consumer_place set due_at = now()").update();
    rooms.followed.sql("update consumer_aside set due_at = now()").update();
  }

  @Test
  void appliesEachOnceInOrder() {
    write("R1", "R2");
    outbox.append(new Event.Searched("R1", "criminal", "HIT"));
    Follower follower = follower();
    assertThat(follower.follow()).isEqualTo(2);
    assertThat(follower.follow()).isZero();
    write("R3");
    assertThat(follower().follow()).isEqualTo(1);
    assertThat(effects()).containsExactly("R1", "R2", "R3");
  }

  @Test
  void whatIsOfNoConcernIsPassed() {
    outbox.append(new Event.Searched("R1", "criminal", "HIT"));
    assertThat(follower().follow()).isZero();
    assertThat(count("select place from consumer_place")).isEqualTo(1);
  }

  @Test
  void moreThanOneReadIsFollowedToTheEnd() {
    rooms.writing.executeWithoutResult(_ -> {
      for (int i = 0; i <= Limits.READ_MAX; i++) {
        write("R" + i);
      }
    });
    assertThat(follower().follow()).isEqualTo(Limits.READ_MAX + 1);
    assertThat(follower().follow()).isZero();
  }

  @Test
  void twoFollowersApplyOnceTogether() throws Exception {
    write("R1", "R2", "R3", "R4", "R5");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> one = threads.submit(() -> follower().follow());
      Future<Integer> other = threads.submit(() -> follower().follow());
      assertThat(one.get() + other.get()).isEqualTo(5);
    }
    assertThat(effects()).containsExactlyInAnyOrder("R1", "R2", "R3", "R4", "R5");
  }

  @Test
  void poisonLeavesNothingAndWaitsInsteadOfSpinning() {
    write("R1", "bad", "R3");
    poison.add("bad");
    Follower follower = follower();
    assertThat(follower.follow()).isEqualTo(1);
    assertThat(follower.follow()).isZero();
    assertThat(follower.follow()).isZero();
    assertThat(tried).containsExactly("R1", "bad");
    assertThat(effects()).containsExactly("R1");
    assertThat(count("select attempts from consumer_place")).isEqualTo(1);
    assertThat(
            rooms
                .followed
                .sql("select last_error from consumer_place")
                .query(String.class)
                .single())
        .isEqualTo("planned bad");
  }

  @Test
  void poisonIsSetAsideAfterItsTriesAndAppliedOnceItCanBe() {
    write("bad", "R2");
    poison.add("bad");
    Follower follower = follower();
    for (int i = 1; i < Limits.TRIES_MAX; i++) {
      assertThat(follower.follow()).isZero();
      assertThat(count("select count(*) from consumer_aside")).isZero();
      due();
    }
    follower.follow();
    assertThat(count("select count(*) from consumer_aside")).isEqualTo(1);
    follower.follow();
    assertThat(effects()).containsExactly("R2");
    due();
    assertThat(follower.follow()).isZero();
    assertThat(count("select attempts from consumer_aside")).isEqualTo(Limits.TRIES_MAX + 1);
    poison.clear();
    due();
    assertThat(follower.follow()).isEqualTo(1);
    assertThat(follower.follow()).isZero();
    assertThat(effects()).containsExactly("R2", "bad");
    assertThat(count("select count(*) from consumer_aside")).isZero();
  }
}
