package org.ridgeline.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.ridgeline.exchange.agency.TokenLife;
import picocli.CommandLine.Option;

/// How long a new token holds.
final class NewToken {
  @Option(
      names = "--expires",
      paramLabel = "DATE",
      description = "last day of the token (UTC); without: until another takes its place")
  private Optional<LocalDate> expires;

  /// The first token of somebody.
  TokenLife first() {
    return after(Duration.ZERO);
  }

  /// One that takes others' place.
  TokenLife after(Duration overlap) {
    return new TokenLife(
        overlap, expires.map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
  }
}
