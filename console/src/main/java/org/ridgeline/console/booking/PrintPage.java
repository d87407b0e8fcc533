package org.ridgeline.console.booking;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.console.page.ConsolePurposes;
import org.ridgeline.console.page.Who;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Minutia;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// One print of a submission: its pixels, and a large view of it.
@Controller
class PrintPage {
  private static final double DEGREES_PER_UNIT = 360.0 / 65_536;

  private final SubmissionStore submissions;
  private final Trail trail;
  private final PrintReader prints;

  PrintPage(SubmissionStore submissions, PrintReader prints, Trail trail) {
    this.submissions = submissions;
    this.trail = trail;
    this.prints = prints;
  }

  @GetMapping("/submissions/{control}/prints/{fgp}.png")
  ResponseEntity<byte[]> png(
      @PathVariable String control,
      @PathVariable String fgp,
      Principal principal,
      HttpServletRequest request) {
    byte[] png = prints.png(control, finger(fgp)).orElseThrow(PrintPage::none);
    seen(principal, ConsolePurposes.needed(request), control, fgp);
    return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png);
  }

  @GetMapping("/submissions/{control}/prints/{fgp:[0-9]+}")
  String page(
      @PathVariable String control,
      @PathVariable String fgp,
      Principal principal,
      HttpServletRequest request,
      Model model) {
    FingerPosition finger = finger(fgp);
    Submission submission = submissions.byControl(control).orElseThrow(PrintPage::none);
    var card = prints.card(control);
    seen(principal, ConsolePurposes.needed(request), control, fgp);
    model.addAttribute("control", control);
    model.addAttribute("finger", prints.fingers(submission, card).get(finger.fgp() - 1));
    List<ProbeFinger> extracted =
        submissions.fingers(control).stream().filter(f -> f.finger() == finger).toList();
    List<Minutia> minutiae =
        extracted.stream().flatMap(f -> f.template().minutiae().stream()).toList();
    model.addAttribute("minutiae", minutiae.stream().map(PrintPage::line).toList());
    model.addAttribute("hasQualities", minutiae.stream().anyMatch(m -> m.quality() != 0));
    List<String> origins = new ArrayList<>();
    extracted.forEach(f ->
        card.stream()
            .flatMap(c -> c.images().stream())
            .filter(image -> image.record().equals(f.record()))
            .forEach(image -> origins.add(origin(image))));
    model.addAttribute("origin", String.join("", origins));
    return "console/print";
  }

  private void seen(Principal principal, String purpose, String control, String fgp) {
    Who.of(Optional.of(principal))
        .ifPresent(who ->
            who.saw(
                trail, purpose, Known.PRINT_READ, Trail.submission(control), Map.of("fgp", fgp)));
  }

  private static String origin(FingerImage image) {
    return String.format(
        Locale.ROOT,
        "Record %s, %d × %d pixels at %d ppi, compression %s, impression type %d",
        image.record(),
        image.hll(),
        image.vll(),
        image.resolutionPpi(),
        image.cga().label(),
        image.imp());
  }

  /// One minutia in words and numbers.
  record MinutiaLine(String kind, int x, int y, long degrees, String quality) {}

  private static MinutiaLine line(Minutia minutia) {
    String kind =
        switch (minutia) {
          case Minutia.RidgeEnding _ -> "ridge ending";
          case Minutia.Bifurcation _ -> "bifurcation";
        };
    return new MinutiaLine(
        kind,
        minutia.x(),
        minutia.y(),
        Math.round(minutia.direction() * DEGREES_PER_UNIT) % 360,
        minutia.quality() == 0 ? "unknown" : String.valueOf(minutia.quality()));
  }

  private static FingerPosition finger(String fgp) {
    if (!fgp.matches("[0-9]{1,2}")) {
      throw none();
    }
    return FingerPosition.ofFgp(Integer.parseInt(fgp)).orElseThrow(PrintPage::none);
  }

  private static ResponseStatusException none() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
