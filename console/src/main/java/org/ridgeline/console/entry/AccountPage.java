package org.ridgeline.console.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.desk.Reauthentication;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Limits;
import org.ridgeline.exchange.operator.OperatorRegister;
import org.ridgeline.exchange.operator.OperatorStore;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One's own log-in: another password.
@Controller
class AccountPage {
  private final OperatorStore operators;
  private final OperatorRegister register;
  private final PasswordEncoder passwords;
  private final Reauthentication reauthentication;

  AccountPage(
      OperatorStore operators,
      OperatorRegister register,
      PasswordEncoder passwords,
      Reauthentication reauthentication) {
    this.operators = operators;
    this.register = register;
    this.passwords = passwords;
    this.reauthentication = reauthentication;
  }

  @GetMapping("/account")
  String page(Model model) {
    model.addAttribute("lengthMin", Limits.PASSWORD_CHARS_MIN);
    model.addAttribute("lengthMax", Limits.PASSWORD_CHARS_MAX);
    return "console/account";
  }

  /// What the form of another password sends.
  record PasswordForm(String old, String password, String again) {
    PasswordForm {
      // Not stripped: blanks are part of a password.
      old = given(old);
      password = given(password);
      again = given(again);
    }

    private static String given(@Nullable String typed) {
      return typed == null ? "" : typed;
    }

    /// Keeps the passwords out of logs.
    @Override
    public String toString() {
      return "PasswordForm";
    }
  }

  /// A wrong old password counts as a try to log in. All other sessions end; this one goes on.
  @PostMapping("/account/password")
  String change(
      @ModelAttribute PasswordForm form,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes after) {
    String name = request.getRemoteUser();
    Optional<String> objection = Passwords.objection(name, form.password(), form.again());
    if (objection.isPresent()) {
      after.addFlashAttribute("objection", objection.get());
      return "redirect:/account";
    }
    if (!reauthentication.confirms(name, form.old())) {
      throw new RefusedStep(ConsoleRefusal.OLD_PASSWORD);
    }
    register.changePassword(name, passwords.encode(form.password()), request.getRemoteAddr());
    goOn(name, request, response);
    after.addFlashAttribute("done", "Your password is changed. Your other sessions have ended.");
    return "redirect:/account";
  }

  /// The session that changed it is of the new epoch, under another id.
  private void goOn(String name, HttpServletRequest request, HttpServletResponse response) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(OperatorLogin.entered(operators.byName(name).orElseThrow()));
    request.changeSessionId();
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
  }
}
