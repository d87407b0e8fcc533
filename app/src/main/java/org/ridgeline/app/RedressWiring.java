package org.ridgeline.app;

import java.time.Clock;
import javax.sql.DataSource;
import org.ridgeline.casework.redress.Corrections;
import org.ridgeline.casework.redress.Redress;
import org.ridgeline.casework.redress.RedressCounts;
import org.ridgeline.casework.redress.RedressDesk;
import org.ridgeline.casework.redress.RedressRules;
import org.ridgeline.ledger.LedgerReader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// Complaints, claims and corrections.
@Configuration(proxyBeanMethods = false)
@Lazy
class RedressWiring {
  @Bean(destroyMethod = "")
  Redress redress(@Qualifier("caseworkData") DataSource data, LedgerReader ledger, Clock clock) {
    return new Redress(data, ledger, RedressRules.standard(), clock);
  }

  @Bean
  RedressAt redressAt(@Qualifier("caseworkData") DataSource data, LedgerReader ledger) {
    return clock -> new Redress(data, ledger, RedressRules.standard(), clock);
  }

  @Bean
  RedressDesk redressDesk(Redress redress) {
    return redress.desk();
  }

  @Bean
  Corrections corrections(Redress redress) {
    return redress.corrections();
  }

  @Bean
  RedressCounts redressCounts(Redress redress) {
    return redress.counts();
  }
}
