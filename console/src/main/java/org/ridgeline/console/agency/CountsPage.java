package org.ridgeline.console.agency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Who;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.completeness.BookingCount;
import org.ridgeline.exchange.completeness.BookingCounts;
import org.ridgeline.exchange.completeness.BookingWeek;
import org.ridgeline.exchange.completeness.Completeness;
import org.ridgeline.exchange.completeness.Standing;
import org.ridgeline.vocabulary.Ori;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// How many people the agency booked, by its own books: told here, and held against what came.
@Controller
class CountsPage {
  private final BookingCounts counts;
  private final Completeness completeness;

  CountsPage(BookingCounts counts, Completeness completeness) {
    this.counts = counts;
    this.completeness = completeness;
  }

  /// One week.
  record Line(String week, String booked, int taken, Word word, boolean mayTell) {
    static Line of(Completeness.WeekLine line) {
      return new Line(
          line.week().toString(),
          line.booked().map(String::valueOf).orElse("–"),
          line.taken(),
          word(line.standing()),
          line.standing() != Standing.RUNNING);
    }

    private static Word word(Standing standing) {
      return switch (standing) {
        case RUNNING -> new Word("…", standing.words(), Tone.PLAIN);
        case NOT_TOLD -> new Word("?", standing.words(), Tone.CHECK);
        case WHOLE -> new Word("✓", standing.words(), Tone.CALM);
        case GAP, SURPLUS -> new Word("!", standing.words(), Tone.CHECK);
      };
    }
  }

  @GetMapping("/agency/counts")
  String page(Principal principal, Model model) {
    String ori = AgencyDesk.ori(AgencyPage.who(principal));
    List<Line> lines = completeness.weeks(new Ori(ori)).stream().map(Line::of).toList();
    model.addAttribute("lines", lines);
    model.addAttribute("weeks", lines.stream().filter(Line::mayTell).toList());
    model.addAttribute("bookingsMax", Limits.WEEK_BOOKINGS_MAX);
    model.addAttribute("ori", ori);
    return "console/agency-counts";
  }

  /// What the form sends.
  record CountForm(
      @NotNull(message = "WEEK_COUNT_ENTRY") @DateTimeFormat(iso = ISO.DATE)
          @Nullable LocalDate week,
      @Nullable Integer bookings) {
    BookingCount read(String ori) {
      try {
        return new BookingCount(
            new Ori(ori),
            BookingWeek.parse(String.valueOf(week)),
            bookings == null ? -1 : bookings);
      } catch (IllegalArgumentException e) {
        throw new RefusedStep(
            ConsoleRefusal.WEEK_COUNT_ENTRY, String.valueOf(Limits.WEEK_BOOKINGS_MAX));
      }
    }
  }

  @PostMapping("/agency/counts")
  String tell(@Valid CountForm form, Principal principal, RedirectAttributes after) {
    Who who = AgencyPage.who(principal);
    String ori = AgencyDesk.ori(who);
    boolean isNew =
        counts.ofPerson(
            form.read(ori),
            new Trail.Person(who.name(), who.duty().role().name(), AgencyDesk.PURPOSE));
    after.addFlashAttribute(
        "done",
        isNew ? "Told. What was told before stays on record." : "That stood there already.");
    return "redirect:/agency/counts";
  }
}
