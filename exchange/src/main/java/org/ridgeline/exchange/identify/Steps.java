package org.ridgeline.exchange.identify;

import java.time.Clock;
import javax.sql.DataSource;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.ActivationRegister;
import org.ridgeline.exchange.agency.OfficeStore;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.lead.LeadStore;
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
    var closing = new Closing(submissions, searches, answers, trail);
    Repository criminal = repositories.criminal();
    Repository immigration = repositories.immigration();
    return new Steps(
        new Extraction(bookings, probes, extracted, clock),
        new CriminalSearch(
            bookings,
            new Decisions(criminal, Purpose.CRIMINAL_BOOKING, submissions, searches),
            new Retention(criminal, submissions, searches),
            new CriminalAnswers(criminal, clock),
            closing),
        new ImmigrationSearch(
            bookings,
            new Decisions(immigration, Purpose.INTEROPERABILITY, submissions, searches),
            new LeadMaker(immigration, new OfficeStore(dataSource), new LeadStore(dataSource)),
            closing,
            clock));
  }
}
