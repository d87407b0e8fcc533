package org.ridgeline.exchange.agency;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.exchange.RefusedAct.Why;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Ori;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What becomes of an agency: each act is in the ledger with who and from where, or nothing
/// happens.
/// - **Error** not allowed: RefusedAct
public final class AgencyRegister {
  private final JdbcClient jdbc;
  private final AccessTokens tokens;
  private final Trail trail;

  public AgencyRegister(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    tokens = new AccessTokens(dataSource);
    trail = new Trail(dataSource);
  }

  /// Adds an agency and gives its token, shown this once. One that is there is not touched.
  public String add(Agency agency, TokenLife life, Administrator by) {
    checkCallback(agency);
    try {
      return trail.together(() -> {
        insert(agency);
        Map<String, String> detail = new TreeMap<>(values(agency));
        detail.putAll(life.detail());
        trail.administrator(by, Known.AGENCY_ADD, subject(agency.ori()), detail);
        return tokens.add(agency.ori().value(), life);
      });
    } catch (DuplicateKeyException e) {
      throw new RefusedAct(Why.AGENCY_EXISTS, agency.ori().value());
    }
  }

  private void insert(Agency agency) {
    jdbc.sql(
            """
            insert into agency (name, state, fips, county, second_answer, channel, callback_url,
              ori)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(columns(agency))
        .update();
    jdbc.sql("insert into agency_service (agency_ori, service) values (?, ?)")
        .params(agency.ori().value(), Service.BOOKING.key())
        .update();
  }

  private static List<Object> columns(Agency agency) {
    List<Object> columns = new ArrayList<>();
    columns.addAll(
        List.of(
            agency.name(),
            agency.state(),
            agency.fips(),
            agency.county(),
            agency.secondAnswer(),
            agency.channel().name()));
    columns.add(agency.callback().map(URI::toString).orElse(null));
    columns.add(agency.ori().value());
    return columns;
  }

  /// Changes name, place or way of answers; open answers follow the way.
  public void change(Agency agency, Administrator by) {
    checkCallback(agency);
    trail.together(() -> {
      Agency before = AgencyRow.held(jdbc, agency.ori());
      Map<String, String> changed = changed(before, agency);
      if (changed.isEmpty()) {
        return;
      }
      checkMove(before, agency);
      jdbc.sql(
              """
              update agency set name = ?, state = ?, fips = ?, county = ?, second_answer = ?,
                channel = ?, callback_url = ? where ori = ?
              """)
          .params(columns(agency))
          .update();
      if (before.channel() != agency.channel()) {
        follow(agency);
      }
      trail.administrator(by, Known.AGENCY_CHANGE, subject(agency.ori()), changed);
    });
  }

  /// An active agency does not move to where the second search was ended, or not begun.
  private void checkMove(Agency before, Agency after) {
    if (!before.fips().equals(after.fips())) {
      jdbc.sql(
              """
              select max(effective_from) from activation
              where ori = ? and effective_to is null
              """)
          .param(after.ori().value())
          .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
          .single()
          .ifPresent(from -> new JurisdictionGate(jdbc).check(after.fips(), from));
    }
  }

  private void follow(Agency agency) {
    jdbc.sql("update open_delivery set channel = ?, due_at = now() where agency_ori = ?")
        .params(agency.channel().name(), agency.ori().value())
        .update();
  }

  private static Map<String, String> changed(Agency before, Agency after) {
    Map<String, String> was = values(before);
    Map<String, String> is = values(after);
    Set<String> keys = new TreeSet<>(was.keySet());
    keys.addAll(is.keySet());
    Map<String, String> changed = new TreeMap<>();
    for (String key : keys) {
      String old = was.getOrDefault(key, "");
      if (!old.equals(is.getOrDefault(key, ""))) {
        changed.put(key, old + " > " + is.getOrDefault(key, ""));
      }
    }
    return changed;
  }

  private static Map<String, String> values(Agency agency) {
    Map<String, String> values = new TreeMap<>();
    values.put("name", agency.name());
    values.put("state", agency.state());
    values.put("fips", agency.fips());
    values.put("county", agency.county());
    values.put("second-answer", String.valueOf(agency.secondAnswer()));
    values.put("channel", agency.channel().name());
    agency.callback().ifPresent(url -> values.put("callback", shown(url)));
    return values;
  }

  /// Without user, password and query: the ledger keeps no secrets.
  private static String shown(URI url) {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return url.getScheme() + "://" + url.getHost() + port + url.getRawPath();
  }

  /// Ends an agency's access at once: its tokens are refused, its folder is not read, its answers
  /// wait. Nothing happens where it is disabled.
  public void disable(Ori ori, String reason, Administrator by) {
    String why = AccessReason.checked(reason);
    trail.together(() -> {
      AgencyRow.held(jdbc, ori);
      if (set(ori, "disabled_at = now() where disabled_at is null")) {
        trail.administrator(by, Known.AGENCY_DISABLE, subject(ori), Map.of("reason", why));
      }
    });
  }

  /// Gives a disabled agency its access again: its tokens that have not ended hold, what waited for
  /// it goes out.
  public void enable(Ori ori, Administrator by) {
    trail.together(() -> {
      AgencyRow.held(jdbc, ori);
      if (set(ori, "disabled_at = null where disabled_at is not null")) {
        trail.administrator(by, Known.AGENCY_ENABLE, subject(ori), Map.of());
      }
    });
  }

  private boolean set(Ori ori, String what) {
    return jdbc.sql("update agency set " + what + " and ori = ?").param(ori.value()).update() == 1;
  }

  /// Gives an agency another token, shown this once.
  public String rotateToken(Ori ori, TokenLife life, Administrator by) {
    return trail.together(() -> {
      AgencyRow.held(jdbc, ori);
      trail.administrator(by, Known.AGENCY_ROTATE_TOKEN, subject(ori), life.detail());
      return tokens.add(ori.value(), life);
    });
  }

  /// Ends all tokens of an agency at once, for one that is in wrong hands.
  public void endTokens(Ori ori, String reason, Administrator by) {
    String why = AccessReason.checked(reason);
    trail.together(() -> {
      AgencyRow.held(jdbc, ori);
      tokens.end(ori.value());
      trail.administrator(by, Known.AGENCY_END_TOKENS, subject(ori), Map.of("reason", why));
    });
  }

  /// Takes out an agency that nothing hangs on: one that was added by mistake.
  public void remove(Ori ori, String reason, Administrator by) {
    String why = AccessReason.checked(reason);
    try {
      trail.together(() -> {
        AgencyRow.held(jdbc, ori);
        boolean isUsed =
            jdbc.sql("select exists (select from agency_user where ori = ?)")
                .param(ori.value())
                .query(Boolean.class)
                .single();
        if (isUsed) {
          throw new RefusedAct(Why.AGENCY_IN_USE, ori.value());
        }
        jdbc.sql("delete from agency_sends_as where agency_ori = ?").param(ori.value()).update();
        jdbc.sql("delete from agency where ori = ?").param(ori.value()).update();
        trail.administrator(by, Known.AGENCY_REMOVE, subject(ori), Map.of("reason", why));
      });
    } catch (DataIntegrityViolationException e) {
      throw new RefusedAct(Why.AGENCY_IN_USE, ori.value());
    }
  }

  private static void checkCallback(Agency agency) {
    agency
        .callback()
        .filter(url -> !isHttp(url))
        .ifPresent(url -> {
          throw new RefusedAct(Why.AGENCY_CALLBACK, url);
        });
  }

  private static boolean isHttp(URI url) {
    return Set.of("http", "https").contains(String.valueOf(url.getScheme()))
        && Optional.ofNullable(url.getHost()).isPresent();
  }

  private static Subject subject(Ori ori) {
    return Subject.Kind.AGENCY.of(ori.value());
  }
}
