package org.ridgeline.console.booking;

import java.util.List;
import java.util.Optional;
import org.ridgeline.casework.casefile.LeadStanding;
import org.ridgeline.console.page.FieldLine;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.submission.SubmissionState;

/// What the page of one submission shows.
/// - **Shape** `fields` the submission's own Type-1 and Type-2, none where it is broken
public record SubmissionView(
    Head head,
    List<Fact> facts,
    Gate gate,
    List<FindingLine> findings,
    List<SearchView> searches,
    List<AnswerView> answers,
    List<FieldLine> fields,
    List<FingerView> fingers) {
  /// Which submission it is, and how far it came.
  record Head(
      String control, SubmissionState is, SubmissionLine.Times times, Optional<LeadStanding> lead) {
    public Word state() {
      return Word.of(is);
    }
  }

  public boolean isRefused() {
    return head.is() == SubmissionState.REFUSED;
  }

  /// A label and its value; `isCode` for what is read character by character.
  record Fact(String label, String value, boolean isCode) {}

  /// Whether the second repository is open to this booking, and why.
  record Gate(Word state, String reason) {}
}
