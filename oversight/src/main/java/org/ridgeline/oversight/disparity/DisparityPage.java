package org.ridgeline.oversight.disparity;

import java.util.List;
import java.util.Locale;
import org.ridgeline.estimate.change.ArrestMix;
import org.ridgeline.estimate.disparity.Disparity.UnitDisparity;
import org.ridgeline.estimate.share.Interval;
import org.ridgeline.estimate.share.Share;
import org.ridgeline.oversight.report.Text;

/// A study as one page that loads nothing and runs nothing. Small counts are not on it.
final class DisparityPage {
  private static final String STYLE =
      ":root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;"
          + "max-width:72rem;padding:1rem}table{border-collapse:collapse;font-size:.9rem}"
          + "th,td{padding:.2rem .6rem;text-align:left;border-bottom:1px solid #8886}"
          + ".n{text-align:right;font-variant-numeric:tabular-nums}.s{overflow-x:auto}"
          + ".w{border:2px solid #b4530f;padding:.5rem 1rem}svg{max-width:40rem;width:100%}";
  private static final String HIDDEN = "hidden";

  private final Analysis analysis;
  private final StringBuilder html = new StringBuilder();

  private DisparityPage(Analysis analysis) {
    this.analysis = analysis;
  }

  static String of(Analysis analysis) {
    return new DisparityPage(analysis).page();
  }

  private String page() {
    Analysis.Head head = analysis.head();
    String title = "Disparity, " + head.ask().from() + " to " + head.ask().to();
    html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .append(Text.escaped(title))
        .append("</title><meta name=\"viewport\" content=\"width=device-width\"><style>")
        .append(STYLE)
        .append("</style></head><body><main>\n");
    put("h1", title);
    html.append("<div class=\"w\">");
    put("p", Words.FOR);
    put("p", Words.OUTLIER);
    html.append("</div>\n");
    put(
        "p",
        Text.count(head.bookings())
            + " bookings, by "
            + head.ask().by().name().toLowerCase(Locale.ROOT)
            + ". Made "
            + head.madeAt()
            + ". Left out here where a count or its rest is under "
            + head.hideBelow()
            + ".");
    list("What can not be concluded", Words.caveats());
    list("These data", analysis.notes());
    outliers();
    analysis.families().forEach(this::family);
    around();
    return html.append("</main></body></html>\n").toString();
  }

  private void put(String tag, String text) {
    html.append('<').append(tag).append('>').append(Text.escaped(text));
    html.append("</").append(tag).append(">\n");
  }

  private void list(String heading, List<String> lines) {
    put("h2", heading);
    html.append("<ul>");
    lines.forEach(line -> put("li", line));
    html.append("</ul>\n");
  }

  private void outliers() {
    put("h2", "What people should look into");
    List<Analysis.Finding> some =
        analysis.findings().stream().filter(Analysis.Finding::opensItem).toList();
    if (some.isEmpty()) {
      put("p", "Nothing stands out of the whole study. That shows nobody to be treated alike.");
      return;
    }
    table("Unit", "Question", "Direction", "Share", "Benchmark", "p, over the study");
    for (Analysis.Finding one : some) {
      UnitDisparity unit = one.unit();
      boolean open = mayShow(unit);
      row(
          analysis.name(unit.observed().unit()),
          one.family().title(),
          unit.position().name().toLowerCase(Locale.ROOT),
          open ? Text.percent(unit.observed().group().rate()) : HIDDEN,
          open ? Text.percent(unit.observed().benchmark().rate()) : HIDDEN,
          p(one.runP()));
    }
    endTable();
  }

  private boolean mayShow(UnitDisparity unit) {
    return Small.mayShow(unit, analysis.head().hideBelow());
  }

  private boolean isLarge(long count) {
    return Small.isLarge(count, analysis.head().hideBelow());
  }

  private void family(Family family) {
    List<UnitDisparity> all = family.found().units();
    List<UnitDisparity> shown = all.stream().filter(this::mayShow).toList();
    boolean whole = all.size() <= Limits.UNITS_LISTED_MAX;
    put("h2", family.title());
    put(
        "p",
        "A share is "
            + family.shareOf()
            + ". "
            + all.size()
            + " units, "
            + family.found().outliers().size()
            + " outliers, "
            + (all.size() - shown.size())
            + " hidden. Spread between units beyond chance: phi "
            + String.format(Locale.ROOT, "%.2f", family.found().dispersion().phi())
            + (whole ? "." : ". Outliers alone are listed; disparity.csv has all."));
    html.append(Funnel.of(analysis, family, shown));
    table(
        "Unit",
        "Count",
        "Share",
        "95 %",
        "Benchmark",
        "Gap, 95 %",
        "Shrunk, 95 %",
        "p",
        "Position");
    for (UnitDisparity one : all) {
      if (whole || one.outlier()) {
        unit(one);
      }
    }
    endTable();
  }

  private void unit(UnitDisparity one) {
    String name = analysis.name(one.observed().unit());
    String position = one.position().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    if (!mayShow(one)) {
      row(name, HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN, position);
      return;
    }
    Share share = one.observed().group();
    row(
        name,
        Text.count(share.count()) + " of " + Text.count(share.of()),
        Text.percent(share.rate()),
        bounds(share.bounds()),
        Text.percent(one.observed().benchmark().rate()),
        Text.percent(one.observed().gap()) + ", " + bounds(one.observed().gapBounds()),
        Text.percent(one.shrunk().mean()) + ", " + bounds(one.shrunk().credible()),
        p(one.adjustedP()),
        position);
  }

  private void around() {
    if (analysis.changes().isEmpty()) {
      return;
    }
    put("h2", "Around activation");
    put(
        "p",
        "Each unit's bookings after its own first day against those before it, pooled over units"
            + " (Mantel and Haenszel); disparity.json has each unit.");
    list("What can not be concluded from it", Words.changeCaveats());
    table("Group", "Units with both sides", "After less before", "95 %", "p");
    for (Analysis.Change change : analysis.changes()) {
      change.mix().classes().forEach(this::changed);
    }
    endTable();
  }

  private void changed(ArrestMix.ClassChange one) {
    if (one.pooled().isEmpty()) {
      return;
    }
    long after = one.units().stream().mapToLong(u -> u.afterLessBefore().one().count()).sum();
    long before = one.units().stream().mapToLong(u -> u.afterLessBefore().other().count()).sum();
    boolean shown = isLarge(after) && isLarge(before);
    var pooled = one.pooled().get();
    long both =
        one.units().stream()
            .filter(u -> u.afterLessBefore().one().of() > 0 && u.afterLessBefore().other().of() > 0)
            .count();
    row(
        one.chargeClass(),
        Text.count(both),
        shown ? Text.percent(pooled.mantelHaenszel().difference()) : HIDDEN,
        shown ? bounds(pooled.mantelHaenszel().bounds()) : HIDDEN,
        shown ? p(pooled.p()) : HIDDEN);
  }

  private static String bounds(Interval bounds) {
    return Text.percent(bounds.low()) + " to " + Text.percent(bounds.high());
  }

  private static String p(double p) {
    return p < 0.0001 ? "under 0.0001" : String.format(Locale.ROOT, "%.4f", p);
  }

  private void table(String... heads) {
    html.append("<div class=\"s\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table>");
    html.append("<thead><tr>");
    for (String head : heads) {
      html.append("<th scope=\"col\">").append(Text.escaped(head)).append("</th>");
    }
    html.append("</tr></thead><tbody>\n");
  }

  private void row(String first, String... others) {
    html.append("<tr><th scope=\"row\">").append(Text.escaped(first)).append("</th>");
    for (String other : others) {
      html.append("<td>").append(Text.escaped(other)).append("</td>");
    }
    html.append("</tr>\n");
  }

  private void endTable() {
    html.append("</tbody></table></div>\n");
  }
}
