package org.ridgeline.console.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseAge;
import org.ridgeline.casework.casefile.CaseQueue;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.CustodyFile;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.console.page.Limits;
import org.ridgeline.console.page.Moment;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// How long cases wait, and which clocks are about to run out: numbers and dates, nobody's record.
@Controller
class DashboardPage {
  private static final Duration SOON = Duration.ofHours(48);

  private final CaseQueue queue;
  private final CustodyDesk custody;
  private final Shelf shelf;

  DashboardPage(CaseQueue queue, CustodyDesk custody, Shelf shelf) {
    this.queue = queue;
    this.custody = custody;
    this.shelf = shelf;
  }

  @GetMapping("/cases/dashboard")
  String page(HttpServletRequest request, Model model) {
    Actor actor = CasePurposes.lister(request);
    Instant now = Instant.now();
    List<CaseAge> ages = queue.ages(actor);
    List<Clock> clocks = new ArrayList<>(leads(queue.unsettled(actor, Limits.CLOCKS_MAX), now));
    clocks.addAll(custodies(queue.watched(actor, Limits.CLOCKS_MAX), now));
    clocks.sort(Comparator.comparing(Clock::due));
    model.addAttribute("bars", bars(ages, now));
    model.addAttribute("open", ages.stream().mapToInt(CaseAge::count).sum());
    model.addAttribute("clocks", clocks);
    model.addAttribute("over", clocks.stream().filter(Clock::isOver).count());
    model.addAttribute("now", Moment.of(now));
    return "console/dashboard";
  }

  /// A state's row; widths of its bars out of [Limits#BAR_WIDTH].
  record Bar(
      String state,
      String words,
      int count,
      int countWidth,
      String median,
      String oldest,
      int ageWidth) {}

  static List<Bar> bars(List<CaseAge> ages, Instant now) {
    long most = ages.stream().mapToInt(CaseAge::count).max().orElse(1);
    long longest =
        Math.max(1, ages.stream().mapToLong(a -> seconds(a.oldest(), now)).max().orElse(1));
    return ages.stream()
        .map(a ->
            new Bar(
                a.state().name(),
                a.state().words(),
                a.count(),
                width(a.count(), most),
                Moment.span(Duration.between(a.median(), now)),
                Moment.span(Duration.between(a.oldest(), now)),
                width(seconds(a.oldest(), now), longest)))
        .toList();
  }

  private static long seconds(Instant from, Instant now) {
    return Math.max(0, Duration.between(from, now).toSeconds());
  }

  /// At least one, so that a bar is seen.
  private static int width(long part, long whole) {
    return (int) Math.max(1, part * Limits.BAR_WIDTH / whole);
  }

  /// A clock that has run out or will soon.
  record Clock(String number, UUID caseId, String what, Instant due, boolean isOver) {
    public Moment at() {
      return Moment.of(due);
    }
  }

  private List<Clock> leads(List<Case> cases, Instant now) {
    Duration within = shelf.freshness().verifyWithin();
    return cases.stream()
        .map(one -> clock(one, "examiners have not settled", one.openedAt().plus(within), now))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<Clock> custodies(List<Case> cases, Instant now) {
    Map<UUID, CustodyFile> files = custody.byCase(cases.stream().map(Case::caseId).toList());
    List<Clock> clocks = new ArrayList<>();
    for (Case one : cases) {
      Optional.ofNullable(files.get(one.caseId()))
          .filter(file -> file.custody().endedAt().isEmpty())
          .flatMap(CustodyFile::limitAt)
          .flatMap(at -> clock(one, "lawful limit of custody", at, now))
          .ifPresent(clocks::add);
    }
    return clocks;
  }

  private static Optional<Clock> clock(Case one, String what, Instant due, Instant now) {
    return due.isAfter(now.plus(SOON))
        ? Optional.empty()
        : Optional.of(new Clock(one.number(), one.caseId(), what, due, now.isAfter(due)));
  }
}
