package org.ridgeline.console.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Typed;
import org.ridgeline.console.page.Who;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyRegister;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.SendingPermits;
import org.ridgeline.exchange.agency.TokenLife;
import org.ridgeline.vocabulary.Ori;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The agencies, for administrators: who there is, and another; the bureaus that agencies send
/// under.
@Controller
@RequestMapping("/agencies")
class AgencyListPage {
  private final AgencyStore agencies;
  private final AgencyRegister register;
  private final SendingPermits permits;

  AgencyListPage(AgencyStore agencies, AgencyRegister register, SendingPermits permits) {
    this.agencies = agencies;
    this.register = register;
    this.permits = permits;
  }

  /// One agency.
  record Line(String ori, String name, String place, String channel, Word standing) {
    static Line of(Agency agency, boolean isDisabled) {
      String county = agency.county().isEmpty() ? agency.fips() : agency.county();
      return new Line(
          agency.ori().value(),
          agency.name(),
          county + ", " + agency.state(),
          agency.channel().name().toLowerCase(Locale.ROOT),
          TokenLine.standing(isDisabled));
    }
  }

  /// A state's bureau.
  record BureauLine(String state, String ori) {}

  @GetMapping
  String page(Model model) {
    List<Agency> all = agencies.all();
    List<Agency> enabled = agencies.enabled();
    model.addAttribute(
        "agencies", all.stream().map(a -> Line.of(a, !enabled.contains(a))).toList());
    model.addAttribute(
        "bureaus",
        all.stream()
            .map(Agency::state)
            .distinct()
            .sorted()
            .flatMap(
                state -> permits.bureaus(state).stream().map(ori -> new BureauLine(state, ori)))
            .toList());
    model.addAttribute("form", AgencyForm.empty());
    model.addAttribute("channels", Channel.values());
    return "console/agencies";
  }

  @PostMapping
  String add(@Valid AgencyForm form, HttpServletRequest request, RedirectAttributes after) {
    Agency agency = form.read();
    List<String> senders = permits.senders(agency.ori());
    String token = register.add(agency, TokenLife.AT_ONCE, Who.acting(request));
    after.addFlashAttribute("token", token);
    if (!senders.isEmpty()) {
      after.addFlashAttribute(
          "done",
          "These agencies may send under this ORI and go on as they did: "
              + String.join(", ", senders)
              + ". Take their permits or the bureau back if they shall not.");
    }
    return "redirect:/agencies/" + agency.ori().value();
  }

  @PostMapping("/bureaus")
  String addBureau(BureauForm form, HttpServletRequest request, RedirectAttributes after) {
    permits.addBureau(form.checkedState(), form.checkedOri(), Who.acting(request));
    return done(after, "Agencies of " + form.state() + " may send under " + form.ori() + ".");
  }

  @PostMapping("/bureaus/remove")
  String removeBureau(BureauForm form, HttpServletRequest request, RedirectAttributes after) {
    permits.removeBureau(form.checkedState(), form.checkedOri(), Who.acting(request));
    return done(after, form.ori() + " is no bureau of " + form.state() + " any more.");
  }

  private static String done(RedirectAttributes after, String said) {
    after.addFlashAttribute("done", said);
    return "redirect:/agencies";
  }

  /// What the forms of a bureau send.
  record BureauForm(String state, String ori) {
    BureauForm {
      state = Typed.text(state).toUpperCase(Locale.ROOT);
      ori = Typed.text(ori).toUpperCase(Locale.ROOT);
    }

    String checkedState() {
      if (!state.matches("[A-Z]{2}")) {
        throw new RefusedStep(ConsoleRefusal.AGENCY_ENTRY);
      }
      return state;
    }

    Ori checkedOri() {
      if (!Ori.isValid(ori)) {
        throw new RefusedStep(ConsoleRefusal.AGENCY_ENTRY);
      }
      return new Ori(ori);
    }
  }
}
