package org.ridgeline.console.agency;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ridgeline.casework.custody.AlarmKind;
import org.ridgeline.casework.custody.Custody;
import org.ridgeline.casework.custody.CustodyEvent;
import org.ridgeline.casework.custody.CustodyFile;
import org.ridgeline.casework.custody.Facility;
import org.ridgeline.casework.custody.HandOver;
import org.ridgeline.casework.custody.HoldLimit;
import org.ridgeline.casework.custody.Milestone;
import org.ridgeline.casework.custody.OverDetention;
import org.ridgeline.casework.custody.RaisedAlarm;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Word;

/// A custody as a page shows it: where somebody is, the clocks, what was reported and by whom.
/// - **Shape** `zone` the facility's, in which times are entered; `next` empty where nothing is to
///   be reported
public record CustodyView(
    Head head,
    List<Clock> clocks,
    Meter meter,
    List<AlarmLine> alarms,
    List<EventLine> events,
    List<HandOverLine> handOvers,
    Rest rest) {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm z", Locale.ENGLISH);

  /// Whose custody it is, and where.
  record Head(String caseId, String control, String tcn, String place, String zone, Word state) {}

  /// What is left to do; `outcome` once there is one.
  record Rest(String next, boolean isOver, String outcome) {}

  /// One moment the clock knows: when, at the facility's wall clock, and how far off it is.
  record Clock(String label, Moment at, String local, String off, Word word) {}

  /// The over-detention meter.
  record Meter(Word word, String text, List<String> shares, String limit) {}

  /// An alarm that stands.
  record AlarmLine(Word word, Moment raised) {}

  /// One report.
  /// - **Shape** `standing` whether it counts
  record EventLine(
      String id,
      String what,
      String local,
      String by,
      String source,
      Moment recorded,
      boolean standing,
      boolean isCorrection) {}

  /// One hand-over.
  record HandOverLine(
      String id, String from, String to, Moment at, String handedBy, String receipt, String by) {}

  /// A custody as its page shows it.
  public static CustodyView of(CustodyFile file, boolean forAgency) {
    Custody custody = file.custody();
    boolean isOver = custody.endedAt().isPresent();
    return new CustodyView(
        new Head(
            custody.booking().caseId().toString(),
            custody.booking().control(),
            custody.booking().tcn(),
            custody.facility().map(Facility::title).orElse("facility not said"),
            custody.zone().getId(),
            state(custody)),
        clocks(file),
        meter(file),
        alarms(file, forAgency),
        events(custody, forAgency),
        handOvers(custody, forAgency),
        new Rest(
            file.next().map(CustodyFile.Task::words).orElse(""),
            isOver,
            file.outcome().map(o -> o.kind().words() + " on " + o.on()).orElse("")));
  }

  private static Word state(Custody custody) {
    if (custody.handedOut().isPresent()) {
      return new Word("⇥", "handed to " + custody.handedOut().get().to(), Tone.PLAIN);
    }
    return custody.endedAt().isPresent()
        ? new Word("○", "released", Tone.CALM)
        : new Word("■", "in custody", Tone.STRONG);
  }

  private static List<Clock> clocks(CustodyFile file) {
    Custody custody = file.custody();
    List<Clock> clocks = new ArrayList<>();
    clocks.add(clock("Booked", custody.bookedAt(), file, false));
    for (Milestone milestone :
        List.of(Milestone.RELEASE_EXPECTED, Milestone.SENTENCE_END, Milestone.RELEASE_ELIGIBLE)) {
      custody.when(milestone).ifPresent(at -> clocks.add(clock(words(milestone), at, file, true)));
    }
    file.limitAt().ifPresent(at -> clocks.add(clock("Lawful limit reached", at, file, true)));
    custody
        .when(Milestone.RELEASED)
        .ifPresent(at -> clocks.add(clock("Released", at, file, false)));
    return List.copyOf(clocks);
  }

  static String words(Milestone milestone) {
    String words = milestone.words();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static Clock clock(String label, Instant at, CustodyFile file, boolean warns) {
    Duration off = Duration.between(file.now(), at);
    boolean isPast = off.isNegative();
    boolean isOver = file.custody().endedAt().isPresent();
    String text = isPast ? Moment.span(off.negated()) + " ago" : "in " + Moment.span(off);
    Word word;
    if (isOver) {
      // Nothing goes on: how long ago it was would grow for ever.
      word = new Word("", "", Tone.PLAIN);
    } else if (!warns) {
      word = new Word("·", text, Tone.PLAIN);
    } else if (isPast) {
      word = new Word("!", text, Tone.BAD);
    } else {
      word =
          off.compareTo(Duration.ofHours(24)) < 0
              ? new Word("◔", text, Tone.CHECK)
              : new Word("◷", text, Tone.CALM);
    }
    return new Clock(label, Moment.of(at), local(at, file.custody().zone()), text, word);
  }

  static String local(Instant at, ZoneId zone) {
    return LOCAL.format(at.atZone(zone));
  }

  private static Meter meter(CustodyFile file) {
    String limit = limit(file.limit());
    return switch (file.overDetention()) {
      case OverDetention.Unknown _ ->
          new Meter(
              new Word("?", "not known", Tone.WAIT),
              "Nobody has reported from when the person may be released. Not known is not nought.",
              List.of(),
              limit);
      case OverDetention.NotYet notYet ->
          new Meter(
              new Word("◷", "not running", Tone.CALM),
              "Runs from " + local(notYet.eligibleAt(), file.custody().zone()) + ".",
              List.of(),
              limit);
      case OverDetention.Running running -> meter(running.meter(), true, limit);
      case OverDetention.Ended ended -> meter(ended.meter(), false, limit);
    };
  }

  private static Meter meter(OverDetention.Meter meter, boolean runs, String limit) {
    String span = Moment.span(meter.elapsed());
    Word word;
    if (meter.isOverLimit()) {
      word = new Word("!", span + ", over the lawful limit", Tone.BAD);
    } else if (meter.elapsed().isZero()) {
      word = new Word("○", "none", Tone.CALM);
    } else {
      word = new Word(runs ? "▶" : "■", span, Tone.CHECK);
    }
    return new Meter(
        word,
        (runs ? "Kept so far " : "Was kept ")
            + span
            + " past the moment of release; "
            + Moment.span(meter.counted())
            + " of it count against the limit.",
        meter.shares().stream()
            .map(share ->
                share.facility().map(Facility::name).orElse("facility not said")
                    + ": "
                    + Moment.span(share.elapsed()))
            .toList(),
        limit);
  }

  static String limit(HoldLimit limit) {
    String state = limit.state().equals(HoldLimit.ANY_STATE) ? "every state" : limit.state();
    StringBuilder text = new StringBuilder();
    text.append(limit.hours()).append(" hours");
    if (limit.days().withoutWeekends()) {
      text.append(limit.days().withoutHolidays() ? ", weekends and holidays" : ", weekends");
      text.append(" not counted");
    } else if (limit.days().withoutHolidays()) {
      text.append(", holidays not counted");
    }
    return text.append(" (")
        .append(state)
        .append(", version ")
        .append(limit.version())
        .append(limit.verified() ? ")" : ", unverified)")
        .toString();
  }

  private static List<AlarmLine> alarms(CustodyFile file, boolean forAgency) {
    List<AlarmLine> lines = new ArrayList<>();
    for (RaisedAlarm alarm : forAgency ? file.agencyAlarms() : file.standingAlarms()) {
      AlarmKind kind = alarm.kind();
      boolean isBad = kind == AlarmKind.LIMIT_REACHED || kind == AlarmKind.RELEASE_OVERDUE;
      lines.add(
          new AlarmLine(
              new Word("!", kind.words(), isBad ? Tone.BAD : Tone.CHECK),
              Moment.of(alarm.raisedAt())));
    }
    return List.copyOf(lines.reversed());
  }

  /// Who reported: to an agency, a reviewer is the reviewing agency.
  private static String by(CustodyEvent.Reporter reporter, boolean forAgency) {
    return forAgency ? reporter.toAgency() : reporter.by();
  }

  private static List<EventLine> events(Custody custody, boolean forAgency) {
    Set<UUID> standing = new HashSet<>();
    custody.standing().forEach(event -> standing.add(event.eventId()));
    List<EventLine> lines = new ArrayList<>();
    for (CustodyEvent event : custody.events()) {
      lines.add(
          new EventLine(
              event.eventId().toString(),
              words(event.milestone())
                  + (event.correction().withdrawn() ? " (report withdrawn)" : ""),
              local(event.at(), custody.zone()),
              by(event.reporter(), forAgency),
              event.reporter().source(),
              Moment.of(event.reporter().recordedAt()),
              standing.contains(event.eventId()),
              event.correction().corrects().isPresent()));
    }
    return List.copyOf(lines.reversed());
  }

  private static List<HandOverLine> handOvers(Custody custody, boolean forAgency) {
    return custody.handOvers().stream().map(h -> handOver(h, forAgency)).toList();
  }

  private static HandOverLine handOver(HandOver handOver, boolean forAgency) {
    return new HandOverLine(
        handOver.handOverId().toString(),
        handOver.from(),
        handOver.to(),
        Moment.of(handOver.at()),
        handOver.handedBy(),
        handOver.receipt().orElse(""),
        by(handOver.reporter(), forAgency));
  }

  /// The clock that matters most in a list.
  public Optional<Clock> nearest() {
    return clocks.stream()
        .filter(c -> !c.word().symbol().equals("·"))
        .min(Comparator.comparing(c -> c.word().tone() == Tone.BAD ? 0 : 1));
  }
}
