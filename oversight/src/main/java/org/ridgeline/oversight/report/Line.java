package org.ridgeline.oversight.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ridgeline.oversight.track.Cell;
import org.ridgeline.oversight.track.Measure;

/// A line of the funnel: what its measure counts, or those of a kind. Compulsory in every table,
/// also where nothing is to be counted.
public enum Line {
  RECEIVED("Bookings received", Measure.RECEIVED, true),
  REFUSED("refused", Measure.REFUSED, true),
  NOT_ACTIVE("not searched: agency not active", Measure.NOT_ACTIVE, true),
  NO_MATCH("searched, no match", Measure.NO_MATCH, true),
  SEARCH_FAILED("search failed", Measure.SEARCH_FAILED, true),
  MATCHED("Machine matches, unverified", Measure.MATCHED, true),
  PERSON_ANSWER("matches with a person's answer", Measure.PERSON_ANSWER, false),
  IN_CASE("taken up by a case", Measure.IN_CASE, false),
  VERIFIED("verified by examiners", Measure.VERIFIED, true),
  EXCLUDED("excluded by examiners", Measure.EXCLUDED, false),
  INCONCLUSIVE("inconclusive", Measure.INCONCLUSIVE, false),
  IDENTIFIED("Persons identified (cases)", Measure.IDENTIFIED, true),
  DETERMINED("Determined by a person", Measure.DETERMINED, false),
  US_CITIZEN("U.S. citizen", DETERMINED, "us-citizen"),
  LAWFUL_STATUS("lawful status", DETERMINED, "lawful-status"),
  NO_ACTION("no action", DETERMINED, "no-action"),
  NOTIFY_ON_RELEASE("notice before release asked for", DETERMINED, "notify-on-release"),
  REFERRED("referred to a prosecutor", DETERMINED, "referred-to-prosecutor"),
  DETERMINED_OTHERWISE("determined otherwise", DETERMINED, ""),
  HANDED_OVER("Handed over to another custodian", Measure.HANDED_OVER, false),
  OUTCOME("What became of the person", Measure.OUTCOME, false),
  CITIZEN_PURGED("U.S. citizen, records purged", OUTCOME, "CITIZEN_PURGED"),
  LAWFUL_CONFIRMED("lawful status confirmed", OUTCOME, "LAWFUL_STATUS_CONFIRMED"),
  RELIEF_GRANTED("relief granted", OUTCOME, "RELIEF_GRANTED"),
  ENDED_NO_ACTION("no action", OUTCOME, "NO_ACTION"),
  RELEASED("released", OUTCOME, "RELEASED"),
  PROSECUTED("prosecuted", OUTCOME, "PROSECUTED"),
  REMOVED("removed", OUTCOME, "REMOVED"),
  RETURNED("returned", OUTCOME, "RETURNED"),
  TRANSFERRED("transferred", OUTCOME, "TRANSFERRED"),
  DIED("died", OUTCOME, "DIED"),
  OUTCOME_OTHERWISE("other outcome", OUTCOME, "");

  private final String words;
  private final Measure measure;
  private final boolean everywhere;
  private final List<Line> whole;
  private final String detail;

  Line(String words, Measure measure, boolean everywhere) {
    this.words = words;
    this.measure = measure;
    this.everywhere = everywhere;
    whole = List.of();
    detail = "";
  }

  /// - **Shape** `detail` of the measure; empty for whatever no other line of the whole names
  Line(String words, Line whole, String detail) {
    this.words = words;
    measure = whole.measure;
    everywhere = detail.equals("REMOVED");
    this.whole = List.of(whole);
    this.detail = detail;
  }

  /// As tables say it.
  public String words() {
    return words;
  }

  /// What it counts.
  public Measure measure() {
    return measure;
  }

  /// The name in files.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The id and version of its definition.
  public String definition() {
    return whole.isEmpty() ? measure.id() : measure.id() + ":" + key();
  }

  /// Whether it is published for every jurisdiction, not for states and the nation alone. The
  /// others are too small in all but a few, and would hide more than they show.
  public boolean everywhere() {
    return everywhere;
  }

  /// Whether it is a kind of another line.
  public boolean isPart() {
    return !whole.isEmpty();
  }

  /// Whether it is the sum of other lines. Such a line is published where all of those are, and
  /// says no more than they do.
  public boolean isSum() {
    return !parts().isEmpty();
  }

  /// The lines that add up to this one; none where it has no kinds.
  public List<Line> parts() {
    return Arrays.stream(values()).filter(line -> line.whole.contains(this)).toList();
  }

  /// The line of a name in files; none: IllegalArgumentException.
  public static Line ofKey(String key) {
    return Arrays.stream(values())
        .filter(line -> line.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("line=\"" + key + "\" is no line"));
  }

  /// The lines that a cell counts for: the whole, and its kind where it has kinds.
  static Stream<Line> of(Cell cell) {
    return Arrays.stream(values())
        .filter(line -> line.measure == cell.measure())
        .filter(line -> !line.isPart() || line.takes(cell.detail()));
  }

  private boolean takes(String found) {
    Set<String> named =
        Set.copyOf(
            whole.getFirst().parts().stream()
                .map(line -> line.detail)
                .filter(Predicate.not(String::isEmpty))
                .toList());
    return detail.isEmpty() ? !named.contains(found) : detail.equals(found);
  }
}
