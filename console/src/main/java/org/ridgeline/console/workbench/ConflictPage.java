package org.ridgeline.console.workbench;

import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.verification.Conclusion;
import org.ridgeline.casework.verification.ExaminerDesk;
import org.ridgeline.casework.verification.Settlement;
import org.ridgeline.casework.verification.SupervisorDesk;
import org.ridgeline.casework.verification.SupervisorDesk.Examiner.Reinstated;
import org.ridgeline.casework.verification.Verdict;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Word;
import org.ridgeline.estimate.share.Share;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// For supervisors: what two examiners could not agree on, and how often each of them errs.
@Controller
public class ConflictPage {
  private final ExaminerDesk desk;
  private final SupervisorDesk supervisors;

  ConflictPage(ExaminerDesk desk, SupervisorDesk supervisors) {
    this.desk = desk;
    this.supervisors = supervisors;
  }

  @GetMapping("/examine/conflicts")
  String conflicts(Principal principal, Model model) {
    Actor actor = Examiner.of(principal);
    model.addAttribute("reviews", supervisors.reviews(actor).stream().map(ReviewView::of).toList());
    ExaminerDesk.Standing standing = desk.standing(actor);
    model.addAttribute("waiting", standing.waiting());
    model.addAttribute("held", standing.held().isPresent());
    return "console/conflicts";
  }

  @GetMapping("/examine/examiners")
  String examiners(Principal principal, Model model) {
    Actor actor = Examiner.of(principal);
    model.addAttribute(
        "examiners", supervisors.examiners(actor).stream().map(ExaminerView::of).toList());
    SupervisorDesk.Pool pool = supervisors.pool(actor);
    model.addAttribute("knownPairs", pool.knownPairs());
    model.addAttribute("plantedPercent", Math.round(pool.plantedShare() * 100));
    return "console/examiners";
  }

  @PostMapping("/examine/examiners/{name}/reinstate")
  String reinstate(
      @PathVariable String name,
      @RequestParam String note,
      Principal principal,
      RedirectAttributes after) {
    supervisors.reinstate(Examiner.of(principal), name, note);
    after.addFlashAttribute(
        "done", name + " is back on the queue. Their error is counted anew from now on.");
    return "redirect:/examine/examiners";
  }

  /// A settled conflict.
  record ReviewView(
      String id, Moment settled, Word settlement, List<VerdictLine> verdicts, boolean isMarked) {
    static ReviewView of(SupervisorDesk.Review review) {
      List<VerdictLine> lines = new ArrayList<>();
      review.verdicts().forEach(verdict -> lines.add(VerdictLine.of(verdict, lines.size())));
      return new ReviewView(
          review.reviewId().toString(),
          Moment.of(review.settledAt()),
          word(review.settlement()),
          lines,
          review.verdicts().stream().anyMatch(verdict -> !verdict.given().marks().isEmpty()));
    }

    private static Word word(Settlement settlement) {
      return switch (settlement) {
        case IDENTIFIED -> new Word("●", "identified", Tone.STRONG);
        case EXCLUDED -> new Word("○", "excluded", Tone.PLAIN);
        case INCONCLUSIVE -> new Word("◐", "inconclusive", Tone.CHECK);
      };
    }
  }

  /// One of its verdicts.
  /// - **Shape** `place`: who gave it, by turn and not by name
  record VerdictLine(
      String place, String who, Word conclusion, Marks marks, String note, String took) {
    /// How much was marked.
    record Marks(int agreeing, int differing, int counts) {}

    static VerdictLine of(Verdict verdict, int before) {
      Verdict.Given given = verdict.given();
      return new VerdictLine(
          verdict.bySupervisor()
              ? "Supervisor"
              : before == 0 ? "First examiner" : "Second examiner",
          verdict.bySupervisor() ? verdict.examiner() + ", supervisor" : verdict.examiner(),
          word(given.conclusion()),
          new Marks(given.agreeing(), given.differing(), given.lines().size()),
          given.note(),
          Moment.span(Duration.ofMillis(given.activeMs())));
    }

    private static Word word(Conclusion conclusion) {
      return switch (conclusion) {
        case IDENTIFICATION -> new Word("●", "identification", Tone.STRONG);
        case EXCLUSION -> new Word("○", "exclusion", Tone.PLAIN);
        case INCONCLUSIVE -> new Word("◐", "inconclusive", Tone.CHECK);
      };
    }
  }

  /// Whether an examiner gets work; `why` and `since` of one who does not.
  record Standing(Word state, boolean isOff, String why, Moment since) {}

  /// One examiner.
  record ExaminerView(
      String name,
      Standing standing,
      Rate identifications,
      Rate exclusions,
      String inconclusive,
      String ever,
      Reinstated reinstated) {
    static ExaminerView of(SupervisorDesk.Examiner one) {
      boolean isOff = !one.off().isEmpty();
      return new ExaminerView(
          one.name(),
          new Standing(
              isOff
                  ? new Word("✕", "off the queue", Tone.BAD)
                  : new Word("✓", "on the queue", Tone.CALM),
              isOff,
              one.off(),
              Moment.of(one.offSince())),
          Rate.of(one.error().falseIdentifications()),
          Rate.of(one.error().falseExclusions()),
          one.error().inconclusiveMates()
              + one.error().inconclusiveNonMates()
              + " of "
              + (one.error().falseIdentifications().of() + one.error().falseExclusions().of()),
          counts(one.all().falseIdentifications()) + "; " + counts(one.all().falseExclusions()),
          one.reinstated());
    }

    private static String counts(Share rate) {
      return rate.count() + " of " + rate.of();
    }
  }

  /// A rate with its bounds.
  public record Rate(String counts, String bounds) {
    static Rate of(Share rate) {
      return new Rate(
          rate.count() + " of " + rate.of(), rate.of() == 0 ? "none planted yet" : bounds(rate));
    }

    /// The bounds in percent.
    public static String bounds(Share rate) {
      return String.format(
          Locale.ROOT, "%.1f–%.1f %%", 100 * rate.bounds().low(), 100 * rate.bounds().high());
    }
  }
}
