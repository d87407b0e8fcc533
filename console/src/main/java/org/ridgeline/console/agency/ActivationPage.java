package org.ridgeline.console.agency;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.ridgeline.exchange.agency.ActivationRegister;
import org.ridgeline.exchange.agency.ActivationRegister.Row;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The activation register as of any date.
@Controller
class ActivationPage {
  private final ActivationRegister register;

  ActivationPage(ActivationRegister register) {
    this.register = register;
  }

  @GetMapping("/activation")
  String page(@RequestParam(defaultValue = "") String date, Model model) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    LocalDate day = today;
    try {
      day = date.isEmpty() ? today : LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      model.addAttribute("objection", "Not a date: write it like 2010-01-12. Today is shown.");
    }
    List<AgencyLine> agencies = register.rows(day).stream().map(AgencyLine::of).toList();
    model.addAttribute("day", day.toString());
    model.addAttribute("today", today.toString());
    model.addAttribute("coverage", register.coverage(day));
    model.addAttribute("agencies", agencies);
    model.addAttribute("activeCount", agencies.stream().filter(AgencyLine::active).count());
    model.addAttribute("months", MonthLine.of(register.history(day)));
    return "console/activation";
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
