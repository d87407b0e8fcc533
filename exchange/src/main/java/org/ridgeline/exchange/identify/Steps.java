package org.ridgeline.exchange.identify;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.ActivationRegister;
import org.ridgeline.exchange.agency.OfficeStore;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.answer.AnswerCopies;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.lead.LeadStore;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.repository.Purpose;
import org.ridgeline.repository.Repository;

/// The steps of the work on a submission, each from rows to rows.
record Steps(Extraction extraction, Search criminal, Search immigration) {
  /// Puts them together over the exchange's data source.
  static Steps of(
      DataSource dataSource, Repositories repositories, ProbeMaker probes, Clock clock) {
    var submissions = new SubmissionStore(dataSource);
    var searches = new SearchStore(dataSource);
    var answers = new AnswerStore(dataSource);
    var trail = new Trail(dataSource);
    var gate = new Gate(new ActivationRegister(dataSource), searches, answers, trail);
    var extracted = new Extracted(submissions, answers, gate, trail);
    var bookings = Bookings.of(dataSource);
    var closing = new Closing(submissions, searches, answers, new AnswerCopies(dataSource), trail);
    var parts = new Parts(bookings, submissions, searches, closing, clock);
    Repository criminal = repositories.criminal();
    Repository immigration = repositories.immigration();
    return new Steps(
        new Extraction(bookings, probes, extracted, clock),
        parts.criminal(criminal),
        new ImmigrationSearch(
            bookings,
            new Decisions(immigration, Purpose.INTEROPERABILITY, submissions, searches),
            new LeadMaker(immigration, new OfficeStore(dataSource), new LeadStore(dataSource)),
            closing,
            clock));
  }

  /// The parts of a repository of records, one for each service.
  private record Parts(
      Bookings bookings,
      SubmissionStore submissions,
      SearchStore searches,
      Closing closing,
      Clock clock) {
    Search criminal(Repository repository) {
      return new ByService(
          bookings,
          Map.of(
              Service.BOOKING,
              records(repository, RepositoryName.CRIMINAL, Purpose.CRIMINAL_BOOKING),
              Service.APPLICANT,
              records(repository, RepositoryName.CRIMINAL, Purpose.APPLICANT),
              Service.RAPID,
              rapid(repository),
              Service.VERIFICATION,
              new PersonVerification(
                  bookings,
                  submissions,
                  searches,
                  named(repository, Purpose.VERIFICATION),
                  closing),
              Service.IMAGE_REQUEST,
              new ImageRequest(
                  bookings, searches, named(repository, Purpose.IMAGE_REQUEST), closing),
              Service.IMAGE_SUBMISSION,
              submitted(repository)));
    }

    private Search records(Repository repository, RepositoryName name, Purpose purpose) {
      return new RecordSearch(
          bookings,
          new Decisions(repository, purpose, submissions, searches),
          new Retention(repository, name, submissions, searches),
          new RecordAnswers(repository, purpose, clock),
          closing);
    }

    private Search rapid(Repository repository) {
      return new RapidSearch(
          bookings,
          new Decisions(repository, Purpose.RAPID_SEARCH, submissions, searches),
          new RecordAnswers(repository, Purpose.RAPID_SEARCH, clock),
          closing);
    }

    private NamedPerson named(Repository repository, Purpose purpose) {
      return new NamedPerson(new RecordAnswers(repository, purpose, clock));
    }

    private Search submitted(Repository repository) {
      var retention = new Retention(repository, RepositoryName.CRIMINAL, submissions, searches);
      return new ImageSubmission(
          bookings,
          submissions,
          searches,
          new ImageSubmission.Kept(named(repository, Purpose.VERIFICATION), retention),
          closing);
    }
  }
}
