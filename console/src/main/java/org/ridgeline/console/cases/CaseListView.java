package org.ridgeline.console.cases;

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
import org.ridgeline.console.page.Word;
import org.ridgeline.policy.Level;

/// The queue of cases at one moment: numbers and places, no names.
record CaseListView(
    List<Line> lines, List<Choice> states, List<String> offices, Filter filter, int count) {
  /// One case.
  /// - **Shape** `due` the next date of the custody clock, "–" where none is known, by which the
  ///   list is sorted; `alarm` the gravest one that stands, without text where none does
  record Line(
      String id,
      String number,
      Word state,
      String level,
      String place,
      String office,
      Instant dueAt,
      String due,
      Word alarm,
      Moment opened,
      String age,
      String assignedTo,
      boolean stopped) {}

  /// A value to filter by.
  record Choice(String key, String label, int count, boolean chosen) {}

  /// Names this content: a page that has it needs no new one.
  public String version() {
    return Integer.toHexString(
        List.of(
                lines.stream()
                    .map(l -> l.id + l.state + l.assignedTo + l.level + l.due + l.alarm)
                    .toList(),
                states,
                count)
            .hashCode());
  }

  static List<Choice> states(Map<CaseState, Integer> counts, String chosen) {
    List<Choice> choices = new ArrayList<>();
    int open = CaseState.open().stream().mapToInt(s -> counts.getOrDefault(s, 0)).sum();
    choices.add(new Choice("", "All open", open, chosen.isEmpty()));
    for (CaseState state : CaseState.values()) {
      int count = counts.getOrDefault(state, 0);
      if (count > 0 || state.name().equals(chosen)) {
        choices.add(new Choice(state.name(), state.words(), count, state.name().equals(chosen)));
      }
    }
    return List.copyOf(choices);
  }

  static Line line(Case one, Optional<CustodyFile> custody, Instant now) {
    Optional<Instant> due = custody.flatMap(CustodyFile::dueAt);
    return new Line(
        one.caseId().toString(),
        one.number(),
        word(one.state()),
        level(one.level().name()),
        one.place().state() + ", FIPS " + one.place().fips(),
        one.place().office().orElse("no office covers the place"),
        due.orElse(Instant.MAX),
        due.map(at -> Moment.of(at).text()).orElse("–"),
        alarm(custody),
        Moment.of(one.openedAt()),
        Moment.span(java.time.Duration.between(one.openedAt(), now)),
        one.assignedTo().orElse(""),
        one.stopped());
  }

  /// The gravest alarm of a custody with its symbol.
  static Word alarm(Optional<CustodyFile> custody) {
    return custody
        .flatMap(CustodyFile::alarm)
        .map(kind ->
            switch (kind) {
              case LIMIT_REACHED, RELEASE_OVERDUE -> new Word("!", kind.words(), "bad");
              case LIMIT_NEAR, RELEASE_NEAR, SENTENCE_END_NEAR, OUTCOME_MISSING ->
                  new Word("◔", kind.words(), "check");
            })
        .orElse(new Word("", "", "plain"));
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
      case RECEIVED, VERIFYING -> new Word("◔", words, "wait");
      case INCONCLUSIVE -> new Word("?", words, "check");
      case CITIZENSHIP_REVIEW, FACTS -> new Word("◑", words, "strong");
      case READY, COUNTERSIGN -> new Word("✎", words, "check");
      case DETERMINED -> new Word("➤", words, "wait");
      case NOTIFIED, IN_CUSTODY_WATCH -> new Word("◷", words, "strong");
      case REFERRED -> new Word("⚖", words, "strong");
      case EXCLUDED, CLOSED -> new Word("✓", words, "calm");
    };
  }
}
