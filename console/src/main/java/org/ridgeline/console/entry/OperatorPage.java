package org.ridgeline.console.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Who;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.LoginTries;
import org.ridgeline.exchange.operator.Operator;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The operators, for administrators: who there is, invitations, releases.
@Controller
class OperatorPage {
  private final OperatorStore operators;
  private final LoginTries tries;
  private final FirstRun firstRun;
  private final Clock clock = Clock.systemUTC();

  OperatorPage(OperatorStore operators, LoginTries tries, FirstRun firstRun) {
    this.firstRun = firstRun;
    this.operators = operators;
    this.tries = tries;
  }

  @GetMapping("/operators")
  String page(Model model) {
    List<String> held = tries.held(clock.instant());
    model.addAttribute(
        "operators",
        operators.all().stream().map(o -> OperatorLine.of(o, held.contains(o.name()))).toList());
    model.addAttribute("linkHours", org.ridgeline.exchange.Limits.SETUP_LINK_LIFE.toHours());
    return "console/operators";
  }

  @PostMapping("/operators/invite")
  String invite(
      @RequestParam(required = false) @Nullable Role role,
      @RequestParam(defaultValue = "") String scope,
      HttpServletRequest request,
      RedirectAttributes after) {
    if (role == null) {
      throw new RefusedStep(ConsoleRefusal.NOT_ON_LIST);
    }
    Duty duty;
    try {
      duty = new Duty(role, scope.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new RefusedStep(ConsoleRefusal.OPERATOR_SCOPE);
    }
    String token = operators.invite(duty, Who.acting(request), clock.instant());
    after.addFlashAttribute("link", firstRun.linkOf(token));
    return "redirect:/operators";
  }

  @PostMapping("/operators/{name}/release")
  String release(@PathVariable String name, HttpServletRequest request, RedirectAttributes after) {
    if (!operators.release(name, Who.acting(request))) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    after.addFlashAttribute("done", name + " may log in again.");
    return "redirect:/operators";
  }

  /// One operator.
  record OperatorLine(
      String name, String role, Word state, boolean isLocked, Moment created, Moment lastLogin) {
    static OperatorLine of(Operator operator, boolean isHeld) {
      boolean isLocked = operator.lockedAt().isPresent();
      return new OperatorLine(
          operator.name(),
          role(operator.duty()),
          state(operator, isHeld),
          isLocked || isHeld,
          Moment.of(operator.createdAt()),
          Moment.of(operator.lastLoginAt()));
    }

    private static Word state(Operator operator, boolean isHeld) {
      Word state = state(operator);
      return isHeld && state.tone() == Tone.CALM
          ? new Word("!", "held up somewhere after wrong passwords", Tone.CHECK)
          : state;
    }

    static Word state(Operator operator) {
      if (operator.standing().disabledAt().isPresent()) {
        return new Word("–", "disabled", Tone.WAIT);
      }
      if (!operator.isEnabled(Instant.now())) {
        return new Word("–", "expired", Tone.WAIT);
      }
      return operator.lockedAt().isPresent()
          ? new Word("✕", "locked", Tone.BAD)
          : new Word("✓", "may log in", Tone.CALM);
    }

    static String role(Duty duty) {
      String role = duty.role().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      return duty.scope().isEmpty() ? role : role + ", " + duty.scope();
    }
  }
}
