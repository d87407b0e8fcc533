package org.ridgeline.exchange.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.CLERK;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.CLOCK;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.TODAY;
import static org.ridgeline.exchange.jurisdiction.RegisterRoom.fips;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.agency.Activations;
import org.ridgeline.exchange.agency.Agency;
import org.ridgeline.exchange.agency.AgencyRegister;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.vocabulary.Fips;
import org.ridgeline.vocabulary.Ori;
import org.ridgeline.vocabulary.event.Event;

class DeactivationsTest {
  private static final Fips FIPS = new Fips("06067");
  private static final String OTHER = "CA0340902";

  private RegisterRoom world;

  @BeforeEach
  void open() {
    world = new RegisterRoom();
    world.listed("06067,Sacramento County,CA,,,", "06045,Mendocino County,CA,,,");
    world.room.agency(OTHER, "CA", "06067");
    world.room.agency("CA0450001", "CA", "06045");
    world.ready("06067", "06045");
  }

  @Test
  void allItsAgenciesEndWithItAndNoOther() {
    world.begun("one", TODAY, "06067", "06045");
    assertThat(world.ends.agencies(FIPS, TODAY)).hasSize(2);
    assertThat(world.ends.end(FIPS, TODAY.plusDays(3), " resolution 12 ", CLERK))
        .hasValueSatisfying(all ->
            assertThat(all).containsExactlyInAnyOrder(new Ori(OTHER), new Ori(ExchangeRoom.ORI)));
    for (String ori : List.of(OTHER, ExchangeRoom.ORI)) {
      assertThat(world.isActive(ori, TODAY.plusDays(2))).isTrue();
      assertThat(world.isActive(ori, TODAY.plusDays(3))).isFalse();
    }
    assertThat(world.isActive("CA0450001", TODAY.plusDays(3))).isTrue();
    assertThat(world.register.coverage(TODAY.plusDays(2)))
        .hasToString("2 jurisdictions in 1 state");
    assertThat(world.register.coverage(TODAY.plusDays(3))).hasToString("1 jurisdiction in 1 state");
    assertThat(world.room.facts())
        .contains(
            new Event.JurisdictionDeactivated("06067", "CA", TODAY.plusDays(3)),
            new Event.ActivationEnded(OTHER, "06067", "CA", TODAY.plusDays(3)));
    assertThat(world.actions("06067")).endsWith("jurisdiction.end");
    assertThat(world.register.changes(FIPS).getFirst())
        .satisfies(change -> {
          assertThat(change.by()).isEqualTo("clerk");
          assertThat(change.what()).isEqualTo("not active from 2026-11-05, 2 agencies");
          assertThat(change.why()).isEqualTo("resolution 12");
        });
  }

  @Test
  void whatWasToBeginNeverDoes() {
    world.begun("one", TODAY.plusDays(10), "06067");
    assertThat(world.ends.end(FIPS, TODAY, "called off", CLERK)).isPresent();
    for (int day = 0; day < 20; day++) {
      assertThat(world.isActive(OTHER, TODAY.plusDays(day))).isFalse();
      assertThat(world.register.coverage(TODAY.plusDays(day)).jurisdictions().count()).isZero();
    }
    assertThat(world.register.of(FIPS, TODAY).orElseThrow().period()).isEmpty();
    assertThat(world.ends.end(FIPS, TODAY, "again", CLERK)).isEmpty();
  }

  @Test
  void anEarlierEndTakesTheLaterOnesPlaceAndNeverTheOtherWayRound() {
    world.begun("one", TODAY, "06067");
    Activations single =
        new Activations(new AgencyStore(world.room.source()), world.activations, CLOCK);
    single.end(new Ori(OTHER), TODAY.plusDays(30), "moves", CLERK);
    world.ends.end(FIPS, TODAY.plusDays(9), "later", CLERK);
    assertThat(world.isActive(OTHER, TODAY.plusDays(9))).isFalse();
    assertThat(world.ends.end(FIPS, TODAY.plusDays(20), "even later", CLERK)).isEmpty();
    assertThat(world.ends.end(FIPS, TODAY.plusDays(1), "sooner", CLERK)).isPresent();
    assertThat(world.isActive(OTHER, TODAY)).isTrue();
    assertThat(world.isActive(OTHER, TODAY.plusDays(1))).isFalse();
    assertThat(world.register.periods(FIPS))
        .singleElement()
        .hasToString("2026-11-02 to 2026-11-03");
  }

  @Test
  void whoBeginsAgainGoesThroughTheListAgain() {
    world.begun("one", TODAY, "06067");
    world.ends.end(FIPS, TODAY.plusDays(1), "a pause", CLERK);
    assertThatThrownBy(() -> world.activations.activate(new Ori(OTHER), TODAY))
        .as("one alone, while its jurisdiction is to end")
        .hasMessageContaining("is not active");
    assertThat(world.readiness.missing(FIPS, TODAY.plusDays(5))).hasSize(6);
    world.ready("06067");
    world.begun("two", TODAY.plusDays(5), "06067");
    assertThat(world.isActive(OTHER, TODAY.plusDays(4))).isFalse();
    assertThat(world.isActive(OTHER, TODAY.plusDays(5))).isTrue();
  }

  @Test
  void oneAgencyEndsAlone() {
    world.begun("one", TODAY, "06067");
    Activations single =
        new Activations(new AgencyStore(world.room.source()), world.activations, CLOCK);
    assertThat(single.end(new Ori(OTHER), TODAY.plusDays(1), "moves", CLERK))
        .isEqualTo(Activations.Ended.ENDED);
    assertThat(world.isActive(ExchangeRoom.ORI, TODAY.plusDays(1))).isTrue();
    assertThat(world.register.coverage(TODAY.plusDays(1)).jurisdictions().count()).isOne();
  }

  @Test
  void anActiveAgencyDoesNotMoveToWhereNothingIsActive() {
    world.begun("one", TODAY, "06067");
    Agency moved = new AgencyStore(world.room.source()).ofOri(new Ori(OTHER)).orElseThrow();
    Agency there =
        new Agency(
            moved.ori(), moved.name(), "CA", "06045", "", false, moved.channel(), moved.callback());
    AgencyRegister agencies = new AgencyRegister(world.room.source());
    assertThatThrownBy(() -> agencies.change(there, CLERK))
        .hasMessageContaining("jurisdiction=06045 is not active");
    world.ends.end(FIPS, TODAY, "over", CLERK);
    agencies.change(there, CLERK);
    assertThat(world.isActive(OTHER, TODAY)).isFalse();
  }

  @Test
  void refusesADayThatIsPastAReasonBeyondItsLimitsAndWhoIsNotListed() {
    world.begun("one", TODAY, "06067");
    assertThatThrownBy(() -> world.ends.end(FIPS, TODAY.minusDays(1), "late", CLERK))
        .hasMessageContaining("or later");
    int max = Limits.ACTIVATION_REASON_CHARS_MAX;
    for (String reason : List.of(" ", "x".repeat(max + 1))) {
      assertThatThrownBy(() -> world.ends.end(FIPS, TODAY, reason, CLERK))
          .hasMessageContaining("limit=1.." + max);
    }
    assertThatThrownBy(() -> world.ends.end(fips("06001"), TODAY, "none", CLERK))
        .hasMessageContaining("not listed");
    assertThat(world.isActive(OTHER, TODAY)).isTrue();
    assertThat(world.ends.end(FIPS, TODAY, "x".repeat(max), CLERK)).isPresent();
    assertThat(world.isActive(OTHER, TODAY)).as("it began today and is called off").isFalse();
  }

  @Test
  void agenciesThatWereActiveBeforeTheirJurisdictionWasListedEndWithIt() {
    world.room.agency("CA0010001", "CA", "06001");
    world.activations.activate(new Ori("CA0010001"), TODAY.minusDays(9));
    world.listed("06001,Alameda County,CA,,,");
    assertThat(world.register.of(fips("06001"), TODAY).orElseThrow().agencies())
        .isEqualTo(new JurisdictionRegister.Agencies(1, 1));
    assertThat(world.ends.end(fips("06001"), TODAY, "left", CLERK)).isPresent();
    assertThat(world.isActive("CA0010001", TODAY)).isFalse();
  }
}
