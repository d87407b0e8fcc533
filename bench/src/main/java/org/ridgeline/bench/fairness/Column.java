package org.ridgeline.bench.fairness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// One way to part prints into groups.
/// - **Shape** `groups`: their names, the unknown last, then pairs of two groups; `of`: by print;
///   `isLower`: a pair of two groups is of the lower one, not of none
final class Column {
  /// A mated pair whose prints are of two groups.
  static final String MIXED = "(mixed)";

  /// The band of prints without a template: below all others.
  private static final String NO_TEMPLATE = "none";

  /// Numbers by their value, words by their letters, what nobody knows last.
  private static final Comparator<String> ORDER =
      Comparator.comparing((String value) -> value.equals(Labels.UNKNOWN))
          .thenComparingInt(Column::leading)
          .thenComparing(Comparator.naturalOrder());

  private final String name;
  private final List<String> groups;
  private final int[] of;
  private final boolean isLower;

  private Column(String name, List<String> groups, int[] of, boolean isLower) {
    this.name = name;
    this.groups = groups;
    this.of = of;
    this.isLower = isLower;
  }

  /// A column whose pairs of two groups are [#MIXED].
  static Column of(String name, List<String> values) {
    return of(name, values, false);
  }

  /// A column of bands, of which a pair has the lower.
  static Column ofBands(String name, List<String> values) {
    return of(name, values, true);
  }

  private static Column of(String name, List<String> values, boolean isLower) {
    TreeSet<String> sorted = new TreeSet<>(ORDER);
    sorted.addAll(values);
    List<String> groups = new ArrayList<>(sorted);
    Map<String, Integer> places = new HashMap<>();
    groups.forEach(group -> places.put(group, places.size()));
    groups.add(MIXED);
    return new Column(name, groups, values.stream().mapToInt(places::get).toArray(), isLower);
  }

  private static int leading(String value) {
    if (value.equals(NO_TEMPLATE)) {
      return -1;
    }
    String digits = value.replaceFirst("^([0-9]{0,9}).*$", "$1");
    return digits.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  String name() {
    return name;
  }

  /// Names of the groups, [#MIXED] the last.
  List<String> groups() {
    return groups;
  }

  /// The group of a print.
  int of(int print) {
    return of[print];
  }

  /// Whether a group is laid beside others: prints without a template are not, as they fail by what
  /// makes them a group.
  boolean isCompared(int group) {
    return !isLower || !groups.get(group).equals(NO_TEMPLATE);
  }

  /// Whether it is a group that somebody named, and not what is left.
  boolean isNamedGroup(int group) {
    return isCompared(group)
        && group < groups.size() - 1
        && !groups.get(group).equals(Labels.UNKNOWN);
  }

  /// The group of a mated pair.
  int ofMated(int one, int other) {
    if (of[one] == of[other]) {
      return of[one];
    }
    return isLower ? Math.min(of[one], of[other]) : groups.size() - 1;
  }
}
