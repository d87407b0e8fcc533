package org.ridgeline.app.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.ridgeline.app.main.DemoDoor;
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
import org.springframework.web.server.ResponseStatusException;

/// The demo's staff, each a click away, and its guided tour. Without a demo, and from another
/// machine, there is no such page.
@Controller
class DemoPage {
  private final DemoDoor door;
  private final OperatorLogin logins;

  DemoPage(DemoDoor door, OperatorLogin logins) {
    this.door = door;
    this.logins = logins;
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
    return "console/demo";
  }

  @GetMapping("/tour")
  String tour(HttpServletRequest request, Model model) {
    open(request);
    model.addAttribute("people", lines());
    return "console/tour";
  }

  private List<PersonLine> lines() {
    return door.people().stream().map(PersonLine::of).toList();
  }

  @PostMapping("/demo/as/{name}")
  String become(
      @PathVariable String name, HttpServletRequest request, HttpServletResponse response) {
    open(request);
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
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    return "redirect:/";
  }

  private void open(HttpServletRequest request) {
    if (!door.isOpen() || !isHere(request)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private static boolean isHere(HttpServletRequest request) {
    try {
      return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
