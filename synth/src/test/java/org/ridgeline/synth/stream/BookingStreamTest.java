package org.ridgeline.synth.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ridgeline.synth.people.Known;
import org.ridgeline.vocabulary.Ori;
import org.ridgeline.vocabulary.Tcn;

class BookingStreamTest {
  private static final BookingStream STREAM = BookingStream.county(1, StreamOptions.demo());
  private static final List<Booking> BOOKINGS = STREAM.bookings().toList();

  @Test
  void booksAsManyAsAskedAndInOrder() {
    assertThat(BOOKINGS).hasSizeBetween(500, 720);
    assertThat(BOOKINGS).extracting(Booking::at).isSorted();
    Set<String> tcns = BOOKINGS.stream().map(Booking::tcn).collect(Collectors.toSet());
    assertThat(tcns).hasSameSizeAs(BOOKINGS).allMatch(Tcn::isValid);
  }

  @Test
  void hasEveryKindOfBooking() {
    Set<Known> known = EnumSet.noneOf(Known.class);
    BOOKINGS.forEach(booking -> known.add(booking.known()));
    assertThat(known).containsExactlyInAnyOrder(Known.values());
    assertThat(BOOKINGS.stream().filter(Booking::isBad).count()).isBetween(15L, 60L);
    assertThat(BOOKINGS.stream().filter(Booking::isAlias).count()).isBetween(40L, 150L);
  }

  @Test
  void knowsWhatTheRepositoriesKnow() {
    for (Booking booking : BOOKINGS) {
      assertThat(booking.person().arrests().isEmpty()).isEqualTo(!booking.known().criminal());
      assertThat(booking.person().immigration().isPresent())
          .isEqualTo(booking.known().immigration());
    }
    assertThat(STREAM.criminalPeople()).allMatch(person -> !person.arrests().isEmpty());
    assertThat(STREAM.immigrationPeople()).allMatch(person -> person.immigration().isPresent());
  }

  @Test
  void playsAnyHourAlone() {
    List<Booking> alone = BookingStream.county(1, StreamOptions.demo()).hour(40);
    int at = BOOKINGS.indexOf(alone.getFirst());
    assertThat(BOOKINGS.subList(at, at + alone.size())).isEqualTo(alone);
  }

  @Test
  void enrolsPeopleWhereTheyAreKnownOnly() {
    assertThat(STREAM.enrolmentCard(STREAM.person(0), false)).isNotEmpty();
    var newcomer = STREAM.person(1_000_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> STREAM.enrolmentCard(newcomer, true))
        .withMessageContaining("not known");
  }

  @Test
  void namesAgenciesOfEveryScale() {
    for (Scale scale : Scale.values()) {
      StreamOptions options = StreamOptions.of(scale, LocalDate.of(2010, 1, 12), 1);
      List<Agency> agencies = BookingStream.of(1, options).agencies();
      assertThat(agencies).allMatch(agency -> Ori.isValid(agency.ori()));
      assertThat(agencies.stream().map(Agency::ori).distinct()).hasSize(scale.agencies());
    }
  }

  @Test
  void refusesSharesOutOfLimits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StreamOptions.demo().withRate(0))
        .withMessageContaining("bookingsPerDay=0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StreamOptions.demo().withPeople(-1, 0, 0));
  }
}
