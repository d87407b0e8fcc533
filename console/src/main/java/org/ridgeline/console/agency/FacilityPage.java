package org.ridgeline.console.agency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.custody.CustodyCounts;
import org.ridgeline.casework.custody.CustodyRules;
import org.ridgeline.casework.custody.Facility;
import org.ridgeline.casework.custody.FacilityKind;
import org.ridgeline.casework.custody.FacilityRegister;
import org.ridgeline.casework.custody.HoldLimit;
import org.ridgeline.casework.custody.OutcomeDesk;
import org.ridgeline.casework.custody.Programme;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Typed;
import org.ridgeline.console.page.Who;
import org.ridgeline.console.page.Word;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The register of facilities, and what custody is judged by: lawful limits by state and version,
/// programmes. Administrators change it; nothing is ever overwritten.
@Controller
class FacilityPage {
  private static final String PURPOSE = "configuration";

  private final FacilityRegister facilities;
  private final CustodyRules rules;
  private final OutcomeDesk outcomes;
  private final CustodyCounts counts;

  FacilityPage(
      FacilityRegister facilities, CustodyRules rules, OutcomeDesk outcomes, CustodyCounts counts) {
    this.facilities = facilities;
    this.rules = rules;
    this.outcomes = outcomes;
    this.counts = counts;
  }

  /// One facility.
  record Line(
      String id,
      String name,
      String kind,
      String ori,
      String state,
      String zone,
      boolean isOpen,
      Moment closed) {
    static Line of(Facility facility) {
      return new Line(
          facility.facilityId().toString(),
          facility.name(),
          facility.kind().words(),
          facility.ori(),
          facility.state(),
          facility.zone().getId(),
          facility.closedAt().isEmpty(),
          Moment.of(facility.closedAt()));
    }
  }

  /// One version of a limit.
  record LimitLine(String state, int version, String from, String text, String source, Word word) {
    static LimitLine of(HoldLimit limit) {
      return new LimitLine(
          limit.state().equals(HoldLimit.ANY_STATE) ? "any other" : limit.state(),
          limit.version(),
          limit.from().toString(),
          CustodyView.limit(limit),
          limit.source(),
          limit.verified()
              ? new Word("✓", "checked", Tone.CALM)
              : new Word("!", "not checked", Tone.CHECK));
    }
  }

  /// One facility's over-detention.
  record OverLine(String facility, String ori, int people, int overLimit, String hours) {
    static OverLine of(CustodyCounts.FacilityLine line) {
      return new OverLine(
          line.facility(),
          line.ori(),
          line.people(),
          line.overLimit(),
          Moment.span(line.elapsed()));
    }
  }

  @GetMapping("/activation/facilities")
  String page(Principal principal, Model model) {
    List<Line> shown = facilities.all().stream().map(Line::of).toList();
    model.addAttribute("facilities", shown);
    model.addAttribute("limits", rules.limits().stream().map(LimitLine::of).toList());
    model.addAttribute("programmes", outcomes.programmes());
    model.addAttribute("over", counts.byFacility().stream().map(OverLine::of).toList());
    model.addAttribute("handOvers", counts.handOvers(Instant.EPOCH, Instant.now().plusSeconds(1)));
    model.addAttribute("today", LocalDate.now(ZoneOffset.UTC).toString());
    model.addAttribute("hoursMax", org.ridgeline.casework.custody.Limits.HOLD_HOURS_MAX);
    model.addAttribute("mayChange", AgencyPage.who(principal).isAdministrator());
    return "console/facilities";
  }

  /// What the form of a facility sends.
  record FacilityForm(
      String ori,
      String name,
      @NotNull(message = "NOT_ON_LIST") FacilityKind kind,
      String state,
      String zone) {
    FacilityForm {
      ori = upper(ori);
      name = Typed.text(name);
      state = upper(state);
      zone = Typed.text(zone);
    }

    FacilityRegister.Entry read() {
      return new FacilityRegister.Entry(ori, name, kind, state, zone);
    }
  }

  @PostMapping("/activation/facilities")
  String add(@Valid FacilityForm form, Principal principal, RedirectAttributes after) {
    facilities.add(actor(principal), form.read());
    return done(after, "The facility is in the register.");
  }

  @PostMapping("/activation/facilities/{id}/close")
  String close(@PathVariable UUID id, Principal principal, RedirectAttributes after) {
    facilities.close(actor(principal), id);
    return done(after, "The facility is closed. What was reported there stays.");
  }

  /// What the form of a limit sends.
  record LimitForm(
      String state,
      @NotNull(message = "NOT_A_DAY") @DateTimeFormat(iso = ISO.DATE) LocalDate from,
      @Nullable Integer hours,
      @Nullable Boolean weekends,
      @Nullable Boolean holidays,
      String source,
      @Nullable Boolean verified) {
    LimitForm {
      state = upper(state);
      source = Typed.text(source);
    }

    HoldLimit read() {
      try {
        return new HoldLimit(
            state.isEmpty() ? HoldLimit.ANY_STATE : state,
            1,
            from,
            hours == null ? -1 : hours,
            new HoldLimit.Days(Typed.isTicked(weekends), Typed.isTicked(holidays), Set.of()),
            source,
            Typed.isTicked(verified));
      } catch (IllegalArgumentException e) {
        throw new RefusedStep(
            ConsoleRefusal.LIMIT_ENTRY, org.ridgeline.casework.custody.Limits.HOLD_HOURS_MAX);
      }
    }
  }

  @PostMapping("/activation/facilities/limits")
  String limit(@Valid LimitForm form, Principal principal, RedirectAttributes after) {
    rules.add(actor(principal), form.read());
    return done(after, "The limit is a new version; earlier days keep theirs.");
  }

  /// What the form of a programme sends.
  record ProgrammeForm(String code, String name, String source) {
    ProgrammeForm {
      code = upper(code);
      name = Typed.text(name);
      source = Typed.text(source);
    }
  }

  @PostMapping("/activation/facilities/programmes")
  String programme(@Valid ProgrammeForm form, Principal principal, RedirectAttributes after) {
    outcomes.add(actor(principal), new Programme(form.code(), form.name(), form.source()));
    return done(after, "Outcomes can be attributed to the programme from now.");
  }

  private static String done(RedirectAttributes after, String said) {
    after.addFlashAttribute("done", said);
    return "redirect:/activation/facilities";
  }

  private static String upper(@Nullable String typed) {
    return Typed.text(typed).toUpperCase(Locale.ROOT);
  }

  private static Actor actor(Principal principal) {
    Who who = AgencyPage.who(principal);
    return new Actor(who.name(), who.duty(), PURPOSE);
  }
}
