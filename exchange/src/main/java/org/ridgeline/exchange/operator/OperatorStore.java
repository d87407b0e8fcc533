package org.ridgeline.exchange.operator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.Token;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of operators and of the links that make them.
public final class OperatorStore {
  private static final String SELECT =
      """
      select name, password_hash, role, scope, locked_at, created_at, last_login_at from operator
      """;

  private final JdbcClient jdbc;
  private final Trail trail;
  private final int lockAfter;

  /// Of operators whom [Limits#LOGIN_FAILURES_MAX] wrong passwords lock.
  public OperatorStore(DataSource dataSource) {
    this(dataSource, Limits.LOGIN_FAILURES_MAX);
  }

  /// - **Shape** `lockAfter`: wrong passwords within [Limits#LOGIN_FAILURES_WITHIN] of which the
  ///   last locks, wherever they came from; 0 for never
  public OperatorStore(DataSource dataSource, int lockAfter) {
    this.lockAfter = lockAfter;
    jdbc = JdbcClient.create(dataSource);
    trail = new Trail(dataSource);
  }

  /// Whether anybody may log in at all.
  public boolean isEmpty() {
    return jdbc.sql("select not exists (select 1 from operator)").query(Boolean.class).single();
  }

  /// One operator.
  public Optional<Operator> byName(String name) {
    return jdbc.sql(SELECT + " where name = ?").param(name).query(OperatorStore::row).optional();
  }

  /// All operators by name.
  public List<Operator> all() {
    return jdbc.sql(SELECT + " order by name").query(OperatorStore::row).list();
  }

  /// Counts a try to log in before its password is looked at, so that tries made at the same time
  /// cannot outrun the count. False where the operator is locked, by this try or before, or
  /// unknown.
  ///
  /// Where failures lock, the last one allowed does ([#failed]); [#loggedIn] takes the count back.
  public boolean tries(String name, Instant now) {
    Optional<Integer> failures =
        jdbc.sql(
                """
                update operator set
                  failures = case when first_failure_at > :since then failures + 1 else 1 end,
                  first_failure_at =
                    case when first_failure_at > :since then first_failure_at else :now end
                where name = :name and locked_at is null returning failures
                """)
            .param("since", Timestamp.from(now.minus(Limits.LOGIN_FAILURES_WITHIN)))
            .param("now", Timestamp.from(now))
            .param("name", name)
            .query(Integer.class)
            .optional();
    return failures.isPresent() && (lockAfter == 0 || failures.get() <= lockAfter);
  }

  /// Notes that a password was wrong: the last failure allowed locks.
  public void failed(String name, Instant now) {
    trail.together(() -> {
      if (lock(name, now) == 1) {
        trail.caller(name, "OPERATOR", Known.OPERATOR_LOCK, subject(name), Map.of());
      }
    });
  }

  private static Subject subject(String name) {
    return Subject.Kind.OPERATOR.of(name);
  }

  private int lock(String name, Instant now) {
    if (lockAfter == 0) {
      return 0;
    }
    return jdbc.sql(
            """
            update operator set locked_at = ?
            where name = ? and locked_at is null and failures >= ?
            """)
        .params(Timestamp.from(now), name, lockAfter)
        .update();
  }

  /// Notes a log-in.
  public void loggedIn(String name, Instant now) {
    trail.together(() -> {
      entered(name, now);
      trail.caller(name, "OPERATOR", Known.OPERATOR_LOGIN, subject(name), Map.of());
    });
  }

  private void entered(String name, Instant now) {
    jdbc.sql(
            """
            update operator set failures = 0, first_failure_at = null, last_login_at = ?
            where name = ?
            """)
        .params(Timestamp.from(now), name)
        .update();
  }

  /// Lets a locked operator try again; false where there is none of that name.
  public boolean release(String name, String by) {
    return trail.together(() -> {
      boolean known = unlock(name);
      if (known) {
        trail.administrator(by, Known.OPERATOR_RELEASE, subject(name), Map.of());
      }
      return known;
    });
  }

  /// Gives an operator another password's hash, and lets a locked one try again; false where there
  /// is none of that name.
  public boolean replacePassword(String name, String passwordHash, String by) {
    return trail.together(() -> {
      boolean known =
          unlock(name)
              && jdbc.sql("update operator set password_hash = ? where name = ?")
                      .params(passwordHash, name)
                      .update()
                  == 1;
      if (known) {
        trail.administrator(by, Known.OPERATOR_PASSWORD, subject(name), Map.of());
      }
      return known;
    });
  }

  private boolean unlock(String name) {
    jdbc.sql("delete from login_failure where name = ?").param(name).update();
    return jdbc.sql(
                """
                update operator set failures = 0, first_failure_at = null, locked_at = null
                where name = ?
                """)
            .param(name)
            .update()
        == 1;
  }

  /// Makes a link that makes an operator, and gives its token, kept nowhere else. `madeBy` is empty
  /// for the first run's link, which replaces all earlier ones of its kind.
  public String invite(Duty duty, Optional<String> madeBy, Instant now) {
    String token = Token.make();
    trail.together(() -> {
      trail.administrator(
          madeBy.orElse("first run"),
          Known.OPERATOR_INVITE,
          Subject.Kind.OPERATOR.of("invited"),
          detail(duty));
      jdbc.sql("delete from setup_link where expires_at <= ? or (made_by is null and ?)")
          .params(Timestamp.from(now), madeBy.isEmpty())
          .update();
      jdbc.sql(
              """
              insert into setup_link (token_sha256, role, scope, made_by, expires_at)
              values (?, ?, ?, ?, ?)
              """)
          .params(
              Token.sha256(token),
              duty.role().name(),
              duty.scope(),
              madeBy.orElse(null),
              Timestamp.from(now.plus(Limits.SETUP_LINK_LIFE)))
          .update();
    });
    return token;
  }

  /// What a link would make its bearer; empty where it is unknown, used or too old.
  public Optional<Duty> invited(String token, Instant now) {
    return jdbc.sql("select role, scope from setup_link where token_sha256 = ? and expires_at > ?")
        .params(Token.sha256(token), Timestamp.from(now))
        .query(OperatorStore::duty)
        .optional();
  }

  /// Uses a link up and makes an operator by it; nothing happens where either cannot be.
  public Admission admit(String token, String name, String passwordHash, Instant now) {
    try {
      return trail.together(() -> {
        Optional<Duty> duty =
            jdbc.sql(
                    """
                    delete from setup_link where token_sha256 = ? and expires_at > ?
                    returning role, scope
                    """)
                .params(Token.sha256(token), Timestamp.from(now))
                .query(OperatorStore::duty)
                .optional();
        if (duty.isEmpty()) {
          return Admission.LINK_DEAD;
        }
        add(name, passwordHash, duty.get(), now);
        return Admission.ADMITTED;
      });
    } catch (DuplicateKeyException e) {
      return Admission.NAME_TAKEN;
    }
  }

  /// Adds an operator without a link: what the demo does for its fictional staff.
  /// - **Error** the name is taken: Spring's DuplicateKeyException
  public void add(String name, String passwordHash, Duty duty, Instant now) {
    trail.together(() -> {
      keep(name, passwordHash, duty, now);
      trail.administrator(name, Known.OPERATOR_ADMIT, subject(name), detail(duty));
    });
  }

  private static Map<String, String> detail(Duty duty) {
    return Map.of("role", duty.role().name(), "scope", duty.scope());
  }

  private void keep(String name, String passwordHash, Duty duty, Instant now) {
    jdbc.sql(
            """
            insert into operator (name, password_hash, role, scope, created_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(name, passwordHash, duty.role().name(), duty.scope(), Timestamp.from(now))
        .update();
  }

  private static Duty duty(ResultSet row, int number) throws SQLException {
    return new Duty(Role.valueOf(row.getString("role")), row.getString("scope"));
  }

  private static Operator row(ResultSet row, int number) throws SQLException {
    return new Operator(
        row.getString("name"),
        row.getString("password_hash"),
        duty(row, number),
        Optional.ofNullable(row.getTimestamp("locked_at")).map(Timestamp::toInstant),
        row.getTimestamp("created_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("last_login_at")).map(Timestamp::toInstant));
  }

  /// What came of using a link.
  public enum Admission {
    ADMITTED,
    LINK_DEAD,
    NAME_TAKEN
  }
}
