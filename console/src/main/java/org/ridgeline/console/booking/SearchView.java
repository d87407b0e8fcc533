package org.ridgeline.console.booking;

import java.util.List;
import java.util.Optional;
import org.ridgeline.casework.casefile.LeadStanding;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.exchange.submission.Submission;

/// One repository's part of a submission.
/// - **Shape** `score` empty where there is none or the operator may not see it; `person` not of
///   the immigration repository: whose record a match there is of stays with its lead; `otherOrder`
///   empty where fingers are what their labels say
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

  static List<SearchView> of(
      Submission submission, BookingReader.Booked booked, boolean withScores) {
    return booked.searches().stream()
        .map(row -> of(submission, row, word(submission, row, booked.lead()), withScores))
        .toList();
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

  private static String shown(RepositoryName name) {
    return switch (name) {
      case CRIMINAL -> "Criminal";
      case IMMIGRATION -> "Immigration";
      case CIVIL -> "Civil";
    };
  }

  private static Word word(Submission submission, SearchRow row, Optional<LeadStanding> lead) {
    return switch (row.repository()) {
      case CRIMINAL -> Word.criminal(submission.state(), row.decision());
      case CIVIL -> Word.civil(submission.state(), row.decision());
      case IMMIGRATION -> Word.immigration(submission.state(), row.decision(), lead);
    };
  }

  private static SearchView of(
      Submission submission, SearchRow row, Word word, boolean withScores) {
    RepositoryName name = row.repository();
    Optional<String> score = row.score().filter(_ -> withScores).map(String::valueOf);
    return new SearchView(
        shown(name),
        word,
        row.otherOrder().orElse(""),
        row.decision().isPresent() ? String.valueOf(row.searched()) : "",
        new Score(score.orElse(""), score.map(_ -> explained(row)).orElse("")),
        name == RepositoryName.IMMIGRATION ? "" : person(row),
        new Work(
            Moment.after(submission.receivedAt(), row.finishedAt()),
            row.attempts(),
            row.lastError().orElse("")));
  }
}
