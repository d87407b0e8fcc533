package org.ridgeline.console.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.LifeLine;
import org.ridgeline.console.page.Typed;
import org.ridgeline.console.page.Who;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.agency.AccessTokens;
import org.ridgeline.exchange.agency.OfficeRegister;
import org.ridgeline.exchange.agency.OfficeStore;
import org.ridgeline.exchange.agency.TokenLife;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.Subject;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The reviewing offices, for administrators: who there is, how each stands, what was done to its
/// access, and what can be.
@Controller
@RequestMapping("/offices")
class OfficePage {
  private final OfficeStore offices;
  private final OfficeRegister register;
  private final AccessTokens tokens;
  private final LedgerReader ledger;

  OfficePage(
      OfficeStore offices, OfficeRegister register, AccessTokens tokens, LedgerReader ledger) {
    this.offices = offices;
    this.register = register;
    this.tokens = tokens;
    this.ledger = ledger;
  }

  /// One office.
  record Line(UUID id, String name, String areas, Word standing) {
    static Line of(OfficeStore.Line line) {
      return new Line(
          line.office().officeId(),
          line.office().name(),
          String.join(", ", line.areas()),
          TokenLine.standing(line.disabledAt().isPresent()));
    }
  }

  @GetMapping
  String page(Model model) {
    model.addAttribute("offices", offices.all().stream().map(Line::of).toList());
    return "console/offices";
  }

  /// What the forms of an office send.
  /// - **Shape** `areas` divided by commas or blanks
  record OfficeForm(
      @Size(min = 1, max = 200, message = "OFFICE_ENTRY") String name, @Nullable String areas) {
    OfficeForm {
      name = Typed.text(name);
    }

    OfficeRegister.Entry read() {
      return new OfficeRegister.Entry(
          name,
          Arrays.stream(Typed.text(areas).toUpperCase(Locale.ROOT).split("[,\\s]+"))
              .filter(area -> !area.isEmpty())
              .toList());
    }
  }

  @PostMapping
  String add(@Valid OfficeForm form, HttpServletRequest request, RedirectAttributes after) {
    String token = register.add(form.read(), TokenLife.AT_ONCE, Who.acting(request));
    after.addFlashAttribute("token", token);
    return "redirect:/offices/" + offices.ofToken(token).orElseThrow().officeId();
  }

  @GetMapping("/{id}")
  String one(@PathVariable UUID id, Model model) {
    OfficeStore.Line line = known(id);
    model.addAttribute("one", Line.of(line));
    model.addAttribute("path", "/offices/" + id);
    model.addAttribute("isDisabled", line.disabledAt().isPresent());
    model.addAttribute("tokens", tokens.of(id).stream().map(TokenLine::of).toList());
    model.addAttribute("life", LifeLine.of(ledger, Subject.Kind.OFFICE.of(id), Set.of("office")));
    return "console/office-access";
  }

  private OfficeStore.Line known(UUID id) {
    return offices.byId(id).orElseThrow(() -> new RefusedStep(ConsoleRefusal.NO_SUCH_OFFICE));
  }

  private String name(UUID id) {
    return known(id).office().name();
  }

  @PostMapping("/{id}/change")
  String change(
      @PathVariable UUID id,
      @Valid OfficeForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    register.change(name(id), form.read(), Who.acting(request));
    return done(id, after, "Changed. Leads that are its own stay.");
  }

  @PostMapping("/{id}/rotate-token")
  String rotate(
      @PathVariable UUID id,
      @Valid RotateForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    after.addFlashAttribute(
        "token", register.rotateToken(name(id), form.read(), Who.acting(request)));
    return "redirect:/offices/" + id;
  }

  @PostMapping("/{id}/end-tokens")
  String endTokens(
      @PathVariable UUID id,
      @Valid ReasonForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    register.endTokens(name(id), form.reason(), Who.acting(request));
    return done(id, after, "All tokens have ended.");
  }

  @PostMapping("/{id}/disable")
  String disable(
      @PathVariable UUID id,
      @Valid ReasonForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    register.disable(name(id), form.reason(), Who.acting(request));
    return done(id, after, "Disabled. Its tokens are refused, its leads wait.");
  }

  @PostMapping("/{id}/enable")
  String enable(@PathVariable UUID id, HttpServletRequest request, RedirectAttributes after) {
    register.enable(name(id), Who.acting(request));
    return done(id, after, "Enabled.");
  }

  @PostMapping("/{id}/remove")
  String remove(
      @PathVariable UUID id,
      @Valid ReasonForm form,
      HttpServletRequest request,
      RedirectAttributes after) {
    register.remove(name(id), form.reason(), Who.acting(request));
    after.addFlashAttribute("done", "The office is removed.");
    return "redirect:/offices";
  }

  private static String done(UUID id, RedirectAttributes after, String said) {
    after.addFlashAttribute("done", said);
    return "redirect:/offices/" + id;
  }
}
