package org.ridgeline.console.cases;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ridgeline.casework.casefile.HistoryDesk;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.console.page.Who;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.policy.DifferenceReport;
import org.ridgeline.policy.Level;
import org.ridgeline.policy.Limits;
import org.ridgeline.policy.PolicyTable;
import org.ridgeline.policy.PolicyTables;
import org.ridgeline.policy.Priority;
import org.ridgeline.policy.TableFault;
import org.ridgeline.policy.TableRead;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The tables of offence levels as published, row by row, and for supervisors what another table
/// would change in the cases there are.
@Controller
class PolicyPage {
  private static final String CANDIDATE = "candidate";

  private final HistoryDesk desk;

  PolicyPage(HistoryDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/cases/policy")
  String page(Principal principal, Model model) {
    Who who = Who.of(Optional.of(principal)).orElseThrow();
    model.addAttribute("tables", PolicyTables.published());
    model.addAttribute("current", PolicyTables.current().version());
    model.addAttribute("mayReplay", who.has(Role.SUPERVISOR));
    model.addAttribute("tableCharsMax", Limits.TABLE_CHARS_MAX);
    return "console/policy";
  }

  /// What a supervisor asks for: two versions, or a candidate's text in place of one.
  record Question(String from, String to, String candidate) {}

  @PostMapping("/cases/policy/replay")
  String replay(
      Principal principal,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam(defaultValue = "") String candidate,
      Model model) {
    Who who = Who.of(Optional.of(principal)).orElseThrow();
    Question question = new Question(from, to, candidate);
    model.addAttribute("question", question);
    Optional<PolicyTable> one = table(from, candidate, model);
    Optional<PolicyTable> other = table(to, candidate, model);
    if (one.isPresent() && other.isPresent()) {
      Actor actor = new Actor(who.name(), who.duty(), "what-if replay of the priority policy");
      model.addAttribute("report", ReportView.of(desk.replay(actor, one.get(), other.get())));
    }
    return page(principal, model);
  }

  private static Optional<PolicyTable> table(String name, String candidate, Model model) {
    if (!name.equals(CANDIDATE)) {
      return PolicyTables.of(name);
    }
    return switch (PolicyTables.read(candidate)) {
      case TableRead.Accepted accepted -> Optional.of(accepted.table());
      case TableRead.Refused refused -> {
        model.addAttribute("faults", refused.faults().stream().map(TableFault::words).toList());
        yield Optional.empty();
      }
    };
  }

  /// A difference report as the page draws it.
  record ReportView(
      PolicyTable from,
      PolicyTable to,
      int cases,
      List<String> columns,
      List<Line> lines,
      Line all,
      List<DifferenceReport.Changed> changed) {
    static ReportView of(DifferenceReport report) {
      List<Level> levels = Arrays.asList(Level.values());
      return new ReportView(
          report.from(),
          report.to(),
          report.cases(),
          levels.stream().map(Level::words).toList(),
          levels.stream()
              .map(row ->
                  new Line(
                      row.words(),
                      List.copyOf(report.matrix().get(row).values()),
                      report.totalFrom(row)))
              .toList(),
          new Line("All", levels.stream().map(report::totalTo).toList(), report.cases()),
          report.changed());
    }

    /// The two sides of a case that changes.
    public List<Priority> sides(DifferenceReport.Changed changed) {
      return List.of(changed.from(), changed.to());
    }
  }

  /// A row of the matrix and its sum.
  record Line(String level, List<Integer> counts, int total) {}
}
