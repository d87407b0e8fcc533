package org.ridgeline.app.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ridgeline.app.main.DataFolder;
import org.ridgeline.app.main.Rooms;
import org.ridgeline.casework.Casework;
import org.ridgeline.casework.determination.AnswerCounts;
import org.ridgeline.casework.determination.DeterminationKind;
import org.ridgeline.casework.determination.DeterminationStore;
import org.ridgeline.casework.verification.ExactInterval;
import org.ridgeline.ledger.Checkpoint;
import org.ridgeline.ledger.Checkpoints;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What oversight sees: whether every match is answered, how examiners err, who is kept too long,
/// how complaints fare, and whether the ledger is whole. Counts only: nobody's record.
@Controller
class OversightPage {
  private final Rooms rooms;
  private final DataFolder folder;

  OversightPage(Rooms rooms, DataFolder folder) {
    this.rooms = rooms;
    this.folder = folder;
  }

  @GetMapping("/oversight")
  String page(Model model) {
    Instant now = Instant.now();
    Casework casework = rooms.casework();
    matches(model, casework, now);
    verification(model, casework);
    model.addAttribute("kinds", kinds(casework));
    model.addAttribute("returned", casework.cases().counts().returned());
    model.addAttribute("stops", casework.cases().counts().stops());
    model.addAttribute("facilities", facilities(casework));
    model.addAttribute("redress", rooms.redress().counts().rows());
    model.addAttribute("notices", rooms.redress().counts().notices());
    ledger(model);
    model.addAttribute("now", Moment.of(now));
    return "console/oversight";
  }

  private static void matches(Model model, Casework casework, Instant now) {
    AnswerCounts counts = casework.cases().counts();
    Duration within = casework.cases().shelf().freshness().verifyWithin();
    DeterminationStore.Matches matches = counts.matches();
    model.addAttribute("matches", matches);
    model.addAttribute("share", Share.of(matches.answered(), matches.matches()));
    model.addAttribute("oldest", Moment.of(matches.oldest()));
    model.addAttribute("verified", counts.verified(within, now));
    model.addAttribute("withinHours", within.toHours());
    model.addAttribute("states", states(casework));
  }

  /// A count in words.
  record Line(String words, int count) {}

  private static List<Line> states(Casework casework) {
    return casework.cases().queue().counts().entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().ordinal()))
        .map(entry -> new Line(entry.getKey().words(), entry.getValue()))
        .toList();
  }

  private static void verification(Model model, Casework casework) {
    var counts = casework.verification().counts();
    var error = counts.error();
    var work = counts.work();
    model.addAttribute("work", work);
    model.addAttribute(
        "minutes", work.medianMinutes().map(m -> Share.oneDigit(m) + " min").orElse("–"));
    model.addAttribute("falseIdentifications", Share.of(error.falseIdentifications()));
    model.addAttribute("falseExclusions", Share.of(error.falseExclusions()));
  }

  /// A share with its counts; with percent, or exact 95 % bounds where it is an estimate.
  record Share(String counts, String percent) {
    static Share of(int part, int whole) {
      String percent = whole == 0 ? "–" : oneDigit(100.0 * part / whole) + " %";
      return new Share(part + " of " + whole, percent);
    }

    static Share of(ExactInterval interval) {
      return interval.of() == 0
          ? new Share("–", "no such pair yet")
          : new Share(
              interval.count() + " of " + interval.of(), ConflictPage.Rate.bounds(interval));
    }

    static String oneDigit(double value) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
  }

  /// A kind of determination.
  record KindLine(String words, DeterminationStore.Standing counts) {}

  private static List<KindLine> kinds(Casework casework) {
    return casework.cases().counts().kinds().stream()
        .map(kind ->
            new KindLine(
                casework
                    .cases()
                    .kinds()
                    .of(kind.key())
                    .map(DeterminationKind::words)
                    .orElse(kind.key()),
                kind))
        .toList();
  }

  /// A facility that kept people past the moment they could go.
  record FacilityLine(String name, int people, int overLimit, String hours) {}

  private static List<FacilityLine> facilities(Casework casework) {
    return casework.custody().counts().byFacility().stream()
        .map(line ->
            new FacilityLine(
                line.facility() + ", " + line.ori(),
                line.people(),
                line.overLimit(),
                Moment.span(line.elapsed())))
        .toList();
  }

  private void ledger(Model model) {
    long last = rooms.ledger().last().map(entry -> entry.number()).orElse(0L);
    List<Checkpoint> checkpoints = Checkpoints.all(folder.databases().ledger());
    model.addAttribute("entries", last);
    model.addAttribute("checkpoints", checkpoints.size());
    if (!checkpoints.isEmpty()) {
      Checkpoint newest = checkpoints.getLast();
      model.addAttribute("checkpoint", newest);
      model.addAttribute("checkpointAt", Moment.of(newest.madeAt()));
      model.addAttribute("uncovered", last - newest.number());
    }
  }
}
