package org.ridgeline.app;

import java.time.Clock;
import javax.sql.DataSource;
import org.ridgeline.exchange.completeness.BookingCounts;
import org.ridgeline.exchange.completeness.BookingFields;
import org.ridgeline.exchange.completeness.Completeness;
import org.ridgeline.exchange.completeness.FieldLeague;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// Whether all bookings come, and whole.
@Configuration(proxyBeanMethods = false)
@Lazy
class CompletenessWiring {
  private final DataSource data;

  CompletenessWiring(@Qualifier("exchangeData") DataSource data) {
    this.data = data;
  }

  @Bean
  BookingCounts bookingCounts(Clock clock) {
    return new BookingCounts(data, clock);
  }

  @Bean
  BookingFields bookingFields() {
    return new BookingFields(data);
  }

  @Bean
  Completeness completeness(Clock clock) {
    return new Completeness(data, clock);
  }

  @Bean
  FieldLeague fieldLeague() {
    return new FieldLeague(data);
  }
}
