package org.ridgeline.app;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.ridgeline.exchange.export.RepositoryExports;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.ChainedEntry;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.node.DataFolder;
import org.ridgeline.repository.ExportRows;
import org.ridgeline.repository.Repository;
import org.ridgeline.repository.export.ExportDesk;
import org.ridgeline.repository.export.Exports;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// Exports of whole repositories. Opens no gallery: a server may have them.
@Configuration(proxyBeanMethods = false)
@Lazy
class ExportWiring {
  @Bean
  ExportDesk exportDesk(
      DataFolder folder,
      @Qualifier("exchangeLedger") Ledger ledger,
      LedgerReader reader,
      Clock clock) {
    var outside =
        new Exports.Outside(
            ledger,
            subject -> reader.about(List.of(subject)).stream().map(ChainedEntry::entry).toList(),
            clock);
    return new ExportDesk(
        Arrays.stream(RepositoryName.values())
            .map(name -> exports(folder, name, outside))
            .toList());
  }

  private static Exports exports(DataFolder folder, RepositoryName name, Exports.Outside outside) {
    DataSource data = DataWiring.data(folder, name);
    Repository.migrate(DataWiring.profile(name), data);
    return new Exports(DataWiring.profile(name), data, outside);
  }

  @Bean
  RepositoryExports repositoryExports(DataFolder folder, ExportDesk desk) {
    return new RepositoryExports(desk, name -> new ExportRows(DataWiring.data(folder, name)));
  }
}
