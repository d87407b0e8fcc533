package org.ridgeline.console.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.casefile.HistoryDesk;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.history.FactorStore;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.policy.history.ChargeNumber;
import org.ridgeline.policy.history.Disposition;
import org.ridgeline.policy.history.Grade;
import org.ridgeline.policy.history.Offence;
import org.ridgeline.policy.history.Sentence;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What people note of a history on a case's page: courts' records, and other factors.
@Controller
class CaseHistoryPage {
  private final HistoryDesk desk;

  CaseHistoryPage(HistoryDesk desk) {
    this.desk = desk;
  }

  /// What became of a charge, as the form offers it.
  enum Ending {
    CONVICTED("convicted"),
    DISMISSED("dismissed"),
    ACQUITTED("acquitted"),
    NOT_FILED("not filed"),
    DIVERTED("diverted"),
    PENDING("proceedings pending"),
    VACATED("conviction vacated"),
    EXPUNGED("expunged");

    private final String words;

    Ending(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// What the forms of a case's page offer.
  static void choices(Model model) {
    model.addAttribute("endings", Ending.values());
    model.addAttribute("offenceGrades", Grade.values());
    model.addAttribute("factorKinds", FactorStore.Kind.values());
  }

  @PostMapping("/cases/{id}/disposition")
  String disposition(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    try {
      desk.record(
          actor,
          id,
          new HistoryDesk.Ending(
              ChargeNumber.of(text("charge", form)),
              disposition(actor, id, form),
              text("court", form),
              text("docket", form),
              UUID.fromString(text("document", form))));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw bad(e);
    }
    return done(id, after, "The court's record is noted.");
  }

  @PostMapping("/cases/{id}/factor")
  String factor(
      @PathVariable UUID id,
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    HistoryDesk.Claim claim;
    try {
      claim =
          new HistoryDesk.Claim(
              FactorStore.Kind.valueOf(text("kind", form)),
              text("source", form),
              day("until", form),
              text("contest", form));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw bad(e);
    }
    desk.claim(actor, id, claim);
    return done(id, after, "The factor is noted.");
  }

  @PostMapping("/cases/{id}/factor/{factor}/review")
  String review(
      @PathVariable UUID id,
      @PathVariable long factor,
      HttpServletRequest request,
      RedirectAttributes after) {
    desk.review(CasePurposes.actor(request, id), id, factor);
    return done(id, after, "The claim is reviewed.");
  }

  @PostMapping("/cases/{id}/factor/{factor}/contest")
  String contest(
      @PathVariable UUID id,
      @PathVariable long factor,
      HttpServletRequest request,
      RedirectAttributes after) {
    desk.contest(CasePurposes.actor(request, id), id, factor);
    return done(id, after, "The objection is noted; the claim does not count.");
  }

  private Disposition disposition(Actor actor, UUID id, Map<String, String> form) {
    return switch (Ending.valueOf(text("ending", form))) {
      case CONVICTED -> judgment(actor, id, form, day("on", form));
      case DISMISSED -> new Disposition.Dismissed(day("on", form));
      case ACQUITTED -> new Disposition.Acquitted(day("on", form));
      case NOT_FILED -> new Disposition.NotFiled(day("on", form));
      case DIVERTED -> new Disposition.Diverted(day("on", form));
      case PENDING -> new Disposition.Pending();
      case VACATED ->
          new Disposition.Vacated(
              judgment(actor, id, form, day("convictedOn", form)), day("on", form));
      case EXPUNGED -> new Disposition.Expunged(day("on", form));
    };
  }

  private Disposition.Convicted judgment(
      Actor actor, UUID id, Map<String, String> form, LocalDate on) {
    String of = text("of", form);
    String code = text("code", form);
    String days = text("days", form);
    return new Disposition.Convicted(
        new Offence(
            code.isEmpty() ? Optional.empty() : Optional.of(code),
            of.isEmpty() ? charged(actor, id, text("charge", form)) : of,
            Grade.valueOf(text("grade", form))),
        days.isEmpty() ? Optional.empty() : Optional.of(new Sentence(Integer.parseInt(days))),
        on);
  }

  private String charged(Actor actor, UUID id, String number) {
    return desk.assess(actor, id).history().charges().stream()
        .filter(charge -> charge.number().toString().equals(number))
        .map(charge -> charge.charge().offence().text())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no charge " + number));
  }

  private static RefusedStep bad(RuntimeException e) {
    return new RefusedStep(ConsoleRefusal.FORM_NOT_UNDERSTOOD, String.valueOf(e.getMessage()));
  }

  private static LocalDate day(String field, Map<String, String> form) {
    return LocalDate.parse(text(field, form));
  }

  private static String text(String field, Map<String, String> form) {
    return form.getOrDefault(field, "").strip();
  }

  private static String done(UUID id, RedirectAttributes after, String words) {
    after.addFlashAttribute("done", words);
    return "redirect:/cases/" + id;
  }
}
