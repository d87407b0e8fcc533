package org.ridgeline.console.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.ridgeline.console.page.Limits;
import org.ridgeline.console.page.Typed;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.LoginTries;
import org.ridgeline.exchange.operator.Operator;
import org.ridgeline.exchange.operator.OperatorRegister;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.operator.OperatorStore.Admission;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.vocabulary.NetworkPlace;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/// The one-time links that make an operator, or another password.
@Controller
class EntryPage {
  private final OperatorStore operators;
  private final OperatorRegister register;
  private final LoginTries tries;
  private final PasswordEncoder passwords;
  private final FirstRun firstRun;
  private final Clock clock = Clock.systemUTC();

  EntryPage(
      OperatorStore operators,
      OperatorRegister register,
      LoginTries tries,
      PasswordEncoder passwords,
      FirstRun firstRun) {
    this.operators = operators;
    this.register = register;
    this.tries = tries;
    this.passwords = passwords;
    this.firstRun = firstRun;
  }

  @GetMapping("/setup/{token}")
  String setup(@PathVariable String token, Model model) {
    Optional<String> resets = register.resets(token, clock.instant());
    if (resets.isPresent()) {
      return reset(token, resets.get(), Optional.empty(), model);
    }
    return form(token, "", Optional.empty(), model);
  }

  /// A new password, typed twice.
  record NewPassword(String password, String again) {
    NewPassword {
      // Not stripped: blanks are part of a password.
      password = Optional.ofNullable(password).orElse("");
      again = Optional.ofNullable(again).orElse("");
    }

    /// Keeps the passwords out of logs.
    @Override
    public String toString() {
      return "NewPassword";
    }
  }

  /// A log-in as its owner chooses it.
  record Chosen(String username, String password, String again) {
    Chosen {
      username = Typed.text(username).toLowerCase(Locale.ROOT);
      password = Objects.requireNonNullElse(password, "");
      again = Objects.requireNonNullElse(again, "");
    }

    Optional<String> objection() {
      return Operator.isName(username)
          ? Passwords.objection(username, password, again)
          : Optional.of("The name needs 2 to 40 of a–z, 0–9, dot, hyphen, underscore.");
    }

    /// Keeps the password out of logs.
    @Override
    public String toString() {
      return "Chosen[" + username + "]";
    }
  }

  @PostMapping("/setup/{token}")
  String create(@PathVariable String token, Chosen chosen, HttpServletRequest request, Model model)
      throws IOException {
    if (operators.invited(token, clock.instant()).isEmpty()) {
      // Before the password is hashed: strangers must not make the server work.
      throw dead();
    }
    String name = chosen.username();
    Optional<String> objection = chosen.objection();
    if (objection.isPresent()) {
      return form(token, name, objection, model);
    }
    String hash = passwords.encode(chosen.password());
    Admission admission =
        operators.admit(token, name, hash, clock.instant(), request.getRemoteAddr());
    return switch (admission) {
      case ADMITTED -> {
        firstRun.done();
        known(name, request);
        yield "redirect:/login?created";
      }
      case LINK_DEAD -> throw dead();
      case NAME_TAKEN ->
          form(token, name, Optional.of("That name is taken. Choose another."), model);
    };
  }

  /// Sets the password of whom the link is for; they log in with it then.
  @PostMapping("/setup/{token}/password")
  String password(
      @PathVariable String token,
      @ModelAttribute NewPassword typed,
      HttpServletRequest request,
      Model model) {
    String name = register.resets(token, clock.instant()).orElseThrow(EntryPage::dead);
    Optional<String> objection = Passwords.objection(name, typed.password(), typed.again());
    if (objection.isPresent()) {
      return reset(token, name, objection, model);
    }
    register
        .resetPassword(token, passwords.encode(typed.password()), request.getRemoteAddr())
        .orElseThrow(EntryPage::dead);
    known(name, request);
    return "redirect:/login?reset";
  }

  /// Whoever chose the password here may come from here: else strangers could hold up a first
  /// log-in.
  private void known(String name, HttpServletRequest request) {
    tries.succeeded(name, NetworkPlace.of(request.getRemoteAddr()).text(), clock.instant());
  }

  private static String reset(String token, String name, Optional<String> objection, Model model) {
    model.addAttribute("token", token);
    model.addAttribute("username", name);
    model.addAttribute("objection", objection.orElse(""));
    model.addAttribute("lengthMin", Limits.PASSWORD_CHARS_MIN);
    model.addAttribute("lengthMax", Limits.PASSWORD_CHARS_MAX);
    return "console/reset";
  }

  private String form(String token, String name, Optional<String> objection, Model model) {
    Duty duty = operators.invited(token, clock.instant()).orElseThrow(EntryPage::dead);
    model.addAttribute("isAdministrator", duty.role() == Role.ADMINISTRATOR);
    model.addAttribute("token", token);
    model.addAttribute("username", name);
    model.addAttribute("objection", objection.orElse(""));
    model.addAttribute("lengthMin", Limits.PASSWORD_CHARS_MIN);
    model.addAttribute("lengthMax", Limits.PASSWORD_CHARS_MAX);
    return "console/setup";
  }

  private static ResponseStatusException dead() {
    return new ResponseStatusException(HttpStatus.GONE);
  }
}
