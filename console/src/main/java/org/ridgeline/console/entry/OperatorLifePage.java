package org.ridgeline.console.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.LifeLine;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Typed;
import org.ridgeline.console.page.Who;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.LoginTries;
import org.ridgeline.exchange.operator.Operator;
import org.ridgeline.exchange.operator.OperatorRegister;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.Subject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One operator, for administrators: how they stand, what was done to their access, and what can
/// be.
@Controller
@RequestMapping("/operators/{name}")
class OperatorLifePage {
  private final OperatorStore operators;
  private final OperatorRegister register;
  private final LedgerReader ledger;
  private final LoginTries tries;
  private final FirstRun firstRun;
  private final Clock clock = Clock.systemUTC();

  OperatorLifePage(
      OperatorStore operators,
      OperatorRegister register,
      LedgerReader ledger,
      LoginTries tries,
      FirstRun firstRun) {
    this.operators = operators;
    this.register = register;
    this.ledger = ledger;
    this.tries = tries;
    this.firstRun = firstRun;
  }

  @GetMapping
  String page(@PathVariable String name, HttpServletRequest request, Model model) {
    Operator operator =
        operators.byName(name).orElseThrow(() -> new RefusedStep(ConsoleRefusal.NO_SUCH_OPERATOR));
    model.addAttribute(
        "one", OperatorPage.OperatorLine.of(operator, tries.held(clock.instant()).contains(name)));
    model.addAttribute("isDisabled", operator.standing().disabledAt().isPresent());
    model.addAttribute(
        "ends", operator.standing().expiresAt().map(Moment::of).orElse(Moment.NEVER));
    model.addAttribute("isSelf", name.equals(request.getRemoteUser()));
    model.addAttribute("role", operator.duty().role().name());
    model.addAttribute("scope", operator.duty().scope());
    model.addAttribute("roles", Role.values());
    model.addAttribute("tomorrow", LocalDate.now(ZoneOffset.UTC).plusDays(1).toString());
    model.addAttribute("linkHours", Limits.SETUP_LINK_LIFE.toHours());
    model.addAttribute(
        "life", LifeLine.of(ledger, Subject.Kind.OPERATOR.of(name), Set.of("operator")));
    return "console/operator";
  }

  /// What the form of a role sends.
  record RoleForm(@NotNull(message = "NOT_ON_LIST") Role role, @Nullable String scope) {
    Duty read() {
      try {
        return new Duty(role, Typed.text(scope).toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new RefusedStep(ConsoleRefusal.OPERATOR_SCOPE);
      }
    }
  }

  @PostMapping("/role")
  String role(
      @PathVariable String name,
      @Valid RoleForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    register.changeRole(name, form.read(), Who.acting(request));
    return done(name, after, "The role is changed. Their sessions and links have ended.");
  }

  /// What the forms that take access away send.
  record ReasonForm(
      @NotBlank(message = "ACT_REASON")
          @Size(max = Limits.ACCESS_REASON_CHARS_MAX, message = "ACT_REASON")
          String reason) {}

  @PostMapping("/disable")
  String disable(
      @PathVariable String name,
      @Valid ReasonForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    register.disable(name, form.reason(), Who.acting(request));
    return done(name, after, "Disabled. Their sessions and links have ended.");
  }

  @PostMapping("/enable")
  String enable(@PathVariable String name, HttpServletRequest request, RedirectAttributes after) {
    register.enable(name, Who.acting(request));
    return done(name, after, "Enabled.");
  }

  /// What the form of an end sends; without a day the access has none.
  record EndForm(@Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate day) {}

  @PostMapping("/expire")
  String expire(
      @PathVariable String name,
      @Valid EndForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    register.expire(name, Typed.endOf(form.day()), Who.acting(request));
    return done(name, after, form.day() == null ? "The access has no end." : "The end is set.");
  }

  @PostMapping("/reset")
  String reset(@PathVariable String name, HttpServletRequest request, RedirectAttributes after) {
    String token = register.reset(name, Who.acting(request), clock.instant());
    after.addFlashAttribute("link", firstRun.linkOf(token));
    return "redirect:/operators/" + name;
  }

  @PostMapping("/remove")
  String remove(
      @PathVariable String name,
      @Valid ReasonForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    register.remove(name, form.reason(), Who.acting(request));
    after.addFlashAttribute("done", name + " is removed. The name stays taken.");
    return "redirect:/operators";
  }

  private static String done(String name, RedirectAttributes after, String said) {
    after.addFlashAttribute("done", said);
    return "redirect:/operators/" + name;
  }
}
