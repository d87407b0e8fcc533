package org.ridgeline.casework.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which alarms a custody gives rise to, and when. No clock of its own: the same custody gives the
/// same plan.
public record AlarmPlan(List<Alarm> alarms) {
  public AlarmPlan {
    alarms = List.copyOf(alarms);
  }

  /// How long before a moment to warn of it, by kind; for what is missing, how long after.
  public record Leads(Map<AlarmKind, List<Duration>> leads) {
    public Leads {
      leads = Map.copyOf(leads);
    }

    List<Duration> of(AlarmKind kind) {
      return leads.getOrDefault(kind, List.of());
    }
  }

  /// The plan of a custody; `hasOutcome` once the case has come to its end.
  public static AlarmPlan of(Custody custody, HoldLimit limit, Leads leads, boolean hasOutcome) {
    List<Alarm> alarms = new ArrayList<>();
    Optional<Instant> ended = custody.endedAt();
    if (ended.isEmpty()) {
      running(alarms, custody, limit, leads);
    } else if (!hasOutcome) {
      for (Duration lead : leads.of(AlarmKind.OUTCOME_MISSING)) {
        Instant due = ended.get().plus(lead);
        String about = "ended " + ended.get() + " +" + lead.toHours() + "h";
        alarms.add(new Alarm(AlarmKind.OUTCOME_MISSING, about, due, ended.get()));
      }
    }
    return new AlarmPlan(alarms);
  }

  /// Of a custody that has not ended.
  private static void running(List<Alarm> alarms, Custody custody, HoldLimit limit, Leads leads) {
    custody
        .last(Milestone.RELEASE_EXPECTED)
        .ifPresent(event -> {
          before(alarms, AlarmKind.RELEASE_NEAR, event, leads);
          alarms.add(at(AlarmKind.RELEASE_OVERDUE, event, event.at()));
        });
    custody
        .last(Milestone.SENTENCE_END)
        .ifPresent(event -> before(alarms, AlarmKind.SENTENCE_END_NEAR, event, leads));
    custody
        .last(Milestone.RELEASE_ELIGIBLE)
        .or(() -> custody.last(Milestone.SENTENCE_END))
        .ifPresent(event -> {
          Instant limitAt = new HoldClock(limit, custody.zone()).limitAt(event.at());
          for (Duration lead : leads.of(AlarmKind.LIMIT_NEAR)) {
            Instant due = limitAt.minus(lead);
            // A warning before the person may even go would be none.
            if (due.isAfter(event.at())) {
              alarms.add(new Alarm(AlarmKind.LIMIT_NEAR, about(event, lead), due, limitAt));
            }
          }
          alarms.add(at(AlarmKind.LIMIT_REACHED, event, limitAt));
        });
  }

  private static void before(List<Alarm> alarms, AlarmKind kind, CustodyEvent event, Leads leads) {
    for (Duration lead : leads.of(kind)) {
      alarms.add(new Alarm(kind, about(event, lead), event.at().minus(lead), event.at()));
    }
  }

  private static Alarm at(AlarmKind kind, CustodyEvent event, Instant moment) {
    return new Alarm(kind, about(event, Duration.ZERO), moment, moment);
  }

  private static String about(CustodyEvent event, Duration lead) {
    return event.eventId() + " " + lead.toHours() + "h";
  }

  /// What is to be raised by now: of several warnings of the same moment only the last one due, so
  /// that a late report does not ring three times.
  public List<Alarm> due(Instant now) {
    Map<AlarmKind, Alarm> latest = new HashMap<>();
    for (Alarm alarm : alarms) {
      if (!alarm.dueAt().isAfter(now)) {
        latest.merge(alarm.kind(), alarm, (a, b) -> a.dueAt().isBefore(b.dueAt()) ? b : a);
      }
    }
    // A warning of what has come already is none.
    return latest.values().stream()
        .filter(alarm ->
            alarm.kind() == AlarmKind.OUTCOME_MISSING
                || alarm.momentAt().isAfter(now)
                || alarm.dueAt().equals(alarm.momentAt()))
        .sorted(Comparator.comparing(Alarm::dueAt))
        .toList();
  }

  /// When to look again; empty where nothing more is to come.
  public Optional<Instant> next(Instant now) {
    return alarms.stream()
        .map(Alarm::dueAt)
        .filter(due -> due.isAfter(now))
        .min(Comparator.naturalOrder());
  }
}
