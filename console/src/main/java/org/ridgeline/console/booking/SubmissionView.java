package org.ridgeline.console.booking;

import java.util.List;
import org.ridgeline.console.page.FieldLine;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.Severity;

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
  record Head(String control, SubmissionState is, SubmissionLine.Times times, boolean hasLead) {
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

  /// Where in the file a finding is; empty where it is of no one place.
  public record Place(String record, String field, String offset) {}

  /// One finding.
  public record FindingLine(
      boolean isError,
      String code,
      String ebts,
      Place place,
      String expected,
      String found,
      String clause) {
    /// A finding as a page shows it.
    public static FindingLine of(Finding finding) {
      return new FindingLine(
          finding.severity() == Severity.ERROR,
          finding.code().name(),
          finding.code().ebts(),
          new Place(
              finding.record(),
              finding.field(),
              finding.offset() < 0 ? "" : String.valueOf(finding.offset())),
          finding.expected(),
          finding.found(),
          finding.clause());
    }
  }
}
