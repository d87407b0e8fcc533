package org.ridgeline.exchange.agency;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.exchange.RefusedAct.Why;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What becomes of a reviewing office: each act is in the ledger with who and from where, or
/// nothing happens.
/// - **Error** not allowed: RefusedAct
public final class OfficeRegister {
  private static final int NAME_CHARS_MAX = 200;

  private final JdbcClient jdbc;
  private final AccessTokens tokens;
  private final Trail trail;

  public OfficeRegister(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    tokens = new AccessTokens(dataSource);
    trail = new Trail(dataSource);
  }

  /// An office's name and the states ("CA") or counties ("06067") it covers.
  public record Entry(String name, List<String> areas) {
    public Entry {
      name = name.strip();
      areas = areas.stream().distinct().sorted().toList();
      if (name.isEmpty()
          || name.length() > NAME_CHARS_MAX
          || areas.isEmpty()
          || !areas.stream().allMatch(area -> area.matches("[A-Z]{2}|[0-9]{5}"))) {
        throw new RefusedAct(Why.OFFICE_ENTRY);
      }
    }
  }

  /// Adds an office and gives its token, shown this once. Leads that had no office and lie in its
  /// area become its own. One that is there is not touched.
  public String add(Entry entry, TokenLife life, Administrator by) {
    UUID id = UUID.randomUUID();
    try {
      return trail.together(() -> {
        jdbc.sql("insert into office (office_id, name) values (?, ?)")
            .params(id, entry.name())
            .update();
        cover(id, entry.areas());
        Map<String, String> detail = new TreeMap<>(life.detail());
        detail.putAll(values(entry));
        trail.administrator(by, Known.OFFICE_ADD, subject(id), detail);
        return tokens.add(id, life);
      });
    } catch (DuplicateKeyException e) {
      throw new RefusedAct(Why.OFFICE_EXISTS, entry.name());
    }
  }

  private void cover(UUID id, List<String> areas) {
    for (String area : areas) {
      jdbc.sql("insert into office_coverage values (?, ?) on conflict do nothing")
          .params(id, area)
          .update();
      jdbc.sql(
              """
              update uncovered_lead set office_id = :id where fips = :area or state = :area
              """)
          .param("id", id)
          .param("area", area)
          .update();
    }
  }

  private static Map<String, String> values(Entry entry) {
    return Map.of("name", entry.name(), "areas", String.join(",", entry.areas()));
  }

  /// Gives an office another name or other areas; leads that are its own stay.
  public void change(String name, Entry entry, Administrator by) {
    try {
      trail.together(() -> {
        UUID id = held(name);
        Map<String, String> was = values(new Entry(name, areas(id)));
        Map<String, String> changed = new TreeMap<>();
        values(entry)
            .forEach((key, value) -> {
              if (!value.equals(was.get(key))) {
                changed.put(key, was.get(key) + " > " + value);
              }
            });
        if (changed.isEmpty()) {
          return;
        }
        jdbc.sql("update office set name = ? where office_id = ?")
            .params(entry.name(), id)
            .update();
        jdbc.sql("delete from office_coverage where office_id = ?").param(id).update();
        cover(id, entry.areas());
        trail.administrator(by, Known.OFFICE_CHANGE, subject(id), changed);
      });
    } catch (DuplicateKeyException e) {
      throw new RefusedAct(Why.OFFICE_EXISTS, entry.name());
    }
  }

  private List<String> areas(UUID id) {
    return jdbc.sql("select area from office_coverage where office_id = ? order by area")
        .param(id)
        .query(String.class)
        .list();
  }

  /// Ends an office's access at once; its leads stay and wait.
  public void disable(String name, String reason, Administrator by) {
    String why = AccessReason.checked(reason);
    trail.together(() -> {
      UUID id = held(name);
      if (set(id, "disabled_at = now() where disabled_at is null")) {
        trail.administrator(by, Known.OFFICE_DISABLE, subject(id), Map.of("reason", why));
      }
    });
  }

  /// Gives a disabled office its access again.
  public void enable(String name, Administrator by) {
    trail.together(() -> {
      UUID id = held(name);
      if (set(id, "disabled_at = null where disabled_at is not null")) {
        trail.administrator(by, Known.OFFICE_ENABLE, subject(id), Map.of());
      }
    });
  }

  private boolean set(UUID id, String what) {
    return jdbc.sql("update office set " + what + " and office_id = ?").param(id).update() == 1;
  }

  /// Gives an office another token, shown this once.
  public String rotateToken(String name, TokenLife life, Administrator by) {
    return trail.together(() -> {
      UUID id = held(name);
      trail.administrator(by, Known.OFFICE_ROTATE_TOKEN, subject(id), life.detail());
      return tokens.add(id, life);
    });
  }

  /// Ends all tokens of an office at once, for one that is in wrong hands.
  public void endTokens(String name, String reason, Administrator by) {
    String why = AccessReason.checked(reason);
    trail.together(() -> {
      UUID id = held(name);
      tokens.end(id);
      trail.administrator(by, Known.OFFICE_END_TOKENS, subject(id), Map.of("reason", why));
    });
  }

  /// Takes out an office that no lead belongs to.
  public void remove(String name, String reason, Administrator by) {
    String why = AccessReason.checked(reason);
    try {
      trail.together(() -> {
        UUID id = held(name);
        jdbc.sql("delete from office_coverage where office_id = ?").param(id).update();
        jdbc.sql("delete from office where office_id = ?").param(id).update();
        trail.administrator(
            by, Known.OFFICE_REMOVE, subject(id), Map.of("name", name, "reason", why));
      });
    } catch (DataIntegrityViolationException e) {
      throw new RefusedAct(Why.OFFICE_IN_USE, name);
    }
  }

  private UUID held(String name) {
    return jdbc.sql("select office_id from office where name = ? for update")
        .param(name)
        .query(UUID.class)
        .optional()
        .orElseThrow(() -> new RefusedAct(Why.NO_SUCH_OFFICE, name));
  }

  private static Subject subject(UUID id) {
    return Subject.Kind.OFFICE.of(id);
  }
}
