package org.ridgeline.exchange;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;

/// What doors refused, for the ledger: the first of a party at once, what it tries within the next
/// minute as one entry with a count, and strangers beyond a number together. A flood fills nothing.
/// - **Limit** [Limits#REFUSED_PARTIES_MAX] strangers and [Limits#REFUSED_WHATS_MAX] calls of each
///   known caller in [Limits#REFUSED_WITHIN], two entries each
public final class Denials implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Denials.class.getName());
  private static final String PURPOSE = "access";
  private static final String NOBODY = "PUBLIC";
  private static final int PATH_CHARS_MAX = 200;

  private final Trail trail;
  private final Clock clock;
  private final Map<Party, Count> counts = new LinkedHashMap<>();

  public Denials(DataSource dataSource, Clock clock) {
    trail = new Trail(dataSource);
    this.clock = clock;
  }

  /// Whom a door refused.
  /// - **Shape** `name`: a log-in's, an agency's ORI, an office's; `role` as in the ledger
  public record Caller(String name, String role, String from) {
    /// Somebody whom nothing is known of.
    public static Caller unknown(String from) {
      return new Caller("unknown", NOBODY, from);
    }
  }

  /// Who was refused what.
  private record Party(Action action, Subject subject, Caller caller, String what) {
    boolean isStrangers() {
      return caller.role().equals(NOBODY);
    }

    Party other() {
      return new Party(action, subject, caller, "more");
    }
  }

  private record Count(Instant since, int unwritten) {}

  private record Entry(Party party, int count) {}

  /// Somebody was not let in. A name that nobody has is not kept: it can be a password.
  public void login(Optional<String> name, String from) {
    Subject subject = Subject.Kind.OPERATOR.of(name.orElse("unknown"));
    note(new Party(Known.OPERATOR_LOGIN_FAIL, subject, Caller.unknown(from), "log-in"));
  }

  /// Somebody was refused what is not theirs.
  /// - **Shape** `door`: `console` or `api`; `what`: the address without its query, or why
  public void access(String door, Caller caller, String what) {
    String shown = what.length() > PATH_CHARS_MAX ? what.substring(0, PATH_CHARS_MAX) : what;
    note(new Party(Known.ACCESS_DENY, Subject.Kind.DOOR.of(door), caller, shown));
  }

  private void note(Party party) {
    List<Entry> due = new ArrayList<>();
    synchronized (counts) {
      due.addAll(takeDue());
      Party known = counted(party);
      Count before = counts.get(known);
      if (before == null) {
        counts.put(known, new Count(clock.instant(), 0));
        due.add(new Entry(known, 1));
      } else {
        counts.put(known, new Count(before.since(), before.unwritten() + 1));
      }
    }
    due.forEach(this::write);
  }

  /// As what a refusal is counted: a caller who is known and tries much has the rest counted
  /// together, strangers beyond a number are counted together. Nobody makes another's refusals
  /// vanish by trying much.
  private Party counted(Party party) {
    if (counts.containsKey(party)) {
      return party;
    }
    if (party.isStrangers()) {
      long strangers = counts.keySet().stream().filter(Party::isStrangers).count();
      return strangers >= Limits.REFUSED_PARTIES_MAX ? together(party) : party;
    }
    long whats =
        counts.keySet().stream().filter(one -> one.caller().equals(party.caller())).count();
    return whats >= Limits.REFUSED_WHATS_MAX ? party.other() : party;
  }

  private static Party together(Party party) {
    Subject subject =
        party.action() == Known.OPERATOR_LOGIN_FAIL
            ? Subject.Kind.OPERATOR.of("several")
            : party.subject();
    return new Party(party.action(), subject, new Caller("several", NOBODY, "several"), "several");
  }

  /// Writes what was counted a while ago.
  public void flush() {
    List<Entry> due;
    synchronized (counts) {
      due = takeDue();
    }
    due.forEach(this::write);
  }

  /// Writes all that was counted.
  @Override
  public void close() {
    List<Entry> due;
    synchronized (counts) {
      due = takeUntil(Instant.MAX);
    }
    due.forEach(this::write);
  }

  private List<Entry> takeDue() {
    return takeUntil(clock.instant().minus(Limits.REFUSED_WITHIN));
  }

  private List<Entry> takeUntil(Instant until) {
    List<Entry> due = new ArrayList<>();
    counts
        .entrySet()
        .removeIf(one -> {
          boolean isOver = !one.getValue().since().isAfter(until);
          if (isOver && one.getValue().unwritten() > 0) {
            due.add(new Entry(one.getKey(), one.getValue().unwritten()));
          }
          return isOver;
        });
    return due;
  }

  private void write(Entry entry) {
    Caller caller = entry.party().caller();
    Map<String, String> detail = new TreeMap<>();
    detail.put("from", caller.from());
    detail.put("count", String.valueOf(entry.count()));
    detail.put("what", entry.party().what());
    try {
      trail.person(
          new Trail.Person(caller.name(), caller.role(), PURPOSE),
          entry.party().action(),
          entry.party().subject(),
          detail);
    } catch (RuntimeException e) {
      // A refusal stays one, whether or not it can be written.
      LOG.log(Level.WARNING, "refusal not in the ledger: " + entry, e);
    }
  }
}
