package org.ridgeline.exchange.agency;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An agency whose jurisdiction is in the register takes part only while that does: what was ended
/// for all is not begun again for one.
final class JurisdictionGate {
  private final JdbcClient jdbc;

  JurisdictionGate(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Checks that a jurisdiction is active from a day on without an end; one that is not listed asks
  /// for nothing. Its row is held, so that no end comes between.
  /// - **Error** it is not: IllegalArgumentException
  void check(String fips, LocalDate day) {
    boolean isListed =
        jdbc.sql("select fips from listed_jurisdiction where fips = ? for share")
            .param(fips)
            .query(String.class)
            .optional()
            .isPresent();
    if (isListed && !isActive(fips, day)) {
      throw new IllegalArgumentException(
          "jurisdiction="
              + fips
              + " is not active from "
              + day
              + " on, expected one that is: see \"jurisdiction show\", \"jurisdiction wave\"");
    }
  }

  private boolean isActive(String fips, LocalDate day) {
    return jdbc.sql(
            """
            select exists (
              select from listed_period
              where fips = ? and active_from <= ? and active_to is null)
            """)
        .params(fips, day)
        .query(Boolean.class)
        .single();
  }
}
