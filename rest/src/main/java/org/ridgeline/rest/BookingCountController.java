package org.ridgeline.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.exchange.completeness.BookingCount;
import org.ridgeline.exchange.completeness.BookingCounts;
import org.ridgeline.exchange.completeness.BookingWeek;
import org.ridgeline.exchange.completeness.Completeness;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How many people an agency booked, by its own books, for a jail's own system: told week by week,
/// and held against what came.
@RestController
@RequestMapping("/api/v1/booking-counts")
class BookingCountController {
  private final BookingCounts counts;
  private final Completeness completeness;

  BookingCountController(BookingCounts counts, Completeness completeness) {
    this.counts = counts;
    this.completeness = completeness;
  }

  /// A week; `booked` is empty where no count was told.
  record WeekJson(LocalDate week, Optional<Integer> booked, int taken, String standing) {
    static WeekJson of(Completeness.WeekLine line) {
      return new WeekJson(
          line.week().monday(), line.booked(), line.taken(), line.standing().name());
    }
  }

  /// A count as it is sent.
  record CountJson(@Nullable Integer bookings) {
    int read() {
      if (bookings == null || bookings < 0 || bookings > Limits.WEEK_BOOKINGS_MAX) {
        throw new RefusedStep(
            RestRefusal.BOOKINGS_EXPECTED, String.valueOf(Limits.WEEK_BOOKINGS_MAX));
      }
      return bookings;
    }
  }

  @GetMapping
  ResponseEntity<List<WeekJson>> weeks(@AuthenticationPrincipal Caller.OfAgency caller) {
    return ResponseEntity.ok(
        completeness.weeks(caller.agency().ori()).stream().map(WeekJson::of).toList());
  }

  /// Takes a week's count; the same again changes nothing.
  @PostMapping(
      path = "/{week}",
      consumes = {"application/json", "application/*+json"})
  ResponseEntity<List<WeekJson>> tell(
      @PathVariable String week,
      @RequestBody CountJson count,
      @AuthenticationPrincipal Caller.OfAgency caller) {
    try {
      counts.ofSystem(new BookingCount(caller.agency().ori(), read(week), count.read()));
    } catch (RefusedAct e) {
      throw new RefusedStep(RestRefusal.WEEK_NOT_OVER, week);
    }
    return weeks(caller);
  }

  private static BookingWeek read(String week) {
    try {
      return BookingWeek.parse(week);
    } catch (IllegalArgumentException e) {
      throw new RefusedStep(RestRefusal.WEEK_EXPECTED);
    }
  }
}
