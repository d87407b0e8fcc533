package org.ridgeline.app;

import java.time.Clock;
import javax.sql.DataSource;
import org.ridgeline.exchange.jurisdiction.Deactivations;
import org.ridgeline.exchange.jurisdiction.Filings;
import org.ridgeline.exchange.jurisdiction.JurisdictionImport;
import org.ridgeline.exchange.jurisdiction.JurisdictionRegister;
import org.ridgeline.exchange.jurisdiction.Readiness;
import org.ridgeline.exchange.jurisdiction.Waves;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// The register of jurisdictions.
@Configuration(proxyBeanMethods = false)
@Lazy
class JurisdictionWiring {
  private final DataSource data;

  JurisdictionWiring(@Qualifier("exchangeData") DataSource data) {
    this.data = data;
  }

  @Bean
  JurisdictionRegister jurisdictions() {
    return new JurisdictionRegister(data);
  }

  @Bean
  JurisdictionImport jurisdictionImport(Clock clock) {
    return new JurisdictionImport(data, clock);
  }

  @Bean
  Readiness readiness(Clock clock) {
    return new Readiness(data, clock);
  }

  @Bean
  Filings filings() {
    return new Filings(data);
  }

  @Bean
  Waves waves(Clock clock) {
    return new Waves(data, clock);
  }

  @Bean
  Deactivations deactivations(Clock clock) {
    return new Deactivations(data, clock);
  }
}
