package org.ridgeline.app.console;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.ridgeline.app.main.Rooms;
import org.ridgeline.exchange.identify.Stores;
import org.ridgeline.exchange.submission.SubmissionList;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.node.DataFolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/// The list of submissions, which keeps itself up to date.
@Controller
class SubmissionListPage {
  /// Where the page asks for its newer content.
  static final String LIVE = "/submissions/live";

  private final Stores stores;
  private final SubmissionList list;

  SubmissionListPage(Rooms rooms, DataFolder folder) {
    stores = rooms.stores();
    list = new SubmissionList(folder.databases().exchange());
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
  @GetMapping(LIVE)
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
    return new SubmissionListView(
        list
            .newest(
                chosen, Optional.of(sought).filter(q -> !q.isEmpty()), Limits.SUBMISSIONS_SHOWN_MAX)
            .stream()
            .map(SubmissionLine::of)
            .toList(),
        SubmissionListView.choices(stores.submissions().counts(), chosen),
        chosen.map(Enum::name).orElse(""),
        sought,
        stores.submissions().backlog(),
        stores.leads().open());
  }
}
