package org.ridgeline.casework.custody;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A custody as a page or a caller sees it at one moment: clock, meter, alarms, outcome.
/// - **Shape** `limitAt` when the lawful limit is reached, empty while nobody reported from when
///   the person may go; `alarms` all that were raised, first raised first
public record CustodyFile(
    Custody custody,
    HoldLimit limit,
    OverDetention overDetention,
    List<RaisedAlarm> alarms,
    Optional<Outcome> outcome,
    Instant now) {
  public CustodyFile {
    alarms = List.copyOf(alarms);
  }

  /// When the lawful limit is reached.
  public Optional<Instant> limitAt() {
    return custody.eligibleAt().map(start -> new HoldClock(limit, custody.zone()).limitAt(start));
  }

  /// The alarms that still stand: about reports that have not been corrected, and a custody, or
  /// after it a missing outcome, that has not ended.
  public List<RaisedAlarm> standingAlarms() {
    boolean isOver = custody.endedAt().isPresent();
    List<String> reports =
        custody.standing().stream().map(event -> event.eventId().toString()).toList();
    return alarms.stream()
        .filter(alarm ->
            alarm.kind() == AlarmKind.OUTCOME_MISSING
                ? isOver && outcome.isEmpty()
                : !isOver && reports.contains(alarm.about().split(" ")[0]))
        .toList();
  }

  /// Those of them that are an agency's business.
  public List<RaisedAlarm> agencyAlarms() {
    return standingAlarms().stream().filter(alarm -> alarm.kind().isForAgency()).toList();
  }

  /// The gravest alarm that still stands; empty where none does.
  public Optional<AlarmKind> alarm() {
    return standingAlarms().stream()
        .map(RaisedAlarm::kind)
        .min(Comparator.comparing(AlarmKind::gravity));
  }

  /// The next date of a custody that has not ended: expected release, sentence end or lawful limit.
  public Optional<Instant> dueAt() {
    return custody.endedAt().isPresent()
        ? Optional.empty()
        : Stream.of(
                limitAt(),
                custody.when(Milestone.RELEASE_EXPECTED),
                custody.when(Milestone.SENTENCE_END))
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder());
  }

  /// What is to be reported next, in the words of a task; empty where nothing is.
  public Optional<Task> next() {
    if (custody.endedAt().isPresent()) {
      return custody
          .handedOut()
          .filter(handOver -> handOver.receipt().isEmpty())
          .map(_ -> Task.RECEIPT);
    }
    if (custody.when(Milestone.RELEASE_ELIGIBLE).filter(at -> !at.isAfter(now)).isPresent()) {
      return Optional.of(Task.MAY_GO);
    }
    Optional<Instant> expected = custody.when(Milestone.RELEASE_EXPECTED);
    if (expected.filter(at -> !at.isAfter(now)).isPresent()) {
      return Optional.of(Task.RELEASED_OR_NOT);
    }
    if (expected.isEmpty() && custody.when(Milestone.SENTENCE_END).isEmpty()) {
      return Optional.of(Task.EXPECTED_RELEASE);
    }
    return Optional.of(Task.RELEASE_OR_TRANSFER);
  }

  /// What an agency has to report next.
  public enum Task {
    EXPECTED_RELEASE("Report when release is expected, or when the sentence ends."),
    MAY_GO("The person may be released: report the release when it happens."),
    RELEASED_OR_NOT("The expected release has passed: report the release, or the new date."),
    RELEASE_OR_TRANSFER("Report the release or a transfer when it happens."),
    RECEIPT("Enter the receipt of the custodian that took the person over.");

    private final String words;

    Task(String words) {
      this.words = words;
    }

    /// As people read it.
    public String words() {
      return words;
    }
  }
}
