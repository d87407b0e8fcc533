package org.ridgeline.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ridgeline.casework.casefile.CaseQueue;
import org.ridgeline.casework.casefile.CaseState;
import org.ridgeline.console.entry.ForwardedFilter;
import org.ridgeline.console.entry.OperatorLogin;
import org.ridgeline.console.page.ConsolePurposes;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The demo's staff, each a click away, and its guided tour, which remembers the stop one is at.
/// Without a demo, and from another machine, through a proxy or by another name than this machine's
/// own, there is no such page.
@Controller
class DemoPage {
  /// Pages of the console, with what they are asked to show: nothing that leads elsewhere.
  private static final Pattern PAGE = Pattern.compile("/([a-z]+(/[a-z-]+)*(\\?state=[A-Z_]+)?)?");

  private static final String STOP = DemoPage.class.getName() + ".stop";

  /// States whose cases the tour's stops open.
  private static final Set<CaseState> TOURED =
      EnumSet.of(
          CaseState.CITIZENSHIP_REVIEW,
          CaseState.FACTS,
          CaseState.READY,
          CaseState.COUNTERSIGN,
          CaseState.IN_CUSTODY_WATCH);

  private final DemoDoor door;
  private final OperatorLogin logins;
  private final CaseQueue cases;

  DemoPage(DemoDoor door, OperatorLogin logins, CaseQueue cases) {
    this.door = door;
    this.logins = logins;
    this.cases = cases;
  }

  /// One of the staff as the page lists them.
  record PersonLine(String name, String role, String does, String password) {
    static PersonLine of(DemoDoor.Person person) {
      String role = person.duty().role().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      String scope = person.duty().scope();
      return new PersonLine(
          person.name(),
          scope.isEmpty() ? role : role + " of " + scope,
          person.does(),
          person.password());
    }
  }

  @GetMapping("/demo")
  String people(HttpServletRequest request, Model model) {
    open(request);
    model.addAttribute("people", lines());
    return "demo/staff";
  }

  /// The tour; back from a stop's page, at that stop.
  /// - **Shape** `at` the stop to mark, 0 for none
  @GetMapping("/tour")
  String tour(@RequestParam(defaultValue = "-1") int at, HttpServletRequest request, Model model) {
    open(request);
    HttpSession session = request.getSession(false);
    if (at < 0 && session != null && session.getAttribute(STOP) instanceof Integer stop) {
      return "redirect:/tour?at=" + stop + "#stop-" + stop;
    }
    model.addAttribute("at", at);
    model.addAttribute("password", passwords());
    model.addAttribute("isYoung", isYoung());
    return "demo/tour";
  }

  /// Whether the demo has not come so far yet that every stop has something to show.
  private boolean isYoung() {
    return !cases.counts().keySet().containsAll(TOURED);
  }

  /// Everybody's password by the last part of their name.
  private Map<String, String> passwords() {
    return door.people().stream()
        .collect(
            Collectors.toMap(
                person -> person.name().substring(person.name().indexOf('.') + 1),
                DemoDoor.Person::password));
  }

  private List<PersonLine> lines() {
    return door.people().stream().map(PersonLine::of).toList();
  }

  /// Logs the visitor in as somebody, and goes to their first page or the one that is asked for.
  /// - **Shape** `to` a page; `stop` of the tour, 0 for none
  @PostMapping("/demo/as/{name}")
  String become(
      @PathVariable String name,
      @RequestParam(defaultValue = "/") String to,
      @RequestParam(defaultValue = "0") int stop,
      HttpServletRequest request,
      HttpServletResponse response) {
    open(request);
    if (!PAGE.matcher(to).matches()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    DemoDoor.Person person =
        door.person(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        logins.authenticate(
            UsernamePasswordAuthenticationToken.unauthenticated(name, person.password())));
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    ConsolePurposes.state(request, "looking around in the demo");
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    if (stop > 0) {
      request.getSession().setAttribute(STOP, stop);
    }
    return "redirect:" + to;
  }

  private void open(HttpServletRequest request) {
    if (!door.isOpen() || !ForwardedFilter.isFromHere(request)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
