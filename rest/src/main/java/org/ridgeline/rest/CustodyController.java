package org.ridgeline.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.custody.AgencyCustodies;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.CustodyFile;
import org.ridgeline.casework.custody.Milestone;
import org.ridgeline.casework.desk.Actor;
import org.ridgeline.casework.desk.Refusal;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.operator.Duty;
import org.ridgeline.exchange.operator.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Custody over HTTP, for a jail's own system: what the clocks say, and reports of milestones. An
/// agency sees and reports its own, and only where it had a second answer.
@RestController
@RequestMapping("/api/v1/custody")
class CustodyController {
  private final CustodyDesk desk;
  private final AgencyCustodies custodies;

  CustodyController(CustodyDesk desk, AgencyCustodies custodies) {
    this.desk = desk;
    this.custodies = custodies;
  }

  /// A custody as its agency's system reads it; empty moments are not known.
  record CustodyJson(
      String control,
      Instant bookedAt,
      Optional<Instant> releaseExpectedAt,
      Optional<Instant> sentenceEndsAt,
      Optional<Instant> releaseEligibleAt,
      Optional<Instant> lawfulLimitAt,
      Optional<Instant> endedAt,
      Optional<Long> overDetentionMinutes,
      List<String> alarms,
      String next) {
    static CustodyJson of(CustodyFile file) {
      var custody = file.custody();
      return new CustodyJson(
          custody.booking().control(),
          custody.bookedAt(),
          custody.when(Milestone.RELEASE_EXPECTED),
          custody.when(Milestone.SENTENCE_END),
          custody.when(Milestone.RELEASE_ELIGIBLE),
          file.limitAt(),
          custody.endedAt(),
          file.overDetention().meterIfAny().map(meter -> meter.elapsed().toMinutes()),
          file.agencyAlarms().stream().map(alarm -> alarm.kind().name()).toList(),
          file.next().map(Enum::name).orElse(""));
    }
  }

  /// A report as it is sent.
  record ReportJson(@Nullable String milestone, @Nullable String at, @Nullable String source) {
    CustodyDesk.Report read() {
      Milestone which =
          Arrays.stream(Milestone.values())
              .filter(m -> m != Milestone.BOOKED && m.name().equals(milestone))
              .findFirst()
              .orElseThrow(() -> new RefusedStep(RestRefusal.MILESTONE_EXPECTED));
      try {
        return new CustodyDesk.Report(
            which, moment(at == null ? "" : at), Optional.empty(), source == null ? "" : source);
      } catch (DateTimeException e) {
        throw new RefusedStep(RestRefusal.MOMENT_EXPECTED);
      }
    }

    private static Instant moment(String text) {
      Instant moment = Instant.parse(text);
      if (!PlainText.isInReach(moment.atOffset(ZoneOffset.UTC))) {
        throw new DateTimeException(text);
      }
      return moment;
    }
  }

  @GetMapping("/{control}")
  ResponseEntity<CustodyJson> one(
      @PathVariable String control, @AuthenticationPrincipal Caller.OfAgency caller) {
    return ResponseEntity.ok(CustodyJson.of(own(actor(caller), control)));
  }

  @PostMapping(
      path = "/{control}/reports",
      consumes = {"application/json", "application/*+json"})
  ResponseEntity<CustodyJson> report(
      @PathVariable String control,
      @RequestBody ReportJson report,
      @AuthenticationPrincipal Caller.OfAgency caller) {
    Actor actor = actor(caller);
    CustodyFile file = own(actor, control);
    desk.report(actor, file.custody().booking().caseId(), report.read());
    return ResponseEntity.ok(CustodyJson.of(own(actor, control)));
  }

  private CustodyFile own(Actor actor, String control) {
    return custodies
        .one(actor, control)
        .orElseThrow(() -> new RefusedStep(Refusal.NO_SUCH_CUSTODY));
  }

  private static Actor actor(Caller.OfAgency caller) {
    String ori = caller.agency().ori().value();
    return new Actor(ori, new Duty(Role.BOOKING_AGENCY, ori), AgencyCustodies.PURPOSE);
  }
}
