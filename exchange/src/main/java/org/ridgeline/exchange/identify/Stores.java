package org.ridgeline.exchange.identify;

import javax.sql.DataSource;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.ActivationRegister;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.OfficeStore;
import org.ridgeline.exchange.agency.OwnerTokens;
import org.ridgeline.exchange.agency.StateOptions;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.answer.BureauStore;
import org.ridgeline.exchange.lead.LeadStore;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The exchange's SQL, on one data source: what is done in `transaction` is done together.
public record Stores(
    AgencyStore agencies,
    OfficeStore offices,
    OwnerTokens owners,
    ActivationRegister activation,
    SubmissionStore submissions,
    SearchStore searches,
    AnswerStore answers,
    LeadStore leads,
    BureauStore bureaus,
    StateOptions options,
    Trail trail,
    TransactionTemplate transaction) {
  /// All stores of a data source whose schema is up to date.
  public static Stores of(DataSource dataSource) {
    return new Stores(
        new AgencyStore(dataSource),
        new OfficeStore(dataSource),
        new OwnerTokens(dataSource),
        new ActivationRegister(dataSource),
        new SubmissionStore(dataSource),
        new SearchStore(dataSource),
        new AnswerStore(dataSource),
        new LeadStore(dataSource),
        new BureauStore(dataSource),
        new StateOptions(dataSource),
        new Trail(dataSource),
        new TransactionTemplate(new DataSourceTransactionManager(dataSource)));
  }
}
