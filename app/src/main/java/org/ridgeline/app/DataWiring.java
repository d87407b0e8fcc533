package org.ridgeline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.ridgeline.casework.CaseworkSchema;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.exchange.ExchangeSchema;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.KeyRescue;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.ledger.Proofs;
import org.ridgeline.ledger.Receipt;
import org.ridgeline.ledger.WitnessClient;
import org.ridgeline.ledger.stamp.StampAudit;
import org.ridgeline.ledger.stamp.StampClient;
import org.ridgeline.node.DataFolder;
import org.ridgeline.repository.Population;
import org.ridgeline.repository.Repository;
import org.ridgeline.repository.RepositoryProfile;
import org.ridgeline.search.rank.Engine;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// Where rooms keep things: a data source a room, its schema up to date; the ledger; galleries.
///
/// The ledger's schema comes first: every other room's role writes into it.
@Configuration(proxyBeanMethods = false)
@Lazy
class DataWiring {
  @Bean(destroyMethod = "")
  DataSource ledgerData(DataFolder folder) {
    DataSource ledger = folder.databases().ledger();
    LedgerSchema.migrate(ledger);
    return ledger;
  }

  @Bean(destroyMethod = "")
  DataSource exchangeData(DataFolder folder, @Qualifier("ledgerData") DataSource before) {
    DataSource exchange = folder.databases().exchange();
    ExchangeSchema.migrate(exchange);
    return exchange;
  }

  @Bean(destroyMethod = "")
  DataSource caseworkData(DataFolder folder, @Qualifier("exchangeData") DataSource before) {
    DataSource casework = folder.databases().casework();
    CaseworkSchema.migrate(casework);
    return casework;
  }

  @Bean
  Ledger exchangeLedger(@Qualifier("exchangeData") DataSource data) {
    return new Ledger(data);
  }

  /// What every desk of casework writes by.
  @Bean
  Daybook daybook(@Qualifier("caseworkData") DataSource data, Clock clock) {
    return Daybook.of(data, clock);
  }

  @Bean
  LedgerReader ledgerReader(@Qualifier("ledgerData") DataSource data) {
    return new LedgerReader(data);
  }

  /// Signs receipts with the ledger's key, read when the first is signed.
  @Bean
  Receipt.Signer receiptSigner(Checkpoints signing) {
    return statement -> Receipt.Signer.of(signing.signingKey()).sign(statement);
  }

  @Bean(destroyMethod = "")
  Checkpoints checkpoints(
      DataFolder folder,
      LedgerSettings settings,
      @Qualifier("ledgerData") DataSource data,
      Clock clock) {
    try {
      return new Checkpoints(data, ledger(folder), settings.checkpoints(), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /// A repository's profile, its lines as the engine draws them.
  static RepositoryProfile profile(RepositoryName name) {
    return switch (name) {
      case CRIMINAL -> RepositoryProfile.criminal();
      case IMMIGRATION -> RepositoryProfile.immigration();
      case CIVIL -> RepositoryProfile.civil();
    };
  }

  /// Where a repository keeps its rows.
  static DataSource data(DataFolder folder, RepositoryName name) {
    return switch (name) {
      case CRIMINAL -> folder.databases().criminal();
      case IMMIGRATION -> folder.databases().immigration();
      case CIVIL -> folder.databases().civil();
    };
  }

  private static Path ledger(DataFolder folder) {
    return folder.root().resolve("ledger");
  }

  @Bean
  KeyRescue keyRescue(
      DataFolder folder,
      LedgerSettings settings,
      @Qualifier("ledgerData") DataSource data,
      Clock clock) {
    return new KeyRescue(data, ledger(folder), settings.checkpoints(), clock);
  }

  @Bean
  WitnessClient witnessClient(
      DataFolder folder, LedgerSettings settings, @Qualifier("ledgerData") DataSource data) {
    return new WitnessClient(settings.witness(), data, ledger(folder));
  }

  @Bean
  StampClient stampClient(
      DataFolder folder,
      LedgerSettings settings,
      @Qualifier("ledgerData") DataSource data,
      Clock clock) {
    return new StampClient(settings.authority(), data, ledger(folder), clock);
  }

  @Bean
  StampAudit stampAudit(
      DataFolder folder, LedgerSettings settings, @Qualifier("ledgerData") DataSource data) {
    return new StampAudit(data, ledger(folder), settings.trustedStamps());
  }

  @Bean
  Proofs proofs(@Qualifier("ledgerData") DataSource data) {
    return new Proofs(data);
  }

  @Bean
  LedgerSettings ledgerSettings(DataFolder folder) {
    return LedgerSettings.of(folder.settings());
  }

  /// All share the engine, and one population: each check counts those that it searches.
  @Bean
  Repositories repositories(
      DataFolder folder,
      Engine engine,
      RoomSettings settings,
      @Qualifier("exchangeData") DataSource before) {
    Path galleries = folder.root().resolve("gallery");
    Population population = new Population();
    Map<RepositoryName, Repository> open = new EnumMap<>(RepositoryName.class);
    try {
      for (RepositoryName name : RepositoryName.values()) {
        open.put(
            name,
            Repository.open(
                profile(name).with(settings.thresholds()),
                data(folder, name),
                galleries.resolve(name.key()),
                engine,
                population));
      }
      return new Repositories(
          open.get(RepositoryName.CRIMINAL),
          open.get(RepositoryName.IMMIGRATION),
          open.get(RepositoryName.CIVIL));
    } catch (RuntimeException e) {
      open.values().forEach(Repository::close);
      throw e;
    }
  }
}
