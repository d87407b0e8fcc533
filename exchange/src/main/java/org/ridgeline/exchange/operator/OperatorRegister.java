package org.ridgeline.exchange.operator;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.exchange.RefusedAct.Why;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.AccessReason;
import org.ridgeline.exchange.agency.Token;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.RecordBook;
import org.ridgeline.ledger.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What becomes of an operator: each act is in the ledger with who and from where, or nothing
/// happens. Every act that takes something away ends their sessions and what links they made.
/// - **Error** not allowed: RefusedAct
public final class OperatorRegister {
  private final JdbcClient jdbc;
  private final OperatorSessions sessions;
  private final LoginTries loginTries;
  private final RecordBook book;
  private final Trail trail;

  public OperatorRegister(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    sessions = new OperatorSessions(dataSource);
    loginTries = new LoginTries(dataSource);
    book = new RecordBook(dataSource);
    trail = new Trail(dataSource);
  }

  /// Gives somebody another role; only another administrator can.
  public void changeRole(String name, Duty duty, Administrator by) {
    trail.together(() -> {
      Duty before = held(name);
      if (before.equals(duty)) {
        return;
      }
      checkTaking(name, by);
      jdbc.sql("update operator set role = ?, scope = ? where name = ?")
          .params(duty.role().name(), duty.scope(), name)
          .update();
      book.keep(OperatorStore.DUTY, name);
      sessions.end(name);
      trail.administrator(
          by,
          Known.OPERATOR_CHANGE_ROLE,
          subject(name),
          Map.of("role", said(before) + " > " + said(duty)));
    });
  }

  private static String said(Duty duty) {
    return duty.scope().isEmpty() ? duty.role().name() : duty.role() + " " + duty.scope();
  }

  /// Ends somebody's access at once; only another administrator can.
  public void disable(String name, String reason, Administrator by) {
    String why = AccessReason.checked(reason);
    trail.together(() -> {
      held(name);
      checkTaking(name, by);
      if (set(name, "disabled_at = now() where disabled_at is null")) {
        sessions.end(name);
        trail.administrator(by, Known.OPERATOR_DISABLE, subject(name), Map.of("reason", why));
      }
    });
  }

  /// Gives somebody disabled their access again.
  public void enable(String name, Administrator by) {
    trail.together(() -> {
      held(name);
      if (set(name, "disabled_at = null where disabled_at is not null")) {
        trail.administrator(by, Known.OPERATOR_ENABLE, subject(name), Map.of());
      }
    });
  }

  /// Sets the moment at which somebody's access ends by itself; none where empty.
  /// - **Limit** [Limits#ACCESS_LIFE_MAX]
  public void expire(String name, Optional<Instant> end, Administrator by) {
    Instant now = Instant.now();
    if (end.filter(at -> at.isBefore(now) || at.isAfter(now.plus(Limits.ACCESS_LIFE_MAX)))
        .isPresent()) {
      throw new RefusedAct(Why.OPERATOR_EXPIRY, end.get());
    }
    trail.together(() -> {
      held(name);
      if (end.isPresent()) {
        checkTaking(name, by);
      }
      jdbc.sql("update operator set expires_at = ? where name = ?")
          .params(end.map(Timestamp::from).orElse(null), name)
          .update();
      trail.administrator(
          by,
          Known.OPERATOR_EXPIRE,
          subject(name),
          Map.of("end", end.map(Instant::toString).orElse("none")));
    });
  }

  /// Takes somebody out for good; only another administrator can. The name stays taken, since the
  /// ledger and cases speak of it; the password's hash is gone.
  public void remove(String name, String reason, Administrator by) {
    String why = AccessReason.checked(reason);
    trail.together(() -> {
      held(name);
      checkTaking(name, by);
      sessions.end(name);
      set(name, "removed_at = now(), password_hash = '' where removed_at is null");
      trail.administrator(by, Known.OPERATOR_REMOVE, subject(name), Map.of("reason", why));
    });
  }

  private boolean set(String name, String what) {
    return jdbc.sql("update operator set " + what + " and name = ?").param(name).update() == 1;
  }

  /// Makes a link by which somebody sets another password, once, and gives its token, kept nowhere
  /// else. Until it is used the old password holds.
  public String reset(String name, Administrator by, Instant now) {
    String token = Token.make();
    trail.together(() -> {
      Duty duty = held(name);
      jdbc.sql("delete from setup_link where resets = ?").param(name).update();
      jdbc.sql(
              """
              insert into setup_link (token_sha256, role, scope, made_by, expires_at, resets)
              values (?, ?, ?, (select name from operator where name = ?), ?, ?)
              """)
          .params(
              Token.sha256(token),
              duty.role().name(),
              duty.scope(),
              by.name(),
              Timestamp.from(now.plus(Limits.SETUP_LINK_LIFE)),
              name)
          .update();
      trail.administrator(by, Known.OPERATOR_RESET, subject(name), Map.of());
    });
    return token;
  }

  /// Whose password a link sets; empty where it is unknown, used, void or too old.
  public Optional<String> resets(String token, Instant now) {
    return jdbc.sql(
            """
            select resets from setup_link l
            where token_sha256 = :token and expires_at > :now and resets is not null
              and (made_by is null or exists (select from operator o where o.name = l.made_by
                and o.locked_at is null and o.disabled_at is null and o.removed_at is null
                and (o.expires_at is null or o.expires_at > :now)))
            """)
        .param("token", Token.sha256(token))
        .param("now", Timestamp.from(now))
        .query(String.class)
        .optional();
  }

  /// Uses such a link up; a locked operator may try again. Empty where the link is dead.
  public Optional<String> resetPassword(String token, String passwordHash, String from) {
    return trail.together(() -> {
      Optional<String> name = resets(token, Instant.now());
      name.ifPresent(known -> {
        held(known);
        // Whoever used it first has deleted it.
        int used =
            jdbc.sql("delete from setup_link where token_sha256 = ?")
                .param(Token.sha256(token))
                .update();
        if (used == 1) {
          loginTries.release(known);
          replacePassword(known, passwordHash, from, "link");
        }
      });
      return name.filter(known -> hashOf(known).equals(passwordHash));
    });
  }

  private String hashOf(String name) {
    return jdbc.sql("select password_hash from operator where name = ?")
        .param(name)
        .query(String.class)
        .single();
  }

  /// Gives an operator the password they chose, having given the old one; their other sessions end.
  /// - **Unit** the epoch in which they go on
  public int changePassword(String name, String passwordHash, String from) {
    return trail.together(() -> {
      held(name);
      replacePassword(name, passwordHash, from, "own");
      return jdbc.sql("select epoch from operator where name = ?")
          .param(name)
          .query(Integer.class)
          .single();
    });
  }

  private void replacePassword(String name, String passwordHash, String from, String how) {
    jdbc.sql("update operator set password_hash = ? where name = ?")
        .params(passwordHash, name)
        .update();
    sessions.end(name);
    trail.caller(
        name, "OPERATOR", Known.OPERATOR_PASSWORD, subject(name), Map.of("from", from, "by", how));
  }

  /// The last administrator with access stays, and nobody takes from themself.
  private void checkTaking(String name, Administrator by) {
    List<String> administrators =
        jdbc.sql(
                """
                select name from operator
                where role = 'ADMINISTRATOR' and disabled_at is null and removed_at is null
                  and (expires_at is null or name = ?)
                order by name
                """)
            .param(name)
            .query(String.class)
            .list();
    if (administrators.equals(List.of(name))) {
      throw new RefusedAct(Why.LAST_ADMINISTRATOR, name);
    }
    if (by.is(name)) {
      throw new RefusedAct(Why.OWN_ACCOUNT, name);
    }
  }

  /// What they are there for, held until the transaction ends. One act at a time: two who disable
  /// one another must see each other.
  private Duty held(String name) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('exchange.operator'))")
        .query((_, _) -> true)
        .single();
    return jdbc.sql(
            "select role, scope from operator where name = ? and removed_at is null for update")
        .param(name)
        .query((row, _) -> new Duty(Role.valueOf(row.getString(1)), row.getString(2)))
        .optional()
        .orElseThrow(() -> new RefusedAct(Why.NO_SUCH_OPERATOR, name));
  }

  private static Subject subject(String name) {
    return Subject.Kind.OPERATOR.of(name);
  }
}
