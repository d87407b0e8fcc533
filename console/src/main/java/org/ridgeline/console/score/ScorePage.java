package org.ridgeline.console.score;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.console.page.ConsolePurposes;
import org.ridgeline.console.page.Who;
import org.ridgeline.exchange.submission.RepositoryName;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// How the score of a submission's search came about, for administrators.
@Controller
class ScorePage {
  private final ScoreDesk desk;

  ScorePage(ScoreDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/submissions/{control}/scores/{repository}")
  String page(
      @PathVariable String control,
      @PathVariable String repository,
      @RequestParam(defaultValue = "") String finger,
      HttpServletRequest request,
      Model model) {
    Actor actor = actor(request);
    ScoreView view = desk.view(actor, asked(control, repository), finger);
    model.addAttribute("view", view);
    model.addAttribute("base", "/submissions/" + control + "/scores/" + repository);
    model.addAttribute("back", "/submissions/" + control);
    model.addAttribute("of", "Submission " + control);
    return "console/score";
  }

  @GetMapping("/submissions/{control}/scores/{repository}/{fgp}.svg")
  ResponseEntity<String> picture(
      @PathVariable String control,
      @PathVariable String repository,
      @PathVariable String fgp,
      @RequestParam(defaultValue = "") String tall,
      HttpServletRequest request) {
    return desk.picture(actor(request), asked(control, repository), fgp, !tall.isEmpty());
  }

  private static Actor actor(HttpServletRequest request) {
    Who who = Who.of(Optional.ofNullable(request.getUserPrincipal())).orElseThrow();
    return new Actor(who.name(), who.duty(), ConsolePurposes.needed(request));
  }

  private static ScoreDesk.Asked asked(String control, String repository) {
    RepositoryName name =
        Arrays.stream(RepositoryName.values())
            .filter(one -> one.key().equals(repository))
            .findFirst()
            .orElseThrow(ScoreDesk::none);
    return new ScoreDesk.Asked(control, name, Map.of());
  }
}
