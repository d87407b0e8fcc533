package org.ridgeline.exchange.operator;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who may try a password now. Wrong ones hold up the next try longer and longer, by name *and*
/// place, so that a stranger's tries hold up nobody who comes from where they have been before.
///
/// A place is a [org.ridgeline.vocabulary.NetworkPlace]'s text. From a place where the name has
/// logged in only its own failures there count. From elsewhere those of the name at all such places
/// together count too, and those of the place with all names: many addresses, or many names, help
/// little.
public final class LoginTries {
  /// Where signatures are confirmed: whoever signs has logged in already.
  public static final String SESSION = "session";

  private static final String ALL = "*";

  private final JdbcClient jdbc;
  private final Trail trail;

  public LoginTries(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    trail = new Trail(dataSource);
  }

  private record Counted(String name, String place, int free) {}

  /// Counts a try before its password is looked at, so that tries made at the same time cannot
  /// outrun the count; false where it must wait, and then it does not count.
  public boolean mayTry(String name, String place, Instant now) {
    return trail.together(() -> {
      forget(now);
      List<Counted> all = counted(name, place);
      if (all.stream().anyMatch(one -> isHeld(one, now))) {
        return false;
      }
      all.forEach(one -> count(one, now));
      return true;
    });
  }

  /// Notes that the password was right: the place is one of the name's from now on.
  public void succeeded(String name, String place, Instant now) {
    trail.together(() -> {
      List<Counted> all = counted(name, place);
      all.forEach(one -> takeBack(one, now));
      jdbc.sql("delete from login_failure where name = ? and place = ?")
          .params(name, place)
          .update();
      jdbc.sql(
              """
              insert into login_place (name, place, last_login_at) values (?, ?, ?)
              on conflict (name, place) do update set last_login_at = excluded.last_login_at
              """)
          .params(name, place, Timestamp.from(now))
          .update();
    });
  }

  /// Lets somebody try again at once, from everywhere, in the caller's transaction: what holds them
  /// up and a lock both go. False where there is nobody of that name.
  boolean release(String name) {
    jdbc.sql("delete from login_failure where name = ?").param(name).update();
    return jdbc.sql(
                """
                update operator set failures = 0, first_failure_at = null, locked_at = null
                where name = ? and removed_at is null
                """)
            .param(name)
            .update()
        == 1;
  }

  /// Names that are held up at some place.
  public List<String> held(Instant now) {
    return jdbc.sql("select distinct name from login_failure where held_until > ? and name <> '*'")
        .param(Timestamp.from(now))
        .query(String.class)
        .list();
  }

  private List<Counted> counted(String name, String place) {
    List<Counted> all = new ArrayList<>();
    all.add(new Counted(name, place, Limits.LOGIN_FAILURES_MAX));
    if (!place.equals(SESSION) && !isKnown(name, place)) {
      all.add(new Counted(name, ALL, Limits.LOGIN_FAILURES_ELSEWHERE_MAX));
      all.add(new Counted(ALL, place, Limits.LOGIN_FAILURES_ELSEWHERE_MAX));
    }
    return all;
  }

  private boolean isKnown(String name, String place) {
    return jdbc.sql("select exists (select from login_place where name = ? and place = ?)")
        .params(name, place)
        .query(Boolean.class)
        .single();
  }

  /// Locks the count until the transaction ends.
  private boolean isHeld(Counted one, Instant now) {
    jdbc.sql(
            """
            insert into login_failure (name, place, failures, held_until, last_at)
            values (?, ?, 0, ?, ?) on conflict do nothing
            """)
        .params(one.name(), one.place(), Timestamp.from(now), Timestamp.from(now))
        .update();
    return jdbc.sql(
            """
            select held_until > ? from login_failure where name = ? and place = ? for update
            """)
        .params(Timestamp.from(now), one.name(), one.place())
        .query(Boolean.class)
        .single();
  }

  private void count(Counted one, Instant now) {
    int failures =
        jdbc.sql(
                """
                update login_failure set failures = failures + 1, last_at = ?
                where name = ? and place = ? returning failures
                """)
            .params(Timestamp.from(now), one.name(), one.place())
            .query(Integer.class)
            .single();
    jdbc.sql("update login_failure set held_until = ? where name = ? and place = ?")
        .params(Timestamp.from(now.plus(wait(failures, one.free()))), one.name(), one.place())
        .update();
  }

  private void takeBack(Counted one, Instant now) {
    jdbc.sql(
            """
            update login_failure set failures = greatest(failures - 1, 0), held_until = ?
            where name = ? and place = ?
            """)
        .params(Timestamp.from(now), one.name(), one.place())
        .update();
  }

  /// How long the next try waits after so many failures, the first `free` of which cost nothing.
  static Duration wait(int failures, int free) {
    if (failures < free) {
      return Duration.ZERO;
    }
    Duration wait = Limits.LOGIN_WAIT_FIRST.multipliedBy(1L << Math.min(failures - free, 20));
    return wait.compareTo(Limits.LOGIN_FAILURES_WITHIN) > 0 ? Limits.LOGIN_FAILURES_WITHIN : wait;
  }

  /// The window begins when the wait is over: else the longest wait would be the last one.
  private void forget(Instant now) {
    // Not those that another try holds: it would wait for us in turn.
    jdbc.sql(
            """
            delete from login_failure where ctid = any (array(
              select ctid from login_failure where greatest(last_at, held_until) < ?
              for update skip locked))
            """)
        .params(Timestamp.from(now.minus(Limits.LOGIN_FAILURES_WITHIN)))
        .update();
  }
}
