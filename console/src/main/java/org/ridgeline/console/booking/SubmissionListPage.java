package org.ridgeline.console.booking;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.casework.casefile.LeadStanding;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.console.page.ConsolePurposes;
import org.ridgeline.console.page.Limits;
import org.ridgeline.console.page.Moment;
import org.ridgeline.exchange.lead.LeadStore;
import org.ridgeline.exchange.submission.SubmissionList;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/// The list of submissions, which keeps itself up to date.
@Controller
public class SubmissionListPage {
  private final SubmissionStore submissions;
  private final LeadStore leads;
  private final SubmissionList list;
  private final Shelf cases;

  SubmissionListPage(
      SubmissionStore submissions, LeadStore leads, SubmissionList list, Shelf cases) {
    this.submissions = submissions;
    this.leads = leads;
    this.list = list;
    this.cases = cases;
  }

  @GetMapping("/submissions")
  ModelAndView page(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "on") String live) {
    return show("console/submissions", view(state, q.strip()), !live.equals("off"));
  }

  /// The list's part of the page, or 204 where the page already shows it: what does not change is
  /// not drawn again, and keeps focus and selection.
  @GetMapping(ConsolePurposes.LIVE)
  ModelAndView live(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String seen) {
    SubmissionListView view = view(state, q.strip());
    if (view.version().equals(seen)) {
      return new ModelAndView(
          (View) (_, _, response) -> response.setStatus(HttpStatus.NO_CONTENT.value()));
    }
    return show("console/submissions :: live", view, true);
  }

  private static ModelAndView show(String template, SubmissionListView view, boolean isLive) {
    return new ModelAndView(template)
        .addObject("view", view)
        .addObject("isLive", isLive)
        .addObject("linesMax", Limits.SUBMISSIONS_SHOWN_MAX)
        .addObject("backlogMax", org.ridgeline.exchange.Limits.BACKLOG_MAX)
        .addObject("now", Moment.of(Instant.now()));
  }

  private SubmissionListView view(String state, String sought) {
    Optional<SubmissionState> chosen =
        Arrays.stream(SubmissionState.values()).filter(s -> s.name().equals(state)).findFirst();
    Optional<String> asked = Optional.of(sought).filter(q -> !q.isEmpty());
    List<SubmissionList.Line> found = list.newest(chosen, asked, Limits.SUBMISSIONS_SHOWN_MAX);
    Map<String, LeadStanding> standings =
        cases.queue().standings(found.stream().map(line -> line.submission().control()).toList());
    return new SubmissionListView(
        found.stream()
            .map(line ->
                SubmissionLine.of(
                    line, Optional.ofNullable(standings.get(line.submission().control()))))
            .toList(),
        SubmissionListView.choices(list.counts(asked), chosen),
        chosen.map(Enum::name).orElse(""),
        sought,
        submissions.backlog(),
        leads.open());
  }
}
