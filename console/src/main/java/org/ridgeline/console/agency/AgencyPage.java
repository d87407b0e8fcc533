package org.ridgeline.console.agency;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.casework.custody.BurdenMeter;
import org.ridgeline.console.booking.FindingLine;
import org.ridgeline.console.booking.FingerView;
import org.ridgeline.console.booking.PrintReader;
import org.ridgeline.console.page.FieldLine;
import org.ridgeline.console.page.Limits;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Who;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.exchange.answer.AgencyBookings;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A booking agency's own submissions: what it was answered, in plain words, and which fingers to
/// print again while the person is still there.
@Controller
class AgencyPage {
  private static final Duration BURDEN_OVER = Duration.ofDays(30);

  private final AgencyDesk desk;
  private final SubmissionStore submissions;
  private final AnswerStore answers;
  private final PrintReader prints;
  private final BurdenMeter burden;

  AgencyPage(
      AgencyDesk desk,
      SubmissionStore submissions,
      AnswerStore answers,
      PrintReader prints,
      BurdenMeter burden) {
    this.desk = desk;
    this.submissions = submissions;
    this.answers = answers;
    this.prints = prints;
    this.burden = burden;
  }

  /// One submission of the list.
  record Line(
      String control,
      String tcn,
      Word state,
      Moment received,
      Moment closed,
      PlainAnswer first,
      PlainAnswer second,
      int poorFingers) {
    static Line of(AgencyBookings.Line line) {
      return new Line(
          line.control(),
          line.tcn().isEmpty() ? "–" : line.tcn(),
          Word.of(line.state()),
          Moment.of(line.receivedAt()),
          Moment.after(line.receivedAt(), line.closedAt()),
          PlainAnswer.first(line.tot(), line.told().first()),
          PlainAnswer.second(line.tot(), line.told().second()),
          line.poorFingers());
    }
  }

  /// What this system cost the agency's staff.
  /// - **Shape** `perBooking` seconds in words
  record BurdenView(int bookings, int reports, String perBooking, String seconds, int clicks) {}

  @GetMapping("/agency")
  String list(@RequestParam(defaultValue = "") String q, Principal principal, Model model) {
    Who who = who(principal);
    String sought = q.strip();
    model.addAttribute(
        "lines",
        desk.list(who, Optional.of(sought).filter(s -> !s.isEmpty())).stream()
            .map(Line::of)
            .toList());
    model.addAttribute("sought", sought);
    model.addAttribute("ori", AgencyDesk.ori(who));
    model.addAttribute("burden", burden(who));
    model.addAttribute("linesMax", Limits.SUBMISSIONS_SHOWN_MAX);
    return "console/agency";
  }

  private BurdenView burden(Who who) {
    Instant since = Instant.now().minus(BURDEN_OVER);
    BurdenMeter.Burden sum = burden.since(AgencyDesk.ori(who), since);
    int bookings = desk.since(who, since);
    double each = bookings == 0 ? 0 : sum.seconds() / bookings;
    return new BurdenView(
        bookings,
        sum.reports(),
        Moment.span(millis(each)),
        Moment.span(millis(sum.seconds())),
        sum.clicks());
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis(Math.round(1000 * seconds));
  }

  /// What the page of one submission shows.
  record BookingView(
      Head head,
      Told told,
      List<FindingLine> findings,
      List<FingerView> fingers,
      List<FingerView> again,
      boolean isRefused) {}

  /// Which submission it is, and how far it came.
  record Head(String control, String tcn, Word state, Moment received) {}

  /// What the agency was told: in plain words, and as it was sent.
  record Told(PlainAnswer first, PlainAnswer second, List<Said> answers) {}

  /// The text of one answer as it was sent.
  record Said(String tot, Moment made, List<FieldLine> fields) {}

  @GetMapping("/agency/bookings/{control}")
  String booking(@PathVariable String control, Principal principal, Model model) {
    Submission submission = desk.own(who(principal), control);
    List<FingerView> fingers = prints.fingers(submission, prints.card(control));
    List<Answer> received = answers.deliverable(control);
    model.addAttribute(
        "view",
        new BookingView(
            new Head(
                control,
                submission.tcn().orElse("–"),
                Word.of(submission.state()),
                Moment.of(submission.receivedAt())),
            told(submission.tot().orElse(""), received),
            FindingLine.of(submissions.findings(control)),
            fingers,
            fingers.stream().filter(finger -> finger.is().isAgain()).toList(),
            submission.state() == SubmissionState.REFUSED));
    model.addAttribute("note", desk.note(control));
    return "console/agency-booking";
  }

  private static Told told(String tot, List<Answer> received) {
    Set<AnswerSource> first = EnumSet.of(AnswerSource.CRIMINAL, AnswerSource.EXCHANGE);
    Set<AnswerSource> second = EnumSet.of(AnswerSource.IMMIGRATION, AnswerSource.DETERMINATION);
    // An applicant is answered by two repositories, who asks about an applicant by theirs alone.
    (Service.APPLICANT.tots().contains(tot) ? second : first).add(AnswerSource.CIVIL);
    return new Told(
        PlainAnswer.first(tot, last(received, first)),
        PlainAnswer.second(tot, last(received, second)),
        received.stream()
            .map(a -> new Said(a.tot(), Moment.of(a.createdAt()), FieldLine.of(a.bytes())))
            .toList());
  }

  private static Optional<Outcome> last(List<Answer> answers, Set<AnswerSource> sources) {
    return answers.stream()
        .filter(a -> sources.contains(a.source()))
        .reduce((_, later) -> later)
        .map(Answer::outcome);
  }

  static Who who(Principal principal) {
    return Who.of(Optional.of(principal)).orElseThrow();
  }
}
