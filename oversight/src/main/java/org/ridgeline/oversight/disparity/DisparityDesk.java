package org.ridgeline.oversight.disparity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ridgeline.estimate.disparity.Step;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.RegisterAction;
import org.ridgeline.ledger.Subject;
import org.ridgeline.oversight.project.ProjectionStore;
import org.ridgeline.oversight.project.Stream;
import org.ridgeline.oversight.sealed.Booking;
import org.ridgeline.oversight.sealed.DemographicStore;
import org.ridgeline.oversight.sealed.Group;
import org.ridgeline.oversight.sealed.OpeningKey;
import org.ridgeline.vocabulary.Sha256;

/// Where disparity is studied, by who has the sealed schema's role and the key that opens.
public final class DisparityDesk {
  private static final String ROLE = "SYSTEM";
  private static final String PURPOSE = "study of disparity";

  /// Races as reported can be lists, and an entry has an end.
  private static final int GROUPS_CHARS_MAX = 2_000;

  private final ProjectionStore projections;
  private final ReviewDesk reviews;
  private final Clock clock;
  private final int hideBelow;

  /// - **Shape** `hideBelow`: smaller counts are not on the page
  public DisparityDesk(
      ProjectionStore projections, ReviewDesk reviews, Clock clock, int hideBelow) {
    this.projections = projections;
    this.reviews = reviews;
    this.clock = clock;
    this.hideBelow = hideBelow;
  }

  /// What opens sealed demographics.
  public record Opening(DemographicStore rows, OpeningKey key) {}

  /// A study that was made and put on record.
  /// - **Shape** `files` by name; `sha256` of `disparity.json`; `outliers` that people should look
  ///   into; `opened`: items opened for them, where none was open
  public record Study(
      SortedMap<String, byte[]> files,
      String sha256,
      long bookings,
      List<String> outliers,
      int opened) {
    public Study {
      files = new TreeMap<>(files);
      outliers = List.copyOf(outliers);
    }
  }

  /// Studies, opens items for people, and writes into the ledger who did before anything is given
  /// out.
  /// - **Error** no booking in these months, or none that the key opens: IllegalStateException, and
  ///   nothing is written
  public Study study(Ask ask, Opening opening, String by) {
    Analysis analysis = analyse(ask, opening);
    SortedMap<String, byte[]> files = DisparityFiles.of(analysis);
    String sha256 = Sha256.hex(files.get(DisparityFiles.JSON));
    LedgerEntry entry =
        new LedgerEntry(
            by,
            ROLE,
            PURPOSE,
            RegisterAction.DISPARITY_ANALYSE,
            Subject.Kind.ANALYSIS.of(ask.from() + ".." + ask.to()),
            detail(analysis, sha256));
    int opened = reviews.open(entry, analysis, sha256);
    List<String> outliers =
        analysis.findings().stream()
            .filter(Analysis.Finding::opensItem)
            .map(one ->
                analysis.name(one.unit().observed().unit())
                    + ": "
                    + one.family().title()
                    + ", "
                    + one.unit().position())
            .toList();
    return new Study(files, sha256, analysis.head().bookings(), outliers, opened);
  }

  private static Map<String, String> detail(Analysis analysis, String sha256) {
    Map<String, String> detail = new TreeMap<>();
    detail.put("by", analysis.head().ask().by().name());
    detail.put("key", analysis.head().keyId());
    detail.put("bookings", String.valueOf(analysis.head().bookings()));
    detail.put("sha256", sha256);
    String groups =
        analysis.families().stream()
            .map(one -> one.group().toString())
            .distinct()
            .collect(Collectors.joining(" "));
    detail.put("groups", groups.substring(0, Math.min(groups.length(), GROUPS_CHARS_MAX)));
    detail.put(
        "against",
        analysis.families().stream()
            .map(Family::against)
            .distinct()
            .collect(Collectors.joining("; ")));
    return detail;
  }

  private Analysis analyse(Ask ask, Opening opening) {
    Activations activations = new Activations(projections.register(), ask.by());
    DemographicStore.Tally<Slot> tally = tally(ask, opening, activations);
    Counts counts = new Counts(tally.counts());
    long unopened = tally.unopened().values().stream().mapToLong(Long::longValue).sum();
    long unread = projections.streams().stream().mapToLong(Stream::unread).sum();
    String key = opening.key().sealing().id();
    if (counts.units().isEmpty()) {
      throw new IllegalStateException(
          unopened == 0
              ? "no booking from " + ask.from() + " to " + ask.to() + " has sealed demographics"
              : "key " + key + " opens none of " + unopened + " rows: they are sealed to another");
    }
    List<Group> groups = counts.groups(hideBelow);
    Analyst analyst = new Analyst(counts, activations);
    List<Family> families = analyst.families(groups, ask.benchmarks());
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new Analysis(
        new Analysis.Head(ask, now, key, counts.bookings(), unopened, tally.forgotten(), hideBelow),
        names(activations),
        families,
        Analyst.findings(families),
        analyst.changes(groups),
        Words.notes(counts, unopened, tally.forgotten(), unread));
  }

  private DemographicStore.Tally<Slot> tally(Ask ask, Opening opening, Activations activations) {
    Map<String, Step> steps = Steps.of(projections);
    Map<String, Optional<LocalDate>> first = new HashMap<>();
    return opening
        .rows()
        .tally(
            opening.key(),
            ask.days(),
            booking -> {
              String unit = activations.unit(booking);
              Optional<LocalDate> day =
                  first.computeIfAbsent(unit, one -> activations.first(one, booking.fips()));
              return new Slot(
                  unit,
                  booking.fips(),
                  side(booking, day),
                  steps.getOrDefault(booking.control(), Step.BOOKED));
            });
  }

  private static Slot.Side side(Booking booking, Optional<LocalDate> first) {
    return first
        .map(day -> booking.day().isBefore(day) ? Slot.Side.BEFORE : Slot.Side.AFTER)
        .orElse(Slot.Side.NEVER);
  }

  private static SortedMap<String, String> names(Activations activations) {
    SortedMap<String, String> names = new TreeMap<>();
    if (activations.by() == Ask.By.JURISDICTION) {
      activations.register().forEach((fips, one) -> names.put(fips, one.name()));
    }
    return names;
  }
}
