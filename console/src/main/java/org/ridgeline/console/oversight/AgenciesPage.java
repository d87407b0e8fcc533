package org.ridgeline.console.oversight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ridgeline.casework.custody.BurdenMeter;
import org.ridgeline.casework.custody.CustodyCounts;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Word;
import org.ridgeline.estimate.share.Share;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.completeness.Completeness;
import org.ridgeline.exchange.completeness.FieldLeague;
import org.ridgeline.exchange.completeness.Standing;
import org.ridgeline.exchange.completeness.WatchedField;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// How agencies send: whether all their bookings come, which fields those lack, and what all of it
/// costs them. Counts only: nobody's record.
@Controller
class AgenciesPage {
  private static final int LEAGUE_DAYS = 90;
  private static final BurdenMeter.Burden NOTHING = new BurdenMeter.Burden(0, 0, 0);

  private final Completeness completeness;
  private final FieldLeague league;
  private final BurdenMeter burden;
  private final CustodyCounts custody;
  private final Clock clock;

  AgenciesPage(
      Completeness completeness,
      FieldLeague league,
      BurdenMeter burden,
      CustodyCounts custody,
      Clock clock) {
    this.completeness = completeness;
    this.league = league;
    this.burden = burden;
    this.custody = custody;
    this.clock = clock;
  }

  /// An agency's own count against what came.
  record WholeLine(
      String ori, String name, String told, int booked, int taken, String missing, Word word) {
    static WholeLine of(Completeness.AgencyLine line) {
      return new WholeLine(
          line.ori(),
          line.name(),
          line.toldWeeks() + " of " + line.weeks(),
          line.booked(),
          line.taken(),
          line.booked() == 0 ? "–" : ShareView.of(line.missing(), line.booked()).percent(),
          word(line.standing()));
    }

    private static Word word(Standing standing) {
      return switch (standing) {
        case WHOLE -> new Word("✓", standing.words(), Tone.CALM);
        case GAP, SURPLUS -> new Word("!", standing.words(), Tone.CHECK);
        case NOT_TOLD, RUNNING -> new Word("?", standing.words(), Tone.PLAIN);
      };
    }
  }

  /// A field of an agency.
  /// - **Shape** `missing` in percent; `bounds` of it where the agency's bookings are a sample
  record FieldView(String words, String missing, String bounds, int invalid) {}

  /// An agency's line of the league.
  record LeagueLine(
      String ori, String name, FieldLeague.Came came, ShareView late, List<FieldView> fields) {
    static LeagueLine of(FieldLeague.Line line) {
      return new LeagueLine(
          line.ori(),
          line.name(),
          line.came(),
          ShareView.of(line.came().late(), line.came().dated()),
          Arrays.stream(WatchedField.values()).map(field -> view(field, line)).toList());
    }

    private static FieldView view(WatchedField field, FieldLeague.Line line) {
      FieldLeague.Lacks lacks = line.fields().getOrDefault(field, new FieldLeague.Lacks(0, 0));
      Share share = new Share(lacks.missing(), line.came().bookings());
      return new FieldView(
          field.words(),
          ShareView.of(lacks.missing(), line.came().bookings()).percent(),
          ShareView.of(share).percent(),
          lacks.invalid());
    }
  }

  /// What all of it costs an agency.
  /// - **Shape** `each` seconds a booking in words; `kept` time past release in words
  record CostLine(
      String ori, String name, int bookings, int reports, String each, int clicks, String kept) {}

  @GetMapping("/oversight/agencies")
  String page(Model model) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    model.addAttribute("now", Moment.of(now));
    model.addAttribute("weeks", Limits.COMPLETENESS_WEEKS);
    List<Completeness.AgencyLine> agencies = completeness.agencies();
    model.addAttribute("whole", agencies.stream().map(WholeLine::of).toList());
    model.addAttribute("days", LEAGUE_DAYS);
    List<FieldLeague.Line> lines = league.lines(today.minusDays(LEAGUE_DAYS), today.plusDays(1));
    model.addAttribute("league", lines.stream().map(LeagueLine::of).toList());
    Map<String, String> names = new TreeMap<>();
    agencies.forEach(line -> names.put(line.ori(), line.name()));
    model.addAttribute("costs", costs(lines, names, now.minus(Duration.ofDays(LEAGUE_DAYS))));
    model.addAttribute(
        "fields", Arrays.stream(WatchedField.values()).map(WatchedField::words).toList());
    return "console/oversight-agencies";
  }

  private List<CostLine> costs(
      List<FieldLeague.Line> lines, Map<String, String> names, Instant since) {
    Map<String, BurdenMeter.Burden> spent = burden.all(since);
    Map<String, Integer> came = new TreeMap<>();
    lines.forEach(line -> came.put(line.ori(), line.came().bookings()));
    Map<String, Duration> kept = new TreeMap<>();
    custody.byFacility().forEach(line -> kept.merge(line.ori(), line.elapsed(), Duration::plus));
    SortedSet<String> all = new TreeSet<>(came.keySet());
    all.addAll(spent.keySet());
    all.addAll(kept.keySet());
    return all.stream()
        .map(ori ->
            cost(
                ori,
                names.getOrDefault(ori, ""),
                came.getOrDefault(ori, 0),
                spent.getOrDefault(ori, NOTHING),
                kept.getOrDefault(ori, Duration.ZERO)))
        .toList();
  }

  private static CostLine cost(
      String ori, String name, int bookings, BurdenMeter.Burden spent, Duration kept) {
    return new CostLine(
        ori,
        name,
        bookings,
        spent.reports(),
        bookings == 0 ? "–" : ShareView.oneDigit(spent.seconds() / bookings) + " s",
        spent.clicks(),
        kept.isZero() ? "none" : Moment.span(kept));
  }
}
