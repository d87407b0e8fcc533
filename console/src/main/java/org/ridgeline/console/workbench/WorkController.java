package org.ridgeline.console.workbench;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Reason;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.verification.ExaminerDesk;
import org.ridgeline.casework.verification.Plate;
import org.ridgeline.casework.verification.TaskSheet;
import org.ridgeline.exchange.operator.Role;
import org.ridgeline.rest.Problems;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What the workbench asks for and sends.
@RestController
class WorkController {
  private static final String START = "/examine";

  private final ExaminerDesk desk;

  WorkController(ExaminerDesk desk) {
    this.desk = desk;
  }

  /// Why a comparison is passed on.
  record Passed(String reason, Optional<Boolean> interest) {
    /// - **Error** no reason: NullPointerException, a body that cannot be read
    Passed {
      Objects.requireNonNull(reason, "reason");
    }
  }

  @GetMapping("/examine/{task}/work.json")
  ResponseEntity<WorkJson.Work> work(@PathVariable UUID task, Principal principal) {
    Actor actor = Examiner.of(principal);
    TaskSheet sheet = desk.sheet(actor, task);
    List<WorkJson.FingerPrints> fingers = new ArrayList<>();
    for (int place = 0; place < sheet.fingers().size(); place++) {
      fingers.add(
          WorkJson.FingerPrints.of(
              sheet.fingers().get(place),
              side(actor, task, place, "left"),
              side(actor, task, place, "right")));
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(
            new WorkJson.Work(
                task.toString(), Plate.RESOLUTION_PPI, WorkJson.Rule.CURRENT, fingers));
  }

  private WorkJson.Side side(Actor actor, UUID task, int place, String side) {
    return WorkJson.Side.of(
        desk.print(actor, task, place, side.equals("left")),
        START + "/" + task + "/" + place + "/" + side + ".png");
  }

  @PostMapping("/examine/{task}/verdict")
  WorkJson.Next verdict(
      @PathVariable UUID task, @RequestBody WorkJson.Sent sent, Principal principal) {
    Actor actor = Examiner.of(principal);
    desk.give(actor, task, sent.given());
    return new WorkJson.Next(start(actor));
  }

  /// Where people look for the next one: supervisors find there what they have just settled.
  private static String start(Actor actor) {
    return actor.is(Role.SUPERVISOR) ? START + "/conflicts" : START;
  }

  @PostMapping("/examine/{task}/skip")
  WorkJson.Next skip(@PathVariable UUID task, @RequestBody Passed passed, Principal principal) {
    Actor actor = Examiner.of(principal);
    desk.skip(
        actor,
        task,
        passed.interest().orElse(false)
            ? ExaminerDesk.Skip.CONFLICT_OF_INTEREST
            : ExaminerDesk.Skip.SKIPPED,
        passed.reason());
    return new WorkJson.Next(start(actor));
  }

  @ExceptionHandler(RefusedStep.class)
  ResponseEntity<ProblemDetail> refused(RefusedStep step, Locale language) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(Problems.status(step.kind()), step.message(language));
    problem.setTitle(title(step.kind()));
    return ResponseEntity.status(problem.getStatus())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /// What people read before the reason: nothing of HTTP.
  private static String title(Reason.Kind kind) {
    return switch (kind) {
      case FORBIDDEN -> "This is not for you to do";
      case CONFLICT -> "Not now";
      case INCOMPLETE -> "Something is missing or too much";
      case UNKNOWN -> "This comparison is not in your hands";
    };
  }
}
