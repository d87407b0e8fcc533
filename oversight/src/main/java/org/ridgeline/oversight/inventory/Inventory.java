package org.ridgeline.oversight.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What an installation holds and works by, at a moment.
/// - **Shape** `program` its version; `entries` in the order of their parts
public record Inventory(String program, Instant madeAt, List<Entry> entries) {
  /// What no words were written for.
  public static final String NOT_DESCRIBED = "not described";

  /// What stands in the place of what is not for the public.
  public static final String NOT_SHOWN = "set; not shown in public";

  /// Roles of the program; whatever else the catalogue has was made by somebody else.
  private static final String OWN_ROLE = "ridgeline_";

  /// Settings that lead nowhere: numbers and words by which the rooms work.
  private static final Set<String> OPEN_SETTINGS =
      Set.of("search", "verification", "quality", "retention", "determination", "statistics");

  /// Parts that differ from one installation to the next.
  private static final Set<Part> OF_A_SITE = EnumSet.of(Part.PARTNERS, Part.SETTINGS);

  public Inventory {
    List<Entry> sorted = new ArrayList<>();
    for (Part part : Part.values()) {
      entries.stream().filter(entry -> entry.part() == part).forEach(sorted::add);
    }
    entries = List.copyOf(sorted);
  }

  /// The rows of a part.
  public List<Entry> rows(Part part) {
    return entries.stream().filter(entry -> entry.part() == part).toList();
  }

  /// As anybody may see it: without what tells where something runs, who else has access to the
  /// database, or what an administrator laid into the data folder. Agencies and offices are
  /// counted, not listed.
  public Inventory forPublic() {
    List<Entry> open = new ArrayList<>();
    for (Entry entry : entries) {
      switch (entry.part()) {
        case PARTNERS -> {}
        case SETTINGS -> open.add(isOpen(entry) ? entry : entry.with("value", NOT_SHOWN));
        case FOLDERS -> {
          if (!entry.cell("held_for").equals(NOT_DESCRIBED)) {
            open.add(entry);
          }
        }
        case DATABASE_ROLES -> {
          if (entry.cell("role").startsWith(OWN_ROLE)) {
            open.add(entry);
          }
        }
        case TABLES, PEOPLE, PURPOSES, SERVICES, RETENTION, ALGORITHMS, LINES, POLICIES, FORMATS ->
            open.add(entry);
      }
    }
    open.addAll(counted(rows(Part.PARTNERS)));
    return new Inventory(program, madeAt, open);
  }

  private static boolean isOpen(Entry setting) {
    String key = setting.cell("key");
    return OPEN_SETTINGS.contains(key.substring(0, Math.max(0, key.indexOf('.'))));
  }

  /// Partners of a kind, a state and a standing in one row that says how many there are.
  private static List<Entry> counted(List<Entry> partners) {
    Map<List<String>, Integer> counts = new TreeMap<>(Comparator.comparing(List<String>::toString));
    for (Entry one : partners) {
      counts.merge(
          List.of(one.cell("kind"), one.cell("state"), one.cell("standing")), 1, Integer::sum);
    }
    List<Entry> rows = new ArrayList<>();
    counts.forEach((key, count) ->
        rows.add(Entry.of(Part.PARTNERS, key.get(0), "(" + count + ")", key.get(1), key.get(2))));
    return rows;
  }

  /// What is the same in every installation of this version where nothing is set.
  public Inventory ofProgram() {
    return new Inventory(
        program,
        madeAt,
        forPublic().entries.stream().filter(entry -> !OF_A_SITE.contains(entry.part())).toList());
  }

  /// How many rows each part has.
  Map<Part, Integer> sizes() {
    Map<Part, Integer> sizes = new EnumMap<>(Part.class);
    entries.forEach(entry -> sizes.merge(entry.part(), 1, Integer::sum));
    return sizes;
  }
}
