package org.ridgeline.console.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Typed;
import org.ridgeline.console.page.Who;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.agency.ServicePermits;
import org.ridgeline.vocabulary.Ori;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What an agency may ask for, and to whom copies of its answers may go: an administrator's acts.
@Controller
@RequestMapping("/agencies/{ori}")
class AgencyServicesPage {
  private final ServicePermits permits;

  AgencyServicesPage(ServicePermits permits) {
    this.permits = permits;
  }

  @PostMapping("/permit-service")
  String permit(
      @PathVariable String ori,
      @RequestParam String service,
      HttpServletRequest request,
      RedirectAttributes after) {
    permits.permit(checked(ori), named(service), Who.acting(request));
    return done(ori, after, "It may ask for " + service + ".");
  }

  @PostMapping("/revoke-service")
  String revoke(
      @PathVariable String ori,
      @RequestParam String service,
      HttpServletRequest request,
      RedirectAttributes after) {
    permits.revoke(checked(ori), named(service), Who.acting(request));
    return done(ori, after, "It may not ask for " + service + " any more.");
  }

  @PostMapping("/permit-copy")
  String permitCopy(
      @PathVariable String ori,
      @RequestParam String to,
      HttpServletRequest request,
      RedirectAttributes after) {
    permits.permitCopy(checked(ori), checked(to), Who.acting(request));
    return done(ori, after, "Copies of its answers may go to " + checked(to).value() + ".");
  }

  @PostMapping("/revoke-copy")
  String revokeCopy(
      @PathVariable String ori,
      @RequestParam String to,
      HttpServletRequest request,
      RedirectAttributes after) {
    permits.revokeCopy(checked(ori), checked(to), Who.acting(request));
    return done(ori, after, "No more copies go to " + checked(to).value() + ".");
  }

  private static Service named(String key) {
    try {
      return Service.ofKey(key);
    } catch (IllegalArgumentException e) {
      throw new RefusedStep(ConsoleRefusal.AGENCY_ENTRY);
    }
  }

  static Ori checked(String ori) {
    String typed = Typed.text(ori).toUpperCase(Locale.ROOT);
    if (!Ori.isValid(typed)) {
      throw new RefusedStep(ConsoleRefusal.AGENCY_ENTRY);
    }
    return new Ori(typed);
  }

  private static String done(String ori, RedirectAttributes after, String said) {
    after.addFlashAttribute("done", said);
    return "redirect:/agencies/" + ori;
  }
}
