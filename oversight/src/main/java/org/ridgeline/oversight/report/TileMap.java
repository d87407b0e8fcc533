package org.ridgeline.oversight.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ridgeline.oversight.report.Report.Listing;

/// A map of tiles: each state where it roughly lies, as dark as it is covered.
final class TileMap {
  private static final int TILE_PX = 46;
  private static final int PERCENT = 100;
  private static final String[] ROWS = {
    "AK .. .. .. .. .. .. .. .. .. ME",
    ".. .. .. .. .. .. .. .. .. VT NH",
    "WA ID MT ND MN IL WI MI NY RI MA",
    "OR NV WY SD IA IN OH PA NJ CT ..",
    "CA UT CO NE MO KY WV VA MD DE ..",
    ".. AZ NM KS AR TN NC SC DC .. ..",
    ".. .. .. OK LA MS AL GA .. .. ..",
    "HI AS GU TX MP .. PR VI FL .. .."
  };

  private TileMap() {}

  static String of(Report report) {
    LocalDate day = report.head().month().atEndOfMonth();
    Map<String, List<Listing>> states =
        report.listings().stream()
            .collect(Collectors.groupingBy(Listing::state, TreeMap::new, Collectors.toList()));
    String title = "Share of each state's jurisdictions that are active on " + day;
    Svg svg = new Svg(11 * TILE_PX + 4, ROWS.length * TILE_PX + 34, title).text(0, 16, "t", title);
    for (int row = 0; row < ROWS.length; row++) {
      String[] tiles = ROWS[row].split(" ");
      for (int column = 0; column < tiles.length; column++) {
        if (!tiles[column].equals("..")) {
          tile(svg, tiles[column], new int[] {row, column}, states, day);
        }
      }
    }
    return svg.toString();
  }

  private static void tile(
      Svg svg, String state, int[] at, Map<String, List<Listing>> states, LocalDate day) {
    List<Listing> listed = states.getOrDefault(state, List.of());
    double share = shareActive(listed, day);
    double x = 2.0 + at[1] * TILE_PX;
    double y = 28.0 + at[0] * TILE_PX;
    String says =
        state
            + ": "
            + listed.stream().filter(one -> one.isActive(day)).count()
            + " of "
            + listed.size()
            + " jurisdictions active";
    svg.bar(new Svg.Box(x, y, TILE_PX - 3, TILE_PX - 3), "a", 0.06 + 0.5 * share, says);
    svg.text(x + TILE_PX / 2.0 - 1, y + 19, "m", state);
    svg.text(x + TILE_PX / 2.0 - 1, y + 34, "m", listed.isEmpty() ? "–" : percent(share));
  }

  /// The share of a state's jurisdictions that take part on a day.
  private static double shareActive(List<Listing> ofState, LocalDate day) {
    long active = ofState.stream().filter(one -> one.isActive(day)).count();
    return ofState.isEmpty() ? 0 : (double) active / ofState.size();
  }

  private static String percent(double share) {
    return Math.round(PERCENT * share) + " %";
  }
}
