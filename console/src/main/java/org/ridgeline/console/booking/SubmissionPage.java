package org.ridgeline.console.booking;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.console.booking.SubmissionView.Fact;
import org.ridgeline.console.booking.SubmissionView.Gate;
import org.ridgeline.console.page.ConsolePurposes;
import org.ridgeline.console.page.FieldLine;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Who;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.agency.ActivationRegister;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.vocabulary.Ori;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// Everything about one submission: what came, what was found, what was answered.
@Controller
class SubmissionPage {
  private final BookingReader bookings;
  private final SubmissionNotes notes;
  private final AgencyStore agencies;
  private final ActivationRegister activation;
  private final Trail trail;

  SubmissionPage(
      BookingReader bookings,
      SubmissionNotes notes,
      AgencyStore agencies,
      ActivationRegister activation,
      Trail trail) {
    this.bookings = bookings;
    this.notes = notes;
    this.agencies = agencies;
    this.activation = activation;
    this.trail = trail;
  }

  @GetMapping("/submissions/{control}")
  String page(
      @PathVariable String control, Principal principal, HttpServletRequest request, Model model) {
    Submission submission = submission(control);
    boolean withScores = Who.of(Optional.of(principal)).map(Who::isAdministrator).orElse(false);
    Who.of(Optional.of(principal))
        .ifPresent(who -> seen(who, ConsolePurposes.needed(request), control));
    model.addAttribute("view", view(submission, withScores));
    model.addAttribute("note", notes.of(control));
    return "console/submission";
  }

  private void seen(Who who, String purpose, String control) {
    who.saw(trail, purpose, Known.SUBMISSION_READ, Trail.submission(control), Map.of());
  }

  private Submission submission(String control) {
    return bookings
        .submission(control)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private SubmissionView view(Submission submission, boolean withScores) {
    BookingReader.Booked booked = bookings.read(submission);
    return new SubmissionView(
        new SubmissionView.Head(
            submission.control(),
            submission.state(),
            SubmissionLine.Times.of(submission),
            booked.lead()),
        facts(submission),
        gate(submission, booked.searches()),
        FindingLine.of(booked.findings()),
        SearchView.of(submission, booked, withScores),
        booked.answers().stream()
            .sorted(Comparator.comparing(answer -> answer.source().key()))
            .map(a -> AnswerView.of(a, asked(submission), booked.deliveries()))
            .toList(),
        booked.transaction().map(FieldLine::of).orElse(List.of()),
        booked.fingers());
  }

  private Optional<Agency> agency(Submission submission) {
    return submission.agencyOri().flatMap(ori -> agencies.ofOri(new Ori(ori)));
  }

  private List<Fact> facts(Submission submission) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Transaction control number (TCN)", submission.tcn().orElse("–"), true));
    facts.add(new Fact("Type of transaction (TOT)", submission.tot().orElse("–"), true));
    facts.add(new Fact("Originating agency (ORI)", submission.ori().orElse("–"), true));
    agency(submission)
        .ifPresent(agency -> {
          String place = (agency.county() + ", " + agency.state()).replaceFirst("^, ", "");
          facts.add(new Fact("Sent by", agency.name() + " (" + agency.ori().value() + ")", false));
          facts.add(new Fact("Jurisdiction", place + ", FIPS " + agency.fips(), false));
        });
    facts.add(new Fact("SHA-256 of the bytes as received", submission.sha256Hex(), true));
    return List.copyOf(facts);
  }

  private static Service asked(Submission submission) {
    return submission.tot().flatMap(Service::ofTot).orElse(Service.BOOKING);
  }

  /// The gate as it was on the day the submission came in.
  private Gate gate(Submission submission, List<SearchRow> searches) {
    Optional<Agency> agency = agency(submission);
    if (agency.isEmpty()) {
      return new Gate(
          new Word("–", "not decided", Tone.CALM), "The agency is unknown; nothing is searched.");
    }
    if (asked(submission) != Service.BOOKING) {
      return new Gate(
          new Word("–", "closed", Tone.CALM),
          "Only bookings are searched in the immigration repository.");
    }
    if (submission.state() == SubmissionState.REFUSED) {
      return new Gate(
          new Word("–", "not decided", Tone.CALM), "It was refused; nothing was searched.");
    }
    LocalDate day = submission.receivedAt().atOffset(ZoneOffset.UTC).toLocalDate();
    Optional<SearchDecision> second =
        searches.stream()
            .filter(row -> row.repository() == RepositoryName.IMMIGRATION)
            .findFirst()
            .flatMap(SearchRow::decision);
    boolean isActive =
        second
            .map(decision -> decision != SearchDecision.NOT_ACTIVE)
            .orElseGet(() -> activation.isActive(agency.get().ori(), day));
    String ori = agency.get().ori().value();
    return isActive
        ? new Gate(
            new Word("✓", "open", Tone.CALM),
            ori + " was active on " + day + ": the immigration repository may be searched too.")
        : new Gate(
            new Word("–", "closed", Tone.CHECK),
            ori + " was not active on " + day + ": the immigration repository is not searched.");
  }
}
