package org.ridgeline.console.booking;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.casefile.LeadStanding;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.console.page.ConsolePurposes;
import org.ridgeline.console.page.Limits;
import org.ridgeline.console.page.Who;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.lead.Lead;
import org.ridgeline.exchange.lead.LeadStore;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
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
  private final LeadStore leads;
  private final AgencyStore agencies;
  private final Shelf cases;
  private final Trail trail;

  LeadPage(LeadStore leads, AgencyStore agencies, Shelf cases, Trail trail) {
    this.leads = leads;
    this.agencies = agencies;
    this.cases = cases;
    this.trail = trail;
  }

  @GetMapping("/leads")
  String page(Principal principal, HttpServletRequest request, Model model) {
    Map<String, String> counties = counties();
    List<Lead> inbox = leads.inbox(Limits.LEADS_SHOWN_MAX);
    Who.of(Optional.of(principal))
        .ifPresent(who -> seen(who, ConsolePurposes.needed(request), inbox));
    Map<String, LeadStanding> standings =
        cases.queue().standings(inbox.stream().map(Lead::control).toList());
    List<LeadView> shown =
        inbox.stream()
            .map(lead ->
                LeadView.of(
                    lead,
                    counties.getOrDefault(lead.fips(), ""),
                    standings.getOrDefault(lead.control(), LeadStanding.UNVERIFIED)))
            .toList();
    model.addAttribute("open", shown.stream().filter(l -> !l.isAcknowledged()).toList());
    model.addAttribute("taken", shown.stream().filter(LeadView::isAcknowledged).toList());
    model.addAttribute("leadsMax", Limits.LEADS_SHOWN_MAX);
    return "console/leads";
  }

  /// Each lead shown is a person's name seen: one entry each, in one transaction.
  private void seen(Who who, String purpose, List<Lead> shown) {
    trail.together(() -> {
      for (Lead lead : shown) {
        who.saw(
            trail,
            purpose,
            Known.LEAD_READ,
            Trail.submission(lead.control()),
            Map.of(
                "lead",
                Subject.Kind.LEAD.text(lead.leadId()),
                "person",
                Subject.Kind.PERSON.text(lead.personId())));
      }
    });
  }

  private Map<String, String> counties() {
    Map<String, String> counties = new HashMap<>();
    for (Agency agency : agencies.all()) {
      if (!agency.county().isEmpty()) {
        counties.put(agency.fips(), agency.county());
      }
    }
    return counties;
  }

  @PostMapping("/leads/{id}/acknowledge")
  String acknowledge(@PathVariable UUID id, Principal principal, RedirectAttributes after) {
    if (!leads.acknowledge(id, Optional.empty(), principal.getName())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    after.addFlashAttribute("done", "Lead acknowledged. You are on record as taking it on.");
    return "redirect:/leads#lead-" + id;
  }
}
