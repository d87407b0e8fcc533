package org.ridgeline.exchange.operator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.Token;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.RecordBook;
import org.ridgeline.ledger.RecordKind;
import org.ridgeline.ledger.Subject;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of operators and of the links that make them.
public final class OperatorStore {
  /// Whoever writes role or scope keeps it on record.
  static final RecordKind DUTY =
      RecordKind.of("exchange.operator", "operator", "name").lasting("role", "scope").changing();

  /// What the ledger holds digests of.
  public static final List<RecordKind> RECORDS = List.of(DUTY);

  private static final String SELECT =
      """
      select name, password_hash, role, scope, locked_at, created_at, last_login_at, disabled_at,
        expires_at, epoch
      from operator where removed_at is null
      """;

  /// Whether whoever made a link has access still.
  private static final String MAKER_STANDS =
      """
      (made_by is null or exists (select from operator o where o.name = made_by
        and o.locked_at is null and o.disabled_at is null and o.removed_at is null
        and (o.expires_at is null or o.expires_at > :now)))
      """;

  private final JdbcClient jdbc;
  private final Trail trail;
  private final OperatorSessions sessions;
  private final LoginTries loginTries;
  private final RecordBook book;
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
    sessions = new OperatorSessions(dataSource);
    loginTries = new LoginTries(dataSource);
    trail = new Trail(dataSource);
    book = new RecordBook(dataSource);
  }

  /// Whether anybody may log in at all.
  public boolean isEmpty() {
    return jdbc.sql("select not exists (select 1 from operator)").query(Boolean.class).single();
  }

  /// One operator.
  public Optional<Operator> byName(String name) {
    return jdbc.sql(SELECT + " and name = ?").param(name).query(OperatorStore::row).optional();
  }

  /// One operator, where they may log in and go on where they have.
  public Optional<Operator> entitled(String name, Instant now) {
    return byName(name).filter(operator -> operator.mayEnter(now));
  }

  /// All operators by name, those who have no access now among them.
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
        sessions.end(name);
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

  /// Notes a log-in, or that somebody gave their password again.
  public void loggedIn(String name, Instant now) {
    loggedIn(name, now, Map.of());
  }

  /// Notes a log-in, with what the ledger keeps of it.
  public void loggedIn(String name, Instant now, Map<String, String> detail) {
    trail.together(() -> {
      entered(name, now);
      trail.caller(name, "OPERATOR", Known.OPERATOR_LOGIN, subject(name), detail);
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
    return release(name, new Administrator(by, Administrator.local().from()));
  }

  /// The same by somebody from somewhere.
  public boolean release(String name, Administrator by) {
    return trail.together(() -> {
      boolean known = loginTries.release(name);
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
          loginTries.release(name)
              && jdbc.sql("update operator set password_hash = ? where name = ?")
                      .params(passwordHash, name)
                      .update()
                  == 1;
      if (known) {
        sessions.end(name);
        trail.administrator(by, Known.OPERATOR_PASSWORD, subject(name), Map.of());
      }
      return known;
    });
  }

  /// Makes a link that makes an operator, and gives its token, kept nowhere else. `madeBy` is empty
  /// for the first run's link, which replaces all earlier ones of its kind.
  public String invite(Duty duty, Optional<String> madeBy, Instant now) {
    boolean isFirst = madeBy.isEmpty();
    Administrator by = new Administrator(madeBy.orElse("first run"), Administrator.local().from());
    return invite(duty, by, isFirst, now);
  }

  /// Makes a link that makes an operator, and gives its token, kept nowhere else. It is void once
  /// whoever made it has no access any more.
  public String invite(Duty duty, Administrator by, Instant now) {
    return invite(duty, by, false, now);
  }

  private String invite(Duty duty, Administrator by, boolean isFirst, Instant now) {
    String token = Token.make();
    trail.together(() -> {
      trail.administrator(
          by, Known.OPERATOR_INVITE, Subject.Kind.OPERATOR.of("invited"), detail(duty));
      jdbc.sql("delete from setup_link where expires_at <= ? or (made_by is null and ?)")
          .params(Timestamp.from(now), isFirst)
          .update();
      jdbc.sql(
              """
              insert into setup_link (token_sha256, role, scope, made_by, expires_at)
              values (?, ?, ?, (select name from operator where name = ?), ?)
              """)
          .params(
              Token.sha256(token),
              duty.role().name(),
              duty.scope(),
              by.name(),
              Timestamp.from(now.plus(Limits.SETUP_LINK_LIFE)))
          .update();
    });
    return token;
  }

  /// What a link would make its bearer; empty where it is unknown, used, void or too old.
  public Optional<Duty> invited(String token, Instant now) {
    return jdbc.sql(
            "select role, scope from setup_link where token_sha256 = :token and expires_at > :now"
                + " and resets is null and "
                + MAKER_STANDS)
        .param("token", Token.sha256(token))
        .param("now", Timestamp.from(now))
        .query(OperatorStore::duty)
        .optional();
  }

  /// Uses a link up and makes an operator by it; nothing happens where either cannot be.
  public Admission admit(String token, String name, String passwordHash, Instant now) {
    return admit(token, name, passwordHash, now, Administrator.local().from());
  }

  /// The same by somebody who came from an address.
  public Admission admit(String token, String name, String passwordHash, Instant now, String from) {
    try {
      return trail.together(() -> {
        Optional<Duty> duty =
            jdbc.sql(
                    "delete from setup_link where token_sha256 = :token and expires_at > :now"
                        + " and resets is null and "
                        + MAKER_STANDS
                        + " returning role, scope")
                .param("token", Token.sha256(token))
                .param("now", Timestamp.from(now))
                .query(OperatorStore::duty)
                .optional();
        if (duty.isEmpty()) {
          return Admission.LINK_DEAD;
        }
        add(name, passwordHash, duty.get(), now, from);
        return Admission.ADMITTED;
      });
    } catch (DuplicateKeyException e) {
      return Admission.NAME_TAKEN;
    }
  }

  /// Adds an operator without a link: what the demo does for its fictional staff.
  /// - **Error** the name is taken: Spring's DuplicateKeyException
  public void add(String name, String passwordHash, Duty duty, Instant now) {
    add(name, passwordHash, duty, now, Administrator.local().from());
  }

  private void add(String name, String passwordHash, Duty duty, Instant now, String from) {
    trail.together(() -> {
      keep(name, passwordHash, duty, now);
      trail.administrator(
          new Administrator(name, from), Known.OPERATOR_ADMIT, subject(name), detail(duty));
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
    book.keep(DUTY, name);
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
        Optional.ofNullable(row.getTimestamp("last_login_at")).map(Timestamp::toInstant),
        new Operator.Standing(
            Optional.ofNullable(row.getTimestamp("disabled_at")).map(Timestamp::toInstant),
            Optional.ofNullable(row.getTimestamp("expires_at")).map(Timestamp::toInstant),
            row.getInt("epoch")));
  }

  /// What came of using a link.
  public enum Admission {
    ADMITTED,
    LINK_DEAD,
    NAME_TAKEN
  }
}
