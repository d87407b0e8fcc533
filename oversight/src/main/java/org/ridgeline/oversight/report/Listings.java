package org.ridgeline.oversight.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.ridgeline.oversight.report.Report.Listing;
import org.ridgeline.oversight.track.JurisdictionTrack;

/// The register as a report shows it: a row for each time in which a jurisdiction took part, and
/// one for each that never did.
public final class Listings {
  private Listings() {}

  /// Of the tracks of a register, by FIPS code.
  public static List<Listing> of(SortedMap<String, JurisdictionTrack> register) {
    return register.entrySet().stream().flatMap(Listings::rows).toList();
  }

  private static Stream<Listing> rows(Map.Entry<String, JurisdictionTrack> one) {
    JurisdictionTrack track = one.getValue();
    List<Listing> rows =
        track.periods().stream()
            .map(period ->
                new Listing(
                    one.getKey(),
                    track.name(),
                    track.state(),
                    Optional.of(period.from()),
                    period.to()))
            .toList();
    return rows.isEmpty()
        ? Stream.of(
            new Listing(
                one.getKey(), track.name(), track.state(), Optional.empty(), Optional.empty()))
        : rows.stream();
  }
}
