package org.ridgeline.exchange.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.ridgeline.repository.Verification;
import org.ridgeline.vocabulary.Candidate;
import org.ridgeline.vocabulary.CandidateList;
import org.ridgeline.vocabulary.Decision;
import org.ridgeline.vocabulary.event.Event;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of a submission's searches.
public final class SearchStore {
  private static final String COLUMNS =
      """
      control, repository, state, decision, score, person_id, encounter_id, searched, up_to,
      attempts, finished_at, last_error, finger_sequence
      """;

  /// 2.006 ATN is a line; longer ones are cut in the ledger.
  private static final int ASKER_CHARS_MAX = 100;

  private final JdbcClient jdbc;
  private final Trail trail;

  public SearchStore(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    trail = new Trail(dataSource);
  }

  /// Opens a repository's part of a submission.
  public void open(String control, RepositoryName repository) {
    jdbc.sql("insert into search (control, repository, state) values (?, ?, 'PENDING')")
        .params(control, repository.key())
        .update();
  }

  /// Searches of a repository that are due, the senders in turn, each one's oldest first.
  public List<SearchRow> work(RepositoryName repository, int count) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from (select s.*,
                   row_number() over (partition by agency_ori
                     order by s.due_at + (priority - 5) * make_interval(mins => ?)) as turn
                   from search s join submission using (control)
                   where repository = ? and s.state = 'PENDING' and s.due_at <= now()) due
                order by turn, due_at limit ?
                """)
        .params(Limits.PRIORITY_STEP_MINUTES, repository.key(), count)
        .query(SearchStore::row)
        .list();
  }

  /// The submissions whose search of a repository found one of these persons, or that were enrolled
  /// as one of these encounters.
  public List<String> controlsOf(
      RepositoryName repository, List<UUID> persons, List<UUID> encounters) {
    return jdbc.sql(
            """
            select control from search where repository = :repository
              and (person_id = any(:persons) or encounter_id = any(:encounters)) order by control
            """)
        .param("repository", repository.key())
        .param("persons", persons.toArray(UUID[]::new))
        .param("encounters", encounters.toArray(UUID[]::new))
        .query(String.class)
        .list();
  }

  /// The parts of a submission, criminal first.
  public List<SearchRow> of(String control) {
    return jdbc
        .sql("select " + COLUMNS + " from search where control = ?")
        .param(control)
        .query(SearchStore::row)
        .list()
        .stream()
        .sorted(Comparator.comparing(SearchRow::repository))
        .toList();
  }

  /// One part of a submission.
  public SearchRow of(String control, RepositoryName repository) {
    return jdbc.sql("select " + COLUMNS + " from search where control = ? and repository = ?")
        .params(control, repository.key())
        .query(SearchStore::row)
        .single();
  }

  /// Notes what the scores said, before anything is done about it: after a crash the search is not
  /// run again, and so cannot find what its own submission enrolled.
  public void decided(SearchRow row, Decision decision, CandidateList list) {
    Optional<Candidate> found = found(decision);
    Optional<Candidate> best = found.or(() -> list.candidates().stream().findFirst());
    trail.together(() -> {
      keep(row, decision, list, best);
      note(
          row.control(),
          row.repository(),
          SearchDecision.of(decision),
          found.map(Candidate::personId));
    });
  }

  private void note(
      String control, RepositoryName repository, SearchDecision decision, Optional<UUID> personId) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("repository", repository.key());
    detail.put("decision", decision.name());
    personId.ifPresent(id -> detail.put("person", Subject.Kind.PERSON.text(id)));
    if (repository == RepositoryName.IMMIGRATION && decision == SearchDecision.NO_HIT) {
      // A receipt: the second repository was asked about somebody it does not know.
      detail.put("kept", "nothing");
    }
    trail.step(Known.SEARCH_DECIDE, Trail.submission(control), detail);
  }

  private void keep(
      SearchRow row, Decision decision, CandidateList list, Optional<Candidate> best) {
    Optional<Candidate> found = found(decision);
    jdbc.sql(
            """
            update search set decision = ?, score = ?, person_id = ?, encounter_id = ?,
              finger_sequence = ?, searched = ?, up_to = ? where control = ? and repository = ?
            """)
        .params(
            SearchDecision.of(decision).name(),
            best.map(Candidate::score).orElse(null),
            found.map(Candidate::personId).orElse(null),
            found.map(Candidate::encounterId).orElse(null),
            found.map(candidate -> candidate.sequence().name()).orElse(null),
            list.searched(),
            list.upTo(),
            row.control(),
            row.repository().key())
        .update();
  }

  /// Not always the list's first: one with its fingers in another order needs a higher score.
  private static Optional<Candidate> found(Decision decision) {
    return switch (decision) {
      case Decision.Hit(Candidate candidate) -> Optional.of(candidate);
      case Decision.Review(List<Candidate> candidates) -> Optional.of(candidates.getFirst());
      case Decision.NoHit _ -> Optional.empty();
    };
  }

  /// Notes what a comparison with the one person named said.
  public void compared(SearchRow row, UUID personId, Verification found) {
    SearchDecision decision =
        switch (found.result()) {
          case MATCH -> SearchDecision.HIT;
          case OPEN -> SearchDecision.REVIEW;
          case NO_MATCH -> SearchDecision.NO_HIT;
        };
    Optional<UUID> person = Optional.of(personId).filter(_ -> decision != SearchDecision.NO_HIT);
    trail.together(() -> {
      jdbc.sql(
              """
              update search set decision = ?, score = ?, person_id = ?, encounter_id = ?,
                searched = 1 where control = ? and repository = ?
              """)
          .params(
              decision.name(),
              found.score(),
              person.orElse(null),
              person.flatMap(_ -> found.encounterId()).orElse(null),
              row.control(),
              row.repository().key())
          .update();
      // Whom a request named is on record whatever came of it.
      note(row.control(), row.repository(), decision, Optional.of(personId));
    });
  }

  /// Takes out whom a row named who is nobody any more.
  public void forget(SearchRow row) {
    jdbc.sql(
            """
            update search set person_id = null, encounter_id = null, score = null
            where control = ? and repository = ?
            """)
        .params(row.control(), row.repository().key())
        .update();
  }

  /// Notes whose images were drawn from the repository, and who asked for them.
  public void drawn(SearchRow row, UUID personId, UUID encounterId, String asker) {
    enrolled(row, personId, encounterId);
    Map<String, String> detail = new TreeMap<>();
    detail.put("repository", row.repository().key());
    detail.put("person", Subject.Kind.PERSON.text(personId));
    detail.put(
        "asker", asker.length() > ASKER_CHARS_MAX ? asker.substring(0, ASKER_CHARS_MAX) : asker);
    trail.step(Known.PRINT_DRAW, Trail.submission(row.control()), detail);
  }

  /// Notes whom the submission was enrolled as; gives the row as it now stands.
  public SearchRow enrolled(SearchRow row, UUID personId, UUID encounterId) {
    jdbc.sql(
            """
            update search set person_id = ?, encounter_id = ?
            where control = ? and repository = ?
            """)
        .params(personId, encounterId, row.control(), row.repository().key())
        .update();
    return of(row.control(), row.repository());
  }

  /// Corrects a decision by what enrolment found: the person came in while the search ran.
  public void found(SearchRow row, UUID personId, UUID encounterId) {
    trail.together(() -> {
      correct(row, personId, encounterId);
      note(row.control(), row.repository(), SearchDecision.HIT, Optional.of(personId));
    });
  }

  private void correct(SearchRow row, UUID personId, UUID encounterId) {
    jdbc.sql(
            """
            update search set decision = 'HIT', person_id = ?, encounter_id = ?
            where control = ? and repository = ?
            """)
        .params(personId, encounterId, row.control(), row.repository().key())
        .update();
  }

  /// Closes a repository's part; false where it was closed already. What the scores said is in the
  /// ledger by then; that there was no search is noted here.
  public boolean close(
      String control, RepositoryName repository, SearchDecision decision, Instant now) {
    return trail.together(() -> {
      boolean closed = done(control, repository, decision, now);
      if (closed && (decision == SearchDecision.NOT_ACTIVE || decision == SearchDecision.ERROR)) {
        note(control, repository, decision, Optional.empty());
      }
      if (closed && decision != SearchDecision.NOT_ACTIVE) {
        trail.fact(new Event.Searched(control, repository.key(), decision.name()), now);
      }
      return closed;
    });
  }

  private boolean done(
      String control, RepositoryName repository, SearchDecision decision, Instant now) {
    return jdbc.sql(
                """
                update search set state = 'DONE', decision = ?, finished_at = ?
                where control = ? and repository = ? and state = 'PENDING'
                """)
            .params(decision.name(), Timestamp.from(now), control, repository.key())
            .update()
        == 1;
  }

  /// Parts of a submission still open. Locks them, so that of two searches ending at once exactly
  /// one sees none open.
  public int open(String control) {
    return jdbc
        .sql("select state from search where control = ? order by repository for update")
        .param(control)
        .query(String.class)
        .list()
        .stream()
        .mapToInt(state -> state.equals("PENDING") ? 1 : 0)
        .sum();
  }

  /// Notes a failed search and when to try again; gives the number of failures so far.
  public int failed(SearchRow row, String error, Duration wait) {
    return jdbc.sql(
            """
            update search set attempts = attempts + 1, last_error = ?,
              due_at = now() + ? * interval '1 millisecond'
            where control = ? and repository = ? returning attempts
            """)
        .params(error, wait.toMillis(), row.control(), row.repository().key())
        .query(Integer.class)
        .single();
  }

  private static SearchRow row(ResultSet row, int number) throws SQLException {
    return new SearchRow(
        row.getString(1),
        RepositoryName.ofKey(row.getString(2)),
        row.getString(3).equals("DONE"),
        Optional.ofNullable(row.getString(4)).map(SearchDecision::valueOf),
        new SearchRow.Found(
            Optional.ofNullable(row.getObject(5, Integer.class)),
            Optional.ofNullable(row.getObject(6, UUID.class)),
            Optional.ofNullable(row.getObject(7, UUID.class)),
            Optional.ofNullable(row.getString(13))),
        new SearchRow.Extent(row.getInt(8), row.getLong(9)),
        new SearchRow.Tries(row.getInt(10), Optional.ofNullable(row.getString(12))),
        Optional.ofNullable(row.getTimestamp(11)).map(Timestamp::toInstant));
  }
}
