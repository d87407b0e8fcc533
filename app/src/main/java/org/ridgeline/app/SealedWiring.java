package org.ridgeline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.submission.BookedDemographics;
import org.ridgeline.exchange.submission.DemographicsSink;
import org.ridgeline.node.DataFolder;
import org.ridgeline.oversight.sealed.Booking;
import org.ridgeline.oversight.sealed.DemographicIntake;
import org.ridgeline.oversight.sealed.Demographics;
import org.ridgeline.oversight.sealed.KeyFolder;
import org.ridgeline.oversight.sealed.SealedSchema;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// Where demographics of bookings are sealed away. The schema's own role is used to bring it up to
/// date, and for nothing else here: nothing that runs can open a row.
@Configuration(proxyBeanMethods = false)
@Lazy
class SealedWiring {
  @Bean
  DemographicsSink demographicsSink(
      DataFolder folder, @Qualifier("exchangeData") DataSource exchange) {
    SealedSchema.migrate(folder.databases().sealed());
    try {
      var key = KeyFolder.sealing(folder.root().resolve(SealedSchema.NAME));
      return new Sealing(new DemographicIntake(exchange, key));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private record Sealing(DemographicIntake intake) implements DemographicsSink {
    @Override
    public void put(BookedDemographics booked) {
      LocalDate day = booked.receivedAt().atOffset(ZoneOffset.UTC).toLocalDate();
      Agency agency = booked.agency();
      intake.put(
          new Booking(booked.control(), day, agency.ori().value(), agency.fips(), agency.state()),
          Demographics.of(
              new Demographics.Reported(booked.sex(), booked.birth(), booked.races(), day)));
    }

    @Override
    public long forget(String control) {
      return intake.forget(control);
    }
  }
}
