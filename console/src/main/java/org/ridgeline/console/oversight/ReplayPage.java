package org.ridgeline.console.oversight;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.desk.StatedPurpose;
import org.ridgeline.casework.replay.Limits;
import org.ridgeline.casework.replay.Replay;
import org.ridgeline.casework.replay.ReplayDesk;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Purposes;
import org.ridgeline.console.page.Who;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Cases once more, in order of time, for oversight: what was done and what people had before them,
/// without whose case it is.
@Controller
@RequestMapping("/oversight/replay")
class ReplayPage {
  private static final String LISTING = "choosing a case to replay";
  private static final int SHORT = 8;
  private static final long DAY_HOURS = 24;

  private final ReplayDesk desk;

  ReplayPage(ReplayDesk desk) {
    this.desk = desk;
  }

  /// A case in the list.
  record Line(String pseudonym, String name, String opened, String state) {
    static Line of(ReplayDesk.Line line) {
      return new Line(
          line.pseudonym(),
          called(line.pseudonym()),
          line.opened().toString(),
          line.state().words());
    }
  }

  /// A moment as people read it.
  record Step(
      int number, String after, Replay.Moment moment, Optional<String> before, boolean isUnread) {
    static Step of(Replay.Moment moment) {
      return new Step(
          moment.number(),
          after(moment.after()),
          moment,
          moment.before().map(Step::before),
          moment.before().filter(b -> !b.unseen().isEmpty()).isPresent());
    }

    private static String before(Replay.Before before) {
      return before
          .read()
          .map(read ->
              "Before them: the case as opened at moment "
                  + read
                  + ", "
                  + before.onFile()
                  + (before.onFile() == 1 ? " entry" : " entries")
                  + " on file.")
          .orElse("They had not opened the case.");
    }

    private static String after(Duration after) {
      return String.format(
          Locale.ROOT,
          "day %d, %02d:%02d:%02d",
          after.toHours() / DAY_HOURS,
          after.toHours() % DAY_HOURS,
          after.toMinutesPart(),
          after.toSecondsPart());
    }
  }

  private static String called(String pseudonym) {
    return pseudonym.substring(0, Math.min(SHORT, pseudonym.length()));
  }

  @GetMapping
  String list(@RequestParam(defaultValue = "") String after, Principal principal, Model model) {
    Who who = who(principal);
    List<Line> lines =
        desk.list(new Actor(who.name(), who.duty(), LISTING), after).stream()
            .map(Line::of)
            .toList();
    model.addAttribute("lines", lines);
    model.addAttribute(
        "more", lines.size() == Limits.CASES_AT_ONCE_MAX ? lines.getLast().pseudonym() : "");
    return "console/replays";
  }

  @GetMapping("/{pseudonym}")
  String one(
      @PathVariable String pseudonym,
      Principal principal,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("pseudonym", pseudonym);
    model.addAttribute("name", called(pseudonym));
    Optional<StatedPurpose> purpose = purpose(request, pseudonym);
    if (purpose.isEmpty()) {
      if (!desk.isKnown(pseudonym)) {
        throw new RefusedStep(Refusal.NO_SUCH_CASE);
      }
      return "console/replay-purpose";
    }
    Who who = who(principal);
    Replay replay = desk.open(new Actor(who.name(), who.duty(), purpose.get()), pseudonym);
    model.addAttribute("replay", replay);
    model.addAttribute("state", replay.state().words());
    model.addAttribute("steps", replay.moments().stream().map(Step::of).toList());
    return "console/replay";
  }

  @PostMapping("/{pseudonym}/purpose")
  String state(
      @PathVariable String pseudonym, @RequestParam String purpose, HttpServletRequest request) {
    request
        .getSession()
        .setAttribute(
            key(pseudonym), Purposes.checked(purpose, ConsoleRefusal.CASE_PURPOSE_LENGTH));
    return "redirect:/oversight/replay/" + safe(pseudonym);
  }

  /// Only what can be a pseudonym is led back to.
  private static String safe(String pseudonym) {
    if (!pseudonym.matches("[0-9a-f]{32}")) {
      throw new RefusedStep(Refusal.NO_SUCH_CASE);
    }
    return pseudonym;
  }

  private static String key(String pseudonym) {
    return "purpose of replay " + pseudonym;
  }

  private static Optional<StatedPurpose> purpose(HttpServletRequest request, String pseudonym) {
    return Optional.ofNullable((StatedPurpose) request.getSession().getAttribute(key(pseudonym)));
  }

  private static Who who(Principal principal) {
    return Who.of(Optional.of(principal)).orElseThrow();
  }
}
