package org.ridgeline.console.cases;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.casefile.HistoryDesk;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.history.FactorStore;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Typed;
import org.ridgeline.policy.history.ChargeNumber;
import org.ridgeline.policy.history.Disposition;
import org.ridgeline.policy.history.Grade;
import org.ridgeline.policy.history.Offence;
import org.ridgeline.policy.history.Sentence;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

  /// What became of a charge, as the form sends it: days only where the ending has them; the
  /// offence where it is not the one charged.
  record EndingForm(
      @NotBlank(message = "NOT_ON_LIST") String charge,
      @NotNull(message = "NOT_ON_LIST") Ending ending,
      @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate on,
      @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate convictedOn,
      String of,
      String code,
      @Nullable Grade grade,
      @Nullable @PositiveOrZero Integer days) {
    EndingForm {
      charge = Typed.text(charge);
      of = Typed.text(of);
      code = Typed.text(code);
    }

    private static LocalDate day(@Nullable LocalDate typed) {
      if (typed == null) {
        throw new RefusedStep(ConsoleRefusal.NOT_A_DAY);
      }
      return typed;
    }

    /// - **Shape** `charged`: the text of the offence charged
    Disposition disposition(String charged) {
      return switch (ending) {
        case CONVICTED -> judgment(charged, day(on));
        case DISMISSED -> new Disposition.Dismissed(day(on));
        case ACQUITTED -> new Disposition.Acquitted(day(on));
        case NOT_FILED -> new Disposition.NotFiled(day(on));
        case DIVERTED -> new Disposition.Diverted(day(on));
        case PENDING -> new Disposition.Pending();
        case VACATED -> new Disposition.Vacated(judgment(charged, day(convictedOn)), day(on));
        case EXPUNGED -> new Disposition.Expunged(day(on));
      };
    }

    /// Whether a judgment is spoken of, and its offence not named.
    boolean namesNoOffence() {
      return of.isEmpty() && (ending == Ending.CONVICTED || ending == Ending.VACATED);
    }

    private Disposition.Convicted judgment(String charged, LocalDate day) {
      if (grade == null) {
        throw new RefusedStep(ConsoleRefusal.NOT_ON_LIST);
      }
      return new Disposition.Convicted(
          new Offence(Typed.some(code), of.isEmpty() ? charged : of, grade),
          Optional.ofNullable(days).map(Sentence::new),
          day);
    }
  }

  /// Where a court's record is found.
  record CourtForm(String court, String docket, @NotNull(message = "NOT_ON_LIST") UUID document) {
    CourtForm {
      court = Typed.text(court);
      docket = Typed.text(docket);
    }
  }

  @PostMapping("/cases/{id}/disposition")
  String disposition(
      @PathVariable UUID id,
      @Valid EndingForm form,
      @Valid CourtForm court,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    try {
      String charged = form.namesNoOffence() ? charged(actor, id, form.charge()) : "";
      desk.record(
          actor,
          id,
          new HistoryDesk.Ending(
              ChargeNumber.of(form.charge()),
              form.disposition(charged),
              court.court(),
              court.docket(),
              court.document()));
    } catch (IllegalArgumentException e) {
      throw new RefusedStep(ConsoleRefusal.FORM_NOT_UNDERSTOOD, String.valueOf(e.getMessage()));
    }
    return done(id, after, "The court's record is noted.");
  }

  /// Another factor somebody wants to note.
  record FactorForm(
      @NotNull(message = "NOT_ON_LIST") FactorStore.Kind kind,
      String source,
      @NotNull(message = "NOT_A_DAY") @DateTimeFormat(iso = ISO.DATE) LocalDate until,
      String contest) {
    FactorForm {
      source = Typed.text(source);
      contest = Typed.text(contest);
    }
  }

  @PostMapping("/cases/{id}/factor")
  String factor(
      @PathVariable UUID id,
      @Valid FactorForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    Actor actor = CasePurposes.actor(request, id);
    desk.claim(
        actor, id, new HistoryDesk.Claim(form.kind(), form.source(), form.until(), form.contest()));
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

  private String charged(Actor actor, UUID id, String number) {
    return desk.assess(actor, id).history().charges().stream()
        .filter(charge -> charge.number().toString().equals(number))
        .map(charge -> charge.charge().offence().text())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no charge " + number));
  }

  private static String done(UUID id, RedirectAttributes after, String words) {
    after.addFlashAttribute("done", words);
    return "redirect:/cases/" + id;
  }
}
