package org.ridgeline.console.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.SendingPermits;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.agency.ServicePermits;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What an agency may do, as its page shows it.
@Component
record AgencyPermits(SendingPermits sending, ServicePermits services) {
  /// A service and whether the agency may ask for it.
  record ServiceLine(String key, String says, List<String> tots, boolean isPermitted) {}

  void show(Agency agency, Model model) {
    Set<Service> may = services.of(agency.ori());
    model.addAttribute("permits", sending.of(agency.ori()));
    model.addAttribute("bureaus", sending.bureaus(agency.state()));
    model.addAttribute("copies", services.copies(agency.ori()));
    model.addAttribute(
        "services",
        Arrays.stream(Service.values())
            .map(service ->
                new ServiceLine(
                    service.key(), says(service), service.tots(), may.contains(service)))
            .toList());
  }

  private static String says(Service service) {
    return switch (service) {
      case BOOKING -> "book people";
      case APPLICANT -> "have applicants checked";
      case RAPID -> "search rapidly with few fingers, nothing kept";
      case VERIFICATION -> "verify prints against one named person's";
      case IMAGE_REQUEST -> "ask for a named person's images";
      case IMAGE_SUBMISSION -> "add images to a named person's record";
    };
  }
}
