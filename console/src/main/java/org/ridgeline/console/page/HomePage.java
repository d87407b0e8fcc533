package org.ridgeline.console.page;

import java.security.Principal;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Where everybody comes in: sends people to the first page of their role.
@Controller
class HomePage {
  @GetMapping("/")
  String home(Principal principal) {
    return Who.of(Optional.of(principal))
        .map(who -> "redirect:" + who.pages().getFirst().path())
        .orElse("redirect:/login");
  }
}
