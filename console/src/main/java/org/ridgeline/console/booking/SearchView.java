package org.ridgeline.console.booking;

import java.util.List;
import java.util.Optional;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.exchange.submission.Submission;

/// One repository's part of a submission.
/// - **Shape** `score` empty where there is none or the operator may not see it; `person` only of
///   the criminal repository: whose record an immigration match is of stays with its lead;
///   `otherOrder` empty where fingers are what their labels say
record SearchView(
    String repository,
    Word decision,
    String otherOrder,
    String searched,
    Score score,
    String person,
    Work work) {
  /// A score, and the address of what explains it; empty where nothing does.
  record Score(String centibits, String explained) {}

  /// How a search went; `lastError` empty where nothing went wrong.
  record Work(Moment finished, int attempts, String lastError) {}

  static List<SearchView> of(Submission submission, List<SearchRow> rows, boolean withScores) {
    return rows.stream().map(row -> of(submission, row, withScores)).toList();
  }

  /// Nobody found and yet somebody there: the booking itself was enrolled.
  private static String person(SearchRow row) {
    boolean isNew = row.decision().filter(SearchDecision.NO_HIT::equals).isPresent();
    return row.personId().map(id -> (isNew ? "new: " : "") + id).orElse("");
  }

  private static String explained(SearchRow row) {
    return row.isCandidate()
        ? "/submissions/" + row.control() + "/scores/" + row.repository().key()
        : "";
  }

  private static SearchView of(Submission submission, SearchRow row, boolean withScores) {
    boolean isCriminal = row.repository() == RepositoryName.CRIMINAL;
    Optional<String> score = row.score().filter(_ -> withScores).map(String::valueOf);
    return new SearchView(
        isCriminal ? "Criminal" : "Immigration",
        isCriminal
            ? Word.criminal(submission.state(), row.decision())
            : Word.immigration(submission.state(), row.decision()),
        row.otherOrder().orElse(""),
        row.decision().isPresent() ? String.valueOf(row.searched()) : "",
        new Score(score.orElse(""), score.map(_ -> explained(row)).orElse("")),
        isCriminal ? person(row) : "",
        new Work(
            Moment.after(submission.receivedAt(), row.finishedAt()),
            row.attempts(),
            row.lastError().orElse("")));
  }
}
