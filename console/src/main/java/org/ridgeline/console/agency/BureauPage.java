package org.ridgeline.console.agency;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Legible;
import org.ridgeline.console.page.Limits;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Who;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.StateOptions;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.Outcome;
import org.ridgeline.exchange.answer.RelayLog;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A state bureau's own: answers that pass through its state, what came back and how to cure it,
/// and whether it passes second answers on. Nothing of cases.
@Controller
class BureauPage {
  private static final String PURPOSE = "answers passing through the state";
  private static final int REASON_CHARS_MAX = 500;
  private static final Duration RETURNS_OVER = Duration.ofDays(30);

  private final RelayLog relays;
  private final StateOptions options;
  private final Ledger ledger;

  BureauPage(RelayLog relays, StateOptions options, @Qualifier("exchangeLedger") Ledger ledger) {
    this.relays = relays;
    this.options = options;
    this.ledger = ledger;
  }

  /// The agency that booked.
  record Sender(String ori, String name) {}

  /// An answer.
  /// - **Shape** `source`: first, second or refusal
  record Told(String source, String tot, Word outcome, Moment made) {}

  /// How far it came.
  /// - **Shape** `error` and `cure` empty where nothing is wrong
  record Way(Word capable, Word relay, String error, String cure) {}

  /// One answer on its way.
  record Line(String control, String tcn, Sender agency, Told answer, Way way) {
    static Line of(RelayLog.Line line) {
      RelayLog.Relay relay = line.relay();
      boolean isSecond = line.source().isSecond();
      return new Line(
          line.control(),
          line.tcn().isEmpty() ? "–" : line.tcn(),
          new Sender(relay.ori(), relay.agency()),
          new Told(
              isSecond ? "second" : line.source() == AnswerSource.EXCHANGE ? "refusal" : "first",
              line.tot(),
              word(line, isSecond),
              Moment.of(line.madeAt())),
          new Way(
              relay.capable() ? new Word("✓", "yes", Tone.CALM) : new Word("–", "no", Tone.WAIT),
              relayWord(relay),
              relay.error().orElse(""),
              relay.isFailing() ? cureOf(relay) : ""));
    }
  }

  /// An answer's own type says what it answers: an RPISR an RPIS, all others what a booking gets.
  private static Word word(RelayLog.Line line, boolean isSecond) {
    Optional<Outcome> outcome = Optional.of(line.outcome());
    return isSecond
        ? PlainAnswer.second("", outcome).word()
        : PlainAnswer.first(line.asked(), outcome).word();
  }

  private static Word relayWord(RelayLog.Relay relay) {
    if (!relay.relayed()) {
      return new Word("–", "kept here", Tone.WAIT);
    }
    if (relay.acknowledgedAt().isPresent()) {
      return new Word("✓", "taken by the agency", Tone.CALM);
    }
    if (relay.isFailing()) {
      return new Word("!", "undeliverable so far", Tone.BAD);
    }
    return relay.deliveredAt().isPresent()
        ? new Word("◑", "fetched, not acknowledged", Tone.WAIT)
        : new Word("◔", "waiting", Tone.WAIT);
  }

  /// What whoever can change it should do about a failing delivery.
  private static String cureOf(RelayLog.Relay relay) {
    return switch (relay.channel().orElse(Channel.FETCH)) {
      case CALLBACK ->
          "Ask the agency's system people whether the address is right and answers with 2xx; the"
              + " answer is sent again by itself.";
      case FOLDER ->
          "Ask whoever runs this server to make room in the agency's folder, or let it be written;"
              + " the answer is written again by itself.";
      case FETCH -> "Ask the agency to fetch its answers.";
    };
  }

  /// One finding of a refused submission, and what cures it.
  record Return(
      String control,
      String tcn,
      Sender agency,
      Moment at,
      String code,
      String field,
      String reason,
      String cure) {
    /// One line for each thing that is wrong, however often it was found.
    static List<Return> of(List<RelayLog.Return> lines) {
      Map<RelayLog.Return, Integer> times = new LinkedHashMap<>();
      lines.forEach(line -> times.merge(line, 1, Integer::sum));
      return times.entrySet().stream().map(each -> of(each.getKey(), each.getValue())).toList();
    }

    private static Return of(RelayLog.Return line, int times) {
      String found = line.found().isBlank() ? "nothing" : Legible.of(line.found());
      return new Return(
          line.control(),
          line.tcn().isEmpty() ? "–" : line.tcn(),
          new Sender(line.ori(), line.agency()),
          Moment.of(line.at()),
          line.code(),
          line.field(),
          "found " + found + (times > 1 ? ", " + times + " times" : ""),
          "send " + Legible.of(line.expected()));
    }
  }

  /// One choice of the state.
  record ChoiceLine(int version, Word word, String reason, String by, Moment at) {
    static ChoiceLine of(StateOptions.Choice choice) {
      return new ChoiceLine(
          choice.version(),
          word(choice.forwards()),
          choice.reason(),
          choice.by(),
          Moment.of(choice.at()));
    }

    static Word word(boolean forwards) {
      return forwards
          ? new Word("✓", "passed on", Tone.CALM)
          : new Word("–", "not passed on", Tone.WAIT);
    }
  }

  @GetMapping("/bureau")
  String page(Principal principal, Model model) {
    String state = read(principal, Known.RELAY_LIST);
    model.addAttribute("state", state);
    model.addAttribute(
        "lines",
        relays.newest(state, Limits.SUBMISSIONS_SHOWN_MAX).stream().map(Line::of).toList());
    model.addAttribute("linesMax", Limits.SUBMISSIONS_SHOWN_MAX);
    model.addAttribute("failingCount", relays.failing(state, Limits.SUBMISSIONS_SHOWN_MAX).size());
    return "console/bureau";
  }

  @GetMapping("/bureau/returns")
  String returns(Principal principal, Model model) {
    String state = read(principal, Known.RELAY_LIST_RETURNS);
    model.addAttribute("state", state);
    model.addAttribute(
        "failing",
        relays.failing(state, Limits.SUBMISSIONS_SHOWN_MAX).stream().map(Line::of).toList());
    model.addAttribute(
        "returns",
        Return.of(
            relays.returns(
                state, Instant.now().minus(RETURNS_OVER), Limits.SUBMISSIONS_SHOWN_MAX)));
    return "console/bureau-returns";
  }

  @GetMapping("/bureau/option")
  String option(Principal principal, Model model) {
    String state = state(AgencyPage.who(principal));
    List<ChoiceLine> choices = options.of(state).stream().map(ChoiceLine::of).toList();
    model.addAttribute("state", state);
    model.addAttribute("choices", choices);
    model.addAttribute(
        "current", choices.isEmpty() ? ChoiceLine.word(false) : choices.getFirst().word());
    return "console/bureau-option";
  }

  /// What the form of a choice sends.
  record ChoiceForm(
      @NotNull Boolean forwards, @NotBlank @Size(max = REASON_CHARS_MAX) String reason) {}

  @PostMapping("/bureau/option")
  String choose(
      @Valid ChoiceForm form, BindingResult wrong, Principal principal, RedirectAttributes after) {
    Who who = AgencyPage.who(principal);
    String state = state(who);
    if (wrong.hasErrors()) {
      throw new RefusedStep(ConsoleRefusal.CHOICE_INCOMPLETE);
    }
    options.choose(state, form.forwards(), form.reason(), who.name(), Instant.now());
    after.addFlashAttribute("done", "The choice is on record and in force from now.");
    return "redirect:/bureau/option";
  }

  private String read(Principal principal, Action action) {
    Who who = AgencyPage.who(principal);
    String state = state(who);
    ledger.append(
        LedgerEntry.of(
            who.name(), who.duty().role().name(), PURPOSE, action, Subject.Kind.STATE.of(state)));
    return state;
  }

  private static String state(Who who) {
    if (!who.has(Role.STATE_BUREAU)) {
      throw new RefusedStep(ConsoleRefusal.NOT_FOR_ROLE);
    }
    return who.duty().scope();
  }
}
