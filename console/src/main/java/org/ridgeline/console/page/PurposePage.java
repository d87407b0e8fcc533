package org.ridgeline.console.page;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks why people's records are looked at.
@Controller
class PurposePage {
  @GetMapping("/purpose")
  String page(@RequestParam(defaultValue = "/leads") String to, Model model) {
    model.addAttribute("to", ConsolePurposes.isAsked(to) ? to : "/submissions");
    model.addAttribute("usual", ConsolePurposes.USUAL);
    return "console/purpose";
  }

  @PostMapping("/purpose")
  String state(
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String usual,
      @RequestParam(defaultValue = "") String other,
      HttpServletRequest request) {
    ConsolePurposes.state(request, other.isBlank() ? usual : other);
    return "redirect:" + (ConsolePurposes.isAsked(to) ? to : "/submissions");
  }
}
