package org.ridgeline.demo;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.ridgeline.synth.nation.NationYears;

/// How large a nation the demo counts beside its county.
/// - **Shape** `stream` the name its place is kept under, which never changes; `published` the
///   months of which reports come out, first to last
public enum NationSize {
  /// None.
  NONE("", 0, 0, List.of()),
  /// About so many counties, each with as many bookings as one of a real nation has, so that as
  /// much is shown of it as would be there, and an eightieth of its bookings in all.
  SMALL("fictional-nation", 40, 150_000, months("2012-10", "2012-11", "2012-12")),
  /// As large as a real one.
  WHOLE(
      "fictional-nation-whole",
      NationYears.COUNTIES_ALL,
      NationYears.BOOKINGS_ALL,
      months("2009-03", "2010-09", "2012-12"));

  final String stream;
  final int counties;
  final long bookings;
  final List<YearMonth> published;

  NationSize(String stream, int counties, long bookings, List<YearMonth> published) {
    this.stream = stream;
    this.counties = counties;
    this.bookings = bookings;
    this.published = published;
  }

  private static List<YearMonth> months(String... months) {
    return Arrays.stream(months).map(YearMonth::parse).toList();
  }
}
