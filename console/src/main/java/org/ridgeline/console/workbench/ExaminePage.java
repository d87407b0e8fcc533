package org.ridgeline.console.workbench;

import java.security.Principal;
import java.util.UUID;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.verification.ExaminerDesk;
import org.ridgeline.casework.verification.PrintSource;
import org.ridgeline.casework.verification.TaskSheet;
import org.ridgeline.console.page.Moment;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where examiners start, and the workbench of one comparison. Nothing here knows of cases.
@Controller
class ExaminePage {
  private static final String START = "redirect:/examine";

  private final ExaminerDesk desk;

  ExaminePage(ExaminerDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/examine")
  String start(Principal principal, Model model) {
    Actor actor = Examiner.of(principal);
    ExaminerDesk.Standing standing = desk.standing(actor);
    model.addAttribute("waiting", standing.waiting());
    model.addAttribute("given", standing.given());
    model.addAttribute("isOff", !standing.off().isEmpty());
    model.addAttribute("held", standing.held().isPresent());
    model.addAttribute(
        "until", standing.held().map(sheet -> Moment.of(sheet.expiresAt())).orElse(Moment.NOT_YET));
    return "console/examine";
  }

  @PostMapping("/examine/next")
  String next(Principal principal, RedirectAttributes after) {
    return desk.next(Examiner.of(principal))
        .map(sheet -> START + "/" + sheet.taskId())
        .orElseGet(() -> {
          after.addFlashAttribute("done", "Nothing waits for you now.");
          return START;
        });
  }

  @GetMapping("/examine/{task}")
  String workbench(@PathVariable UUID task, Principal principal, Model model) {
    TaskSheet sheet = desk.sheet(Examiner.of(principal), task);
    model.addAttribute("task", task.toString());
    model.addAttribute("minutesMax", sheet.minutesMax());
    return "console/workbench";
  }

  @GetMapping("/examine/{task}/{place}/{side:left|right}.png")
  ResponseEntity<byte[]> print(
      @PathVariable UUID task,
      @PathVariable int place,
      @PathVariable String side,
      Principal principal) {
    PrintSource.Print print = desk.print(Examiner.of(principal), task, place, side.equals("left"));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.IMAGE_PNG)
        .body(print.png());
  }
}
