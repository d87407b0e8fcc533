package org.ridgeline.console.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.casefile.Case;
import org.ridgeline.casework.casefile.CaseQueue;
import org.ridgeline.casework.casefile.CaseQueue.Filter;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.CustodyFile;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Limits;
import org.ridgeline.console.page.Moment;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.policy.Level;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The queue of cases, which keeps itself up to date.
@Controller
class CaseListPage {
  private static final List<String> HOLDERS = List.of("", "me", "nobody");

  private final CaseQueue queue;
  private final CustodyDesk custody;
  private final OperatorStore operators;

  CaseListPage(CaseQueue queue, CustodyDesk custody, OperatorStore operators) {
    this.queue = queue;
    this.custody = custody;
    this.operators = operators;
  }

  /// What a list is asked for; what is not understood narrows nothing.
  record Asked(
      String state,
      String office,
      String level,
      String holder,
      String age,
      String live,
      String seen) {
    Asked {
      state = one(CaseState.values(), state);
      office = office == null ? "" : office;
      level = one(Level.values(), level);
      holder = holder != null && HOLDERS.contains(holder) ? holder : "";
      age = age == null ? "0" : age;
      live = live == null ? "" : live;
      seen = seen == null ? "" : seen;
    }

    private static String one(Enum<?>[] all, String asked) {
      return Arrays.stream(all).map(Enum::name).filter(n -> n.equals(asked)).findFirst().orElse("");
    }

    Filter filter(Instant now) {
      int days = age.matches("[0-9]{1,3}") ? Integer.parseInt(age) : 0;
      return new Filter(state, office, level, holder, now.minus(Duration.ofDays(days)));
    }
  }

  @GetMapping("/cases")
  ModelAndView page(Asked asked, HttpServletRequest request) {
    return show("console/cases", asked, view(asked, CasePurposes.lister(request)));
  }

  /// The list's part of the page, or 204 where the page already shows it.
  @GetMapping("/cases/live")
  ModelAndView live(Asked asked, HttpServletRequest request) {
    CaseListView view = view(asked, CasePurposes.lister(request));
    if (view.version().equals(asked.seen())) {
      return new ModelAndView(
          (View) (_, _, response) -> response.setStatus(HttpStatus.NO_CONTENT.value()));
    }
    return show("console/cases :: live", asked, view);
  }

  private static ModelAndView show(String template, Asked asked, CaseListView view) {
    return new ModelAndView(template)
        .addObject("view", view)
        .addObject("isLive", !"off".equals(asked.live()))
        .addObject("levels", Level.values())
        .addObject("age", asked.age())
        .addObject("linesMax", Limits.CASES_SHOWN_MAX)
        .addObject("now", Moment.of(Instant.now()));
  }

  private CaseListView view(Asked asked, Actor actor) {
    Instant now = Instant.now();
    Filter filter = asked.filter(now);
    List<Case> found = queue.list(actor, filter, Limits.CASES_SHOWN_MAX);
    Map<UUID, CustodyFile> custodies = custody.byCase(found.stream().map(Case::caseId).toList());
    List<CaseListView.Line> lines =
        found.stream()
            .map(one ->
                CaseListView.line(one, Optional.ofNullable(custodies.get(one.caseId())), now))
            .sorted(Comparator.comparing(line -> line.clock().dueAt()))
            .toList();
    return new CaseListView(
        lines,
        CaseListView.states(queue.counts(actor, filter), filter.state()),
        queue.offices(),
        filter,
        queue.size(actor, filter));
  }

  @PostMapping("/cases/{id}/take")
  String take(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes after) {
    Actor actor = CasePurposes.lister(request);
    queue.assign(actor, id, Optional.of(actor.name()));
    after.addFlashAttribute("done", "The case is yours.");
    return "redirect:/cases/" + id;
  }

  @PostMapping("/cases/{id}/assign")
  String assign(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String to,
      HttpServletRequest request,
      RedirectAttributes after) {
    Optional<String> holder = Optional.of(to.strip()).filter(name -> !name.isEmpty());
    if (holder.filter(name -> !mayHold(name)).isPresent()) {
      throw new RefusedStep(ConsoleRefusal.HOLDER_UNKNOWN);
    }
    queue.assign(CasePurposes.lister(request), id, holder);
    after.addFlashAttribute("done", "The case is handed on.");
    return "redirect:/cases/" + id;
  }

  private boolean mayHold(String name) {
    return operators
        .byName(name)
        .filter(operator ->
            switch (operator.duty().role()) {
              case OFFICER, APPROVER, SUPERVISOR -> true;
              default -> false;
            })
        .isPresent();
  }
}
