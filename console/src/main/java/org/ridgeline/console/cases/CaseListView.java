package org.ridgeline.console.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseQueue.Filter;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.custody.CustodyFile;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Word;
import org.ridgeline.policy.Level;

/// The queue of cases at one moment: numbers and places, no names.
record CaseListView(
    List<Line> lines, States states, List<String> offices, Filter filter, int count) {
  /// Where a case stands.
  /// - **Shape** `isOpen`: closed ones are nobody's work, and age no more
  record Standing(Word state, String level, boolean stopped, String assignedTo, boolean isOpen) {}

  /// Where the booking was, and whose it is.
  record Where(String place, String office) {}

  /// The custody clock of a case.
  /// - **Shape** `due` its next date, "–" where none is known, by which the list is sorted; `alarm`
  ///   the gravest one that stands, without text where none does
  record Clock(Instant dueAt, String due, Word alarm) {}

  /// One case.
  record Line(
      String id,
      String number,
      Standing standing,
      Where where,
      Clock clock,
      Moment opened,
      String age) {}

  /// A value to filter by.
  record Choice(String key, String label, int count, boolean chosen) {}

  /// States to filter by, apart by whether their cases are open.
  /// - **Shape** `open`: first all of them, then those that add up to it
  record States(List<Choice> open, List<Choice> closed) {
    States {
      open = List.copyOf(open);
      closed = List.copyOf(closed);
    }
  }

  /// Names this content: a page that has it needs no new one.
  public String version() {
    return Integer.toHexString(
        List.of(lines.stream().map(l -> l.id + l.standing + l.clock).toList(), states, count)
            .hashCode());
  }

  static States states(Map<CaseState, Integer> counts, String chosen) {
    List<Choice> open = new ArrayList<>();
    List<Choice> closed = new ArrayList<>();
    int all = CaseState.open().stream().mapToInt(s -> counts.getOrDefault(s, 0)).sum();
    open.add(new Choice("", "All open", all, chosen.isEmpty()));
    for (CaseState state : CaseState.values()) {
      int count = counts.getOrDefault(state, 0);
      if (count > 0 || state.name().equals(chosen)) {
        (state.isClosed() ? closed : open)
            .add(new Choice(state.name(), state.words(), count, state.name().equals(chosen)));
      }
    }
    return new States(open, closed);
  }

  static Line line(Case one, Optional<CustodyFile> custody, Instant now) {
    Optional<Instant> due = custody.filter(_ -> !one.isClosed()).flatMap(CustodyFile::dueAt);
    return new Line(
        one.caseId().toString(),
        one.number(),
        new Standing(
            word(one.state()),
            level(one.level().name()),
            one.stopped(),
            one.assignedTo().orElse(""),
            !one.isClosed()),
        new Where(
            one.place().state() + ", FIPS " + one.place().fips(),
            one.place().office().orElse("no office covers the place")),
        new Clock(
            due.orElse(Instant.MAX),
            due.map(at -> Moment.of(at).text()).orElse("–"),
            alarm(custody.filter(_ -> !one.isClosed()))),
        Moment.of(one.openedAt()),
        Moment.span(Duration.between(one.openedAt(), one.closedAt().orElse(now))));
  }

  /// The gravest alarm of a custody with its symbol.
  static Word alarm(Optional<CustodyFile> custody) {
    return custody
        .flatMap(CustodyFile::alarm)
        .map(kind ->
            switch (kind) {
              case LIMIT_REACHED, RELEASE_OVERDUE -> new Word("!", kind.words(), Tone.BAD);
              case LIMIT_NEAR, RELEASE_NEAR, SENTENCE_END_NEAR, OUTCOME_MISSING ->
                  new Word("◔", kind.words(), Tone.CHECK);
            })
        .orElse(new Word("", "", Tone.PLAIN));
  }

  /// A level in words.
  static String level(String key) {
    return Arrays.stream(Level.values())
        .filter(level -> level.name().equals(key))
        .map(Level::words)
        .findFirst()
        .orElse(key);
  }

  /// A state with its symbol.
  static Word word(CaseState state) {
    String words = state.words();
    return switch (state) {
      case RECEIVED, VERIFYING -> new Word("◔", words, Tone.WAIT);
      case INCONCLUSIVE -> new Word("?", words, Tone.CHECK);
      case CITIZENSHIP_REVIEW, FACTS -> new Word("◑", words, Tone.STRONG);
      case READY, COUNTERSIGN -> new Word("✎", words, Tone.CHECK);
      case DETERMINED -> new Word("➤", words, Tone.WAIT);
      case NOTIFIED, IN_CUSTODY_WATCH -> new Word("◷", words, Tone.STRONG);
      case REFERRED -> new Word("⚖", words, Tone.STRONG);
      case EXCLUDED, CLOSED -> new Word("✓", words, Tone.CALM);
    };
  }
}
