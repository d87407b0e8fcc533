package org.ridgeline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Secrets;
import org.ridgeline.outbox.EventSource;
import org.ridgeline.outbox.Outbox;
import org.ridgeline.oversight.OversightSchema;
import org.ridgeline.oversight.disparity.DisparityDesk;
import org.ridgeline.oversight.disparity.ReviewDesk;
import org.ridgeline.oversight.disparity.ReviewStore;
import org.ridgeline.oversight.evidence.Evidence;
import org.ridgeline.oversight.project.Projection;
import org.ridgeline.oversight.project.ProjectionStore;
import org.ridgeline.oversight.project.Pseudonyms;
import org.ridgeline.oversight.report.ReportDesk;
import org.ridgeline.oversight.report.ReportStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// What is counted of the facts of other rooms.
@Configuration(proxyBeanMethods = false)
@Lazy
class OversightWiring {
  private static final String EXCHANGE = "exchange";
  private static final String CASEWORK = "casework";

  @Bean(destroyMethod = "")
  DataSource oversightData(DataFolder folder, @Qualifier("ledgerData") DataSource before) {
    DataSource oversight = folder.databases().oversight();
    OversightSchema.migrate(oversight);
    return oversight;
  }

  @Bean
  ProjectionStore projectionStore(@Qualifier("oversightData") DataSource data) {
    return new ProjectionStore(data);
  }

  /// What numbers and ids are replaced by where facts leave.
  @Bean
  Pseudonyms pseudonyms(DataFolder folder) {
    try {
      return new Pseudonyms(Secrets.in(folder.root()).of("oversight_pseudonyms"));
    } catch (IOException e) {
      throw new UncheckedIOException("secrets: " + e.getMessage(), e);
    }
  }

  /// Both streams, each by itself: neither waits for the other. A command asks them to take in what
  /// is there before it counts.
  @Bean(destroyMethod = "")
  FactFollowers factFollowers(
      ProjectionStore store,
      Pseudonyms pseudonyms,
      @Qualifier("exchangeData") DataSource exchange,
      @Qualifier("caseworkData") DataSource casework) {
    return new FactFollowers(
        new Projection(EXCHANGE, new Outbox(exchange), store, pseudonyms),
        new Projection(CASEWORK, new Outbox(casework), store, pseudonyms));
  }

  @Bean
  ReportStore reportStore(@Qualifier("oversightData") DataSource data) {
    return new ReportStore(data);
  }

  @Bean
  ReportDesk reportDesk(
      DataFolder folder,
      ProjectionStore projections,
      ReportStore reports,
      @Qualifier("oversightData") DataSource data,
      Clock clock) {
    int hideBelow = StatisticsSettings.of(folder.settings()).hideBelow();
    return new ReportDesk(projections, reports, new Ledger(data), clock, hideBelow);
  }

  /// Studies where somebody brings what opens sealed demographics: nothing here has it.
  @Bean
  DisparityDesk disparityDesk(
      DataFolder folder, ProjectionStore projections, ReviewDesk reviews, Clock clock) {
    int hideBelow = StatisticsSettings.of(folder.settings()).hideBelow();
    return new DisparityDesk(projections, reviews, clock, hideBelow);
  }

  @Bean
  ReviewDesk reviewDesk(@Qualifier("oversightData") DataSource data, Clock clock) {
    return new ReviewDesk(new ReviewStore(data), new Ledger(data), clock);
  }

  @Bean
  Evidence evidence(
      ReportStore reports,
      LedgerReader ledger,
      Pseudonyms pseudonyms,
      @Qualifier("exchangeData") DataSource exchange,
      @Qualifier("caseworkData") DataSource casework) {
    Map<String, EventSource> sources =
        Map.of(EXCHANGE, new Outbox(exchange), CASEWORK, new Outbox(casework));
    return new Evidence(reports, ledger, sources, pseudonyms);
  }
}
