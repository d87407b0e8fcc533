package org.ridgeline.exchange.identify;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
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
record Steps(
    Extraction extraction, HeldCards held, Search criminal, Search immigration, Search civil) {
  /// Puts them together over the exchange's data source.
  static Steps of(DataSource dataSource, Repositories repositories, ProbeMaker probes, Work work) {
    Clock clock = work.clock();
    var submissions = new SubmissionStore(dataSource);
    var searches = new SearchStore(dataSource);
    var answers = new AnswerStore(dataSource);
    var trail = new Trail(dataSource);
    var gate = new Gate(new ActivationRegister(dataSource), searches, answers, trail);
    var extracted =
        new Extracted(submissions, answers, gate, new HoldRule(dataSource, work.holds()), trail);
    var bookings = Bookings.of(dataSource);
    var closing = new Closing(submissions, searches, answers, new AnswerCopies(dataSource), trail);
    var parts = new Parts(bookings, new Cards(dataSource), submissions, searches, closing, clock);
    Repository criminal = repositories.criminal();
    Repository immigration = repositories.immigration();
    return new Steps(
        new Extraction(bookings, probes, extracted, clock),
        new HeldCards(dataSource, clock),
        parts.criminal(criminal),
        new ImmigrationSearch(
            bookings,
            new Decisions(immigration, Purpose.INTEROPERABILITY, submissions, searches),
            new LeadMaker(immigration, new OfficeStore(dataSource), new LeadStore(dataSource)),
            closing,
            clock),
        parts.civil(repositories.civil()));
  }

  /// The parts of a repository of records, one for each service.
  private record Parts(
      Bookings bookings,
      Cards cards,
      SubmissionStore submissions,
      SearchStore searches,
      Closing closing,
      Clock clock) {
    Search criminal(Repository repository) {
      Map<Service, Search> all = named(repository, RepositoryName.CRIMINAL);
      Retention retention = retention(repository, RepositoryName.CRIMINAL);
      all.put(
          Service.BOOKING, records(repository, Purpose.CRIMINAL_BOOKING, Optional.of(retention)));
      // Applicants are checked against criminal records, and kept with other applicants.
      all.put(Service.APPLICANT, records(repository, Purpose.APPLICANT, Optional.empty()));
      all.put(Service.RAPID, rapid(repository));
      return new ByService(bookings, all);
    }

    Search civil(Repository repository) {
      Map<Service, Search> all = named(repository, RepositoryName.CIVIL);
      Retention retention = retention(repository, RepositoryName.CIVIL);
      all.put(Service.APPLICANT, records(repository, Purpose.APPLICANT, Optional.of(retention)));
      return new ByService(bookings, all);
    }

    /// What is asked of one person who is named.
    private Map<Service, Search> named(Repository repository, RepositoryName name) {
      NamedPerson verified = named(repository, Purpose.VERIFICATION);
      NamedPerson shown = named(repository, Purpose.IMAGE_REQUEST);
      Map<Service, Search> all = new EnumMap<>(Service.class);
      all.put(
          Service.VERIFICATION,
          new PersonVerification(bookings, submissions, searches, verified, closing));
      all.put(Service.IMAGE_REQUEST, new ImageRequest(bookings, cards, searches, shown, closing));
      all.put(
          Service.IMAGE_SUBMISSION,
          new ImageSubmission(
              bookings,
              submissions,
              searches,
              new ImageSubmission.Kept(verified, retention(repository, name)),
              closing));
      return all;
    }

    /// - **Shape** `kept`: how it is enrolled; empty where that is another repository's part
    private Search records(Repository repository, Purpose purpose, Optional<Retention> kept) {
      return new RecordSearch(
          bookings,
          new Decisions(repository, purpose, submissions, searches),
          kept,
          new RecordAnswers(repository, purpose, clock),
          closing);
    }

    private Retention retention(Repository repository, RepositoryName name) {
      return new Retention(repository, name, submissions, searches);
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
  }
}
