package org.ridgeline.console.agency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Who;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.agency.ActivationRegister;
import org.ridgeline.exchange.agency.ActivationRegister.Row;
import org.ridgeline.exchange.agency.Activations;
import org.ridgeline.rest.PlainText;
import org.ridgeline.vocabulary.Ori;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The activation register as of any date. Administrators end an activation from it.
@Controller
class ActivationPage {
  private final ActivationRegister register;
  private final Activations activations;

  ActivationPage(ActivationRegister register, Activations activations) {
    this.register = register;
    this.activations = activations;
  }

  @GetMapping("/activation")
  String page(@RequestParam(defaultValue = "") String date, Principal principal, Model model) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    LocalDate day = today;
    try {
      day = date.isEmpty() ? today : inReach(LocalDate.parse(date));
    } catch (DateTimeException e) {
      model.addAttribute("objection", "Not a date: write it like 2010-01-12. Today is shown.");
    }
    List<AgencyLine> agencies = register.rows(day).stream().map(AgencyLine::of).toList();
    model.addAttribute("day", day.toString());
    model.addAttribute("today", today.toString());
    model.addAttribute("coverage", register.coverage(day));
    model.addAttribute("agencies", agencies);
    model.addAttribute("activeCount", agencies.stream().filter(AgencyLine::active).count());
    model.addAttribute("months", MonthLine.of(register.history(day)));
    boolean isAdministrator = AgencyPage.who(principal).isAdministrator();
    model.addAttribute("isAdministrator", isAdministrator);
    model.addAttribute("mayEnd", day.equals(today) && isAdministrator);
    return "console/activation";
  }

  private static LocalDate inReach(LocalDate day) {
    if (!PlainText.isInReach(day)) {
      throw new DateTimeException("year " + day.getYear());
    }
    return day;
  }

  /// What the form that ends an activation sends; `confirmed` once the person has read what it
  /// does.
  record EndForm(
      String ori,
      @NotNull @DateTimeFormat(iso = ISO.DATE) LocalDate day,
      @NotBlank @Size(max = Limits.ACTIVATION_REASON_CHARS_MAX) String reason,
      @Nullable Boolean confirmed) {}

  @GetMapping("/activation/end")
  String form(@RequestParam String ori, Model model) {
    LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    return form(model, open(ori), tomorrow.toString(), "");
  }

  private static String form(Model model, AgencyLine agency, String day, String reason) {
    model.addAttribute("agency", agency);
    model.addAttribute("day", day);
    model.addAttribute("reason", reason);
    model.addAttribute("today", LocalDate.now(ZoneOffset.UTC).toString());
    model.addAttribute("reasonCharsMax", Limits.ACTIVATION_REASON_CHARS_MAX);
    return "console/activation-end";
  }

  /// Asks once more before it ends an activation, naming what will happen.
  @PostMapping("/activation/end")
  String end(
      @Valid EndForm form,
      BindingResult errors,
      HttpServletRequest request,
      Model model,
      RedirectAttributes after) {
    if (errors.hasErrors() || form.day().isBefore(LocalDate.now(ZoneOffset.UTC))) {
      throw new RefusedStep(
          ConsoleRefusal.ACTIVATION_END_ENTRY, Limits.ACTIVATION_REASON_CHARS_MAX);
    }
    AgencyLine agency = open(form.ori());
    if (!Boolean.TRUE.equals(form.confirmed())) {
      model.addAttribute("asked", true);
      return form(model, agency, form.day().toString(), form.reason().strip());
    }
    return switch (activations.end(
        new Ori(agency.ori()), form.day(), form.reason(), Who.acting(request))) {
      case ENDED -> {
        after.addFlashAttribute(
            "done", agency.name() + " takes no part in the second search from " + form.day() + ".");
        yield "redirect:/activation";
      }
      case UNKNOWN -> throw new RefusedStep(ConsoleRefusal.NO_SUCH_AGENCY);
      case NOT_ACTIVE -> throw new RefusedStep(ConsoleRefusal.ACTIVATION_NOT_OPEN);
    };
  }

  /// The agency whose activation is to end.
  private AgencyLine open(String ori) {
    AgencyLine line =
        register.rows(LocalDate.now(ZoneOffset.UTC)).stream()
            .filter(row -> row.ori().value().equals(ori))
            .map(AgencyLine::of)
            .findFirst()
            .orElseThrow(() -> new RefusedStep(ConsoleRefusal.NO_SUCH_AGENCY));
    if (!line.isOpen()) {
      throw new RefusedStep(ConsoleRefusal.ACTIVATION_NOT_OPEN);
    }
    return line;
  }

  /// One agency of the register; dates empty where there are none.
  record AgencyLine(
      String state,
      String fips,
      String county,
      String ori,
      String name,
      String from,
      String to,
      boolean active) {
    /// Whether its activation can be ended: there is one, and it has no end yet.
    public boolean isOpen() {
      return !from.isEmpty() && to.isEmpty();
    }

    static AgencyLine of(Row row) {
      return new AgencyLine(
          row.state(),
          row.fips(),
          row.county(),
          row.ori().value(),
          row.name(),
          row.from().map(LocalDate::toString).orElse(""),
          row.to().map(LocalDate::toString).orElse(""),
          row.active());
    }
  }

  /// A month in which coverage changed: counts at its end, and by how much they changed.
  record MonthLine(int year, String month, int jurisdictions, int states, String change) {
    static List<MonthLine> of(List<ActivationRegister.Month> newestFirst) {
      List<MonthLine> lines = new ArrayList<>();
      for (int i = 0; i < newestFirst.size(); i++) {
        ActivationRegister.Month month = newestFirst.get(i);
        int before =
            i + 1 < newestFirst.size() ? newestFirst.get(i + 1).coverage().jurisdictions() : 0;
        int change = month.coverage().jurisdictions() - before;
        lines.add(
            new MonthLine(
                month.last().getYear(),
                month.last().toString().substring(0, 7),
                month.coverage().jurisdictions(),
                month.coverage().states(),
                change > 0 ? "+" + change : String.valueOf(change).replace('-', '−')));
      }
      return List.copyOf(lines);
    }
  }
}
