package org.ridgeline.console.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.submission.SubmissionState;

/// What the list of submissions shows at one moment.
/// - **Shape** `filter` the chosen state's name, empty for all; `sought` what was asked for, empty
///   for nothing
record SubmissionListView(
    List<SubmissionLine> lines,
    List<Choice> choices,
    String filter,
    String sought,
    int backlog,
    int leadsOpen) {
  /// One state to filter by, and how many submissions are in it.
  record Choice(String key, String label, int count, boolean chosen) {}

  /// Names this content: a page that has it needs no new one.
  public String version() {
    return Integer.toHexString(hashCode());
  }

  static List<Choice> choices(
      Map<SubmissionState, Integer> counts, Optional<SubmissionState> chosen) {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", "All", all, chosen.isEmpty()));
    for (SubmissionState state : SubmissionState.values()) {
      String label = Word.of(state).text();
      choices.add(
          new Choice(
              state.name(),
              Character.toUpperCase(label.charAt(0)) + label.substring(1),
              counts.getOrDefault(state, 0),
              chosen.filter(state::equals).isPresent()));
    }
    return List.copyOf(choices);
  }
}
