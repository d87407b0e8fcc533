package org.ridgeline.exchange.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.completeness.Completeness.AgencyLine;
import org.ridgeline.exchange.completeness.Completeness.WeekLine;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.Ori;

/// Today is Monday, 2 November 2026: that week runs, the one before is over.
class CompletenessTest {
  private static final Clock CLOCK = Clock.fixed(ExchangeRoom.NOW, ZoneOffset.UTC);
  private static final Ori AGENCY = new Ori(Bookings.ORI);
  private static final BookingWeek LAST = BookingWeek.parse("2026-10-26");

  private final ExchangeRoom room = new ExchangeRoom();
  private final BookingCounts counts = new BookingCounts(room.source(), CLOCK);
  private final BookingFields fields = new BookingFields(room.source());
  private final Completeness completeness = new Completeness(room.source(), CLOCK);

  @Test
  void bookingsThatDidNotComeAreAGap() {
    came(40, LAST, false);
    came(5, LAST, true);
    counts.ofSystem(new BookingCount(AGENCY, LAST, 50));
    assertThat(completeness.weeks(AGENCY))
        .hasSize(Limits.COMPLETENESS_WEEKS)
        .startsWith(
            new WeekLine(LAST.plus(1), Optional.empty(), 0, Standing.RUNNING),
            new WeekLine(LAST, Optional.of(50), 40, Standing.GAP),
            new WeekLine(LAST.plus(-1), Optional.empty(), 0, Standing.NOT_TOLD));
  }

  @Test
  void whatIsToldLastCountsAndTheLedgerHasBoth() {
    came(40, LAST, false);
    assertThat(counts.ofSystem(new BookingCount(AGENCY, LAST, 400))).isTrue();
    assertThat(counts.ofSystem(new BookingCount(AGENCY, LAST, 400))).isFalse();
    Trail.Person clerk = new Trail.Person("clerk", "BOOKING_AGENCY", "custody");
    assertThat(counts.ofPerson(new BookingCount(AGENCY, LAST, 40), clerk)).isTrue();
    assertThat(completeness.weeks(AGENCY).get(1).standing()).isEqualTo(Standing.WHOLE);
    assertThat(room.entries(Subject.Kind.AGENCY.of(AGENCY.value())))
        .filteredOn(entry -> entry.entry().action().key().equals("bookings.tell"))
        .extracting(entry -> entry.entry().detail().get("bookings"))
        .containsExactly("400", "40");
    assertThatThrownBy(() -> room.rows().sql("update booking_count set bookings = 1").update())
        .hasMessageContaining("booking_count");
  }

  @Test
  void agenciesThatLackMostComeFirstAndWhoToldNothingIsNamed() {
    Ori second = room.agency("TX0570000", "TX", "48113").ori();
    Ori silent = room.agency("NY0010000", "NY", "36001").ori();
    came(40, LAST, false);
    counts.ofSystem(new BookingCount(AGENCY, LAST, 41));
    counts.ofSystem(new BookingCount(second, LAST, 30));
    assertThat(completeness.agencies())
        .extracting(AgencyLine::ori, AgencyLine::standing, AgencyLine::missing)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(second.value(), Standing.GAP, 30),
            org.assertj.core.groups.Tuple.tuple(AGENCY.value(), Standing.WHOLE, 1),
            org.assertj.core.groups.Tuple.tuple(silent.value(), Standing.NOT_TOLD, 0));
  }

  @Test
  void aFewBookingsAWeekThatNeverComeShowInTheSum() {
    for (int weeks = 0; weeks < 8; weeks++) {
      came(63, LAST.plus(-weeks), false);
      counts.ofSystem(new BookingCount(AGENCY, LAST.plus(-weeks), 70));
    }
    assertThat(completeness.weeks(AGENCY).get(1).standing()).isEqualTo(Standing.WHOLE);
    assertThat(completeness.agencies().getFirst().standing()).isEqualTo(Standing.GAP);
    assertThat(completeness.agencies().getFirst().missing()).isEqualTo(56);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,1,WHOLE",
    "0,1,1,SURPLUS",
    "7,6,1,WHOLE",
    "7,5,1,GAP",
    "7,8,1,WHOLE",
    "7,9,1,SURPLUS",
    "1,0,1,WHOLE",
    "2,0,1,GAP",
    "700,600,1,WHOLE",
    "700,599,1,GAP",
    "1400,1300,2,WHOLE",
    "1400,1299,2,GAP"
  })
  void oneDaysBookingsMayCrossTheEdgeOfAWeek(int booked, int taken, int weeks, Standing expected) {
    assertThat(Standing.of(booked, taken, weeks)).isEqualTo(expected);
  }

  @Test
  void aWeekThatIsNotOverAndAnAgencyThatIsNotThereAreRefused() {
    assertThatThrownBy(() -> counts.ofSystem(new BookingCount(AGENCY, LAST.plus(1), 3)))
        .isInstanceOf(RefusedAct.class)
        .hasMessageContaining("2026-11-02");
    assertThatThrownBy(() -> counts.ofSystem(new BookingCount(new Ori("ZZ9999999"), LAST, 3)))
        .isInstanceOf(RefusedAct.class)
        .hasMessageContaining("ZZ9999999");
    assertThat(room.rows().sql("select count(*) from booking_count").query(Integer.class).single())
        .isZero();
  }

  @Test
  void aFileIsTakenWholeOrNotAtAll() {
    Administrator clerk = new Administrator("clerk", "10.0.0.1");
    List<BookingCount> both =
        read("ori,week,bookings\r\nCA0340000,2026-10-26,50\r\nZZ9999999,2026-10-26,1\r\n");
    assertThatThrownBy(() -> counts.ofFile(both, clerk)).hasMessageContaining("ZZ9999999");
    assertThat(completeness.weeks(AGENCY).get(1).booked()).isEmpty();
    assertThat(counts.ofFile(both.subList(0, 1), clerk)).isEqualTo(1);
    assertThat(counts.ofFile(both.subList(0, 1), clerk)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ori,week\n",
        "ori,week,bookings\nCA0340000,2026-10-27,5\n",
        "ori,week,bookings\nCA0340000,2026-10-26,-5\n",
        "ori,week,bookings\nCA0340000,2026-10-26\n",
        "ori,week,bookings\nCA0340000,2026-10-26,100001\n",
        "ori,week,bookings\nca,2026-10-26,1\n",
        "ori,week,bookings\n\"CA0340000,2026-10-26,1\n",
        "ori,week,bookings\nCA0340000,+999999-01-01,1\n"
      })
  void aBadFileIsRefusedWithWhatWasExpected(String file) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected");
  }

  @Test
  void theLeagueCountsEachFieldOfEachAgency() {
    Ori second = room.agency("TX0570000", "TX", "48113").ori();
    LocalDate day = LAST.monday();
    for (int i = 0; i < 10; i++) {
      fields.put(AGENCY, day, false, lacking(WatchedField.RACE));
      fields.put(second, day, i == 0, lacking(WatchedField.CHARGES, WatchedField.SEX));
    }
    fields.put(second, day.plusDays(7), false, lacking(WatchedField.NAME));
    FieldLeague league = new FieldLeague(room.source());
    List<FieldLeague.Line> lines = league.lines(day, day.plusDays(7));
    assertThat(lines).extracting(FieldLeague.Line::ori).containsExactly("TX0570000", Bookings.ORI);
    assertThat(lines.getFirst().came()).isEqualTo(new FieldLeague.Came(10, 1, 10, 10));
    assertThat(lines.getFirst().fields().get(WatchedField.CHARGES))
        .isEqualTo(new FieldLeague.Lacks(10, 0));
    assertThat(lines.getFirst().fields().get(WatchedField.DATE_OF_BIRTH))
        .isEqualTo(new FieldLeague.Lacks(0, 10));
    assertThat(lines.getFirst().fields().get(WatchedField.NAME)).isEqualTo(FieldLeague.Lacks.NONE);
    assertThat(lines.getFirst().fields()).hasSize(WatchedField.values().length);
  }

  private static FieldCheck lacking(WatchedField... missing) {
    return new FieldCheck(Set.of(missing), Set.of(WatchedField.DATE_OF_BIRTH), Optional.of(true));
  }

  private static List<BookingCount> read(String text) {
    return BookingCountFile.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private void came(int bookings, BookingWeek week, boolean isRefused) {
    FieldCheck whole = new FieldCheck(Set.of(), Set.of(), Optional.of(false));
    for (int i = 0; i < bookings; i++) {
      fields.put(AGENCY, week.monday().plusDays(i % 7), isRefused, whole);
    }
  }
}
