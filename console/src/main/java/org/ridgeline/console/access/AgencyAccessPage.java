package org.ridgeline.console.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Who;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyRegister;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.QualityControl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One agency, for administrators: how it stands, what was done to its access, and what can be.
@Controller
@RequestMapping("/agencies/{ori}")
class AgencyAccessPage {
  private final AgencyStore agencies;
  private final AgencyRegister register;
  private final AgencyPermits permits;
  private final QualityControl quality;
  private final AccessHistory history;

  AgencyAccessPage(
      AgencyStore agencies,
      AgencyRegister register,
      AgencyPermits permits,
      QualityControl quality,
      AccessHistory history) {
    this.agencies = agencies;
    this.register = register;
    this.permits = permits;
    this.quality = quality;
    this.history = history;
  }

  @GetMapping
  String page(@PathVariable String ori, Model model) {
    Agency agency =
        agencies
            .ofOri(AgencyServicesPage.checked(ori))
            .orElseThrow(() -> new RefusedStep(ConsoleRefusal.NO_SUCH_AGENCY));
    boolean isDisabled = !agencies.isEnabled(agency.ori());
    model.addAttribute("agency", agency);
    model.addAttribute("ori", ori);
    model.addAttribute("path", "/agencies/" + ori);
    model.addAttribute("form", AgencyForm.of(agency));
    model.addAttribute("channels", Channel.values());
    model.addAttribute("isDisabled", isDisabled);
    model.addAttribute("standing", TokenLine.standing(isDisabled));
    permits.show(agency, model);
    model.addAttribute("tokens", history.tokens(agency));
    model.addAttribute("isQualityAsked", quality.isAsked(agency.ori()));
    model.addAttribute("life", history.of(agency));
    return "console/agency-access";
  }

  @PostMapping("/change")
  String change(
      @PathVariable String ori,
      @Valid AgencyForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    if (!form.ori().equals(ori)) {
      throw new RefusedStep(ConsoleRefusal.AGENCY_ENTRY);
    }
    register.change(form.read(), Who.acting(request));
    return done(ori, after, "Changed. Open answers go out as the agency is answered now.");
  }

  @PostMapping("/quality")
  String quality(
      @PathVariable String ori,
      @RequestParam boolean asked,
      HttpServletRequest request,
      RedirectAttributes after) {
    quality.ask(AgencyServicesPage.checked(ori), asked, Who.acting(request));
    return done(
        ori,
        after,
        asked
            ? "Its cards are held for quality control from now on."
            : "Its cards are not held any more. What is held stays until it is decided or its time"
                + " is over.");
  }

  @PostMapping("/rotate-token")
  String rotate(
      @PathVariable String ori,
      @Valid RotateForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    after.addFlashAttribute(
        "token",
        register.rotateToken(AgencyServicesPage.checked(ori), form.read(), Who.acting(request)));
    return "redirect:/agencies/" + ori;
  }

  @PostMapping("/end-tokens")
  String endTokens(
      @PathVariable String ori,
      @Valid ReasonForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    register.endTokens(AgencyServicesPage.checked(ori), form.reason(), Who.acting(request));
    return done(ori, after, "All tokens have ended.");
  }

  @PostMapping("/disable")
  String disable(
      @PathVariable String ori,
      @Valid ReasonForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    register.disable(AgencyServicesPage.checked(ori), form.reason(), Who.acting(request));
    return done(ori, after, "Disabled. Its tokens are refused, its answers wait.");
  }

  @PostMapping("/enable")
  String enable(@PathVariable String ori, HttpServletRequest request, RedirectAttributes after) {
    register.enable(AgencyServicesPage.checked(ori), Who.acting(request));
    return done(ori, after, "Enabled. What waited for it goes out.");
  }

  @PostMapping("/permit")
  String permit(
      @PathVariable String ori,
      @RequestParam String sendsAs,
      HttpServletRequest request,
      RedirectAttributes after) {
    permits
        .sending()
        .permit(
            AgencyServicesPage.checked(ori),
            AgencyServicesPage.checked(sendsAs),
            Who.acting(request));
    return done(ori, after, "It may send under " + sendsAs + ".");
  }

  @PostMapping("/revoke-permit")
  String revoke(
      @PathVariable String ori,
      @RequestParam String sendsAs,
      HttpServletRequest request,
      RedirectAttributes after) {
    permits
        .sending()
        .revokePermit(
            AgencyServicesPage.checked(ori),
            AgencyServicesPage.checked(sendsAs),
            Who.acting(request));
    return done(ori, after, "It may not send under " + sendsAs + " any more.");
  }

  @PostMapping("/remove")
  String remove(
      @PathVariable String ori,
      @Valid ReasonForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    register.remove(AgencyServicesPage.checked(ori), form.reason(), Who.acting(request));
    after.addFlashAttribute("done", "Agency " + ori + " is removed.");
    return "redirect:/agencies";
  }

  private static String done(String ori, RedirectAttributes after, String said) {
    after.addFlashAttribute("done", said);
    return "redirect:/agencies/" + ori;
  }
}
