package org.ridgeline.console.agency;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.redress.CorrectionNotice;
import org.ridgeline.casework.redress.Corrections;
import org.ridgeline.casework.redress.Remedy;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Who;
import org.ridgeline.console.page.Word;
import org.ridgeline.ledger.RecipientKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What a booking agency or a state's bureau was told and has to correct: each notice until they
/// say that they did.
@Controller
class CorrectionPage {
  private final Corrections corrections;

  CorrectionPage(Corrections corrections) {
    this.corrections = corrections;
  }

  /// Whose notices a page shows.
  /// - **Shape** `kind` and `id` as notices name a recipient; `path` of the page
  private record Recipient(RecipientKind kind, String id, String path) {
    static Recipient of(Who who) {
      String scope = who.duty().scope();
      return switch (who.duty().role()) {
        case BOOKING_AGENCY -> new Recipient(RecipientKind.AGENCY, scope, "/agency/corrections");
        case STATE_BUREAU -> new Recipient(RecipientKind.BUREAU, scope, "/bureau/corrections");
        default -> throw new RefusedStep(ConsoleRefusal.NOT_FOR_ROLE);
      };
    }
  }

  /// One notice.
  record Line(CorrectionNotice notice, Word word, Moment made, Moment due, List<String> remedies) {
    static Line of(CorrectionNotice notice, Instant now) {
      Word word =
          notice
              .acknowledgedAt()
              .map(_ -> new Word("✓", "acknowledged", Tone.CALM))
              .orElseGet(() ->
                  notice.isOverdue(now)
                      ? new Word("!", "overdue", Tone.BAD)
                      : new Word("○", "to acknowledge", Tone.CHECK));
      return new Line(
          notice,
          word,
          Moment.of(notice.madeAt()),
          Moment.of(notice.dueAt()),
          notice.remedies().stream().map(Line::words).toList());
    }

    private static String words(Remedy remedy) {
      return switch (remedy) {
        case CORRECT_FACT -> "Correct what you keep: a fact on record was wrong.";
        case WITHDRAW_ANSWER -> "The answer is withdrawn: do not rely on it.";
        case PURGE -> "Remove what you keep of it.";
      };
    }
  }

  @GetMapping({"/agency/corrections", "/bureau/corrections"})
  String list(Principal principal, Model model) {
    Recipient to = Recipient.of(AgencyPage.who(principal));
    Instant now = Instant.now();
    model.addAttribute(
        "lines", corrections.fetch(to.kind(), to.id()).stream().map(n -> Line.of(n, now)).toList());
    model.addAttribute("path", to.path());
    model.addAttribute("place", to.kind() + "-corrections");
    return "console/corrections";
  }

  @PostMapping({"/agency/corrections/{id}", "/bureau/corrections/{id}"})
  String acknowledge(@PathVariable UUID id, Principal principal, RedirectAttributes after) {
    Who who = AgencyPage.who(principal);
    Recipient to = Recipient.of(who);
    if (!corrections.acknowledge(id, Optional.of(to.id()), who.name())) {
      throw new RefusedStep(ConsoleRefusal.NO_SUCH_NOTICE_HERE);
    }
    after.addFlashAttribute("done", "The correction is acknowledged.");
    return "redirect:" + to.path();
  }
}
