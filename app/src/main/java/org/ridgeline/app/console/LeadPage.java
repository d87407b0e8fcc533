package org.ridgeline.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.app.main.Rooms;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.identify.Stores;
import org.ridgeline.exchange.lead.Lead;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The inbox of leads, for all offices. The only page that shows names from the immigration
/// repository.
@Controller
class LeadPage {
  private final Stores stores;

  LeadPage(Rooms rooms) {
    stores = rooms.stores();
  }

  @GetMapping("/leads")
  String page(Principal principal, HttpServletRequest request, Model model) {
    Map<String, String> counties = counties();
    List<Lead> inbox = stores.leads().inbox(Limits.LEADS_SHOWN_MAX);
    Who.of(Optional.of(principal))
        .ifPresent(who -> seen(who, ConsolePurposes.needed(request), inbox));
    List<LeadView> leads =
        inbox.stream()
            .map(lead -> LeadView.of(lead, counties.getOrDefault(lead.fips(), "")))
            .toList();
    model.addAttribute("open", leads.stream().filter(l -> !l.isAcknowledged()).toList());
    model.addAttribute("taken", leads.stream().filter(LeadView::isAcknowledged).toList());
    model.addAttribute("leadsMax", Limits.LEADS_SHOWN_MAX);
    return "console/leads";
  }

  /// Each lead shown is a person's name seen: one entry each, in one transaction.
  private void seen(Who who, String purpose, List<Lead> leads) {
    stores
        .trail()
        .together(() -> {
          for (Lead lead : leads) {
            who.saw(
                stores,
                purpose,
                "lead.read",
                Trail.submission(lead.control()),
                Map.of("lead", "lead:" + lead.leadId(), "person", "person:" + lead.personId()));
          }
        });
  }

  private Map<String, String> counties() {
    Map<String, String> counties = new HashMap<>();
    for (Agency agency : stores.agencies().all()) {
      if (!agency.county().isEmpty()) {
        counties.put(agency.fips(), agency.county());
      }
    }
    return counties;
  }

  @PostMapping("/leads/{id}/acknowledge")
  String acknowledge(@PathVariable UUID id, Principal principal, RedirectAttributes after) {
    if (!stores.leads().acknowledge(id, Optional.empty(), principal.getName())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    after.addFlashAttribute("done", "Lead acknowledged. You are on record as taking it on.");
    return "redirect:/leads#lead-" + id;
  }
}
