package org.ridgeline.app;

import java.time.Clock;
import javax.sql.DataSource;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.StillLedger;
import org.ridgeline.node.DataFolder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// Copies of all that there is.
@Configuration(proxyBeanMethods = false)
@Lazy
class BackupWiring {
  @Bean
  BackupDesk backupDesk(
      DataFolder folder,
      @Qualifier("exchangeLedger") Ledger ledger,
      @Qualifier("ledgerData") DataSource data,
      Clock clock) {
    return new BackupDesk(folder, ledger, new StillLedger(data), clock);
  }
}
