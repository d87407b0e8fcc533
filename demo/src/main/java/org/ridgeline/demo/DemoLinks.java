package org.ridgeline.demo;

import jakarta.servlet.http.HttpServletRequest;
import org.ridgeline.console.page.EveryPage;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What a page of a demo has: who looks, and, as every page of the console while the door is open,
/// the way to the tour and to the other roles.
@ControllerAdvice(basePackages = {"org.ridgeline.console", "org.ridgeline.demo"})
class DemoLinks {
  private final DemoDoor door;
  private final EveryPage every;

  DemoLinks(DemoDoor door, EveryPage every) {
    this.door = door;
    this.every = every;
  }

  @ModelAttribute
  void demo(HttpServletRequest request, Model model) {
    model.addAttribute("demo", door.isOpen());
    every.who(request, model);
  }
}
