package org.ridgeline.console.entry;

import org.ridgeline.exchange.operator.OperatorStore;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Where people log in, and what they agree to before.
@Controller
class LoginPage {
  private final OperatorStore operators;
  private final EntryNotice notice;

  LoginPage(OperatorStore operators, EntryNotice notice) {
    this.operators = operators;
    this.notice = notice;
  }

  @GetMapping("/login")
  String login(Model model) {
    model.addAttribute("nobody", operators.isEmpty());
    model.addAttribute("notice", notice);
    return "console/login";
  }
}
