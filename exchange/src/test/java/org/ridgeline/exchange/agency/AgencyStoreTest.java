package org.ridgeline.exchange.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.exchange.ExchangeRoom.NOW;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.vocabulary.Ori;

/// What the exchange keeps of agencies, owners, states and who takes part.
class AgencyStoreTest {
  private static final Ori ORI = new Ori(ExchangeRoom.ORI);
  private static final Administrator ANN = new Administrator("ann", "192.0.2.7");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  private ExchangeRoom room;

  @BeforeEach
  void open() {
    room = new ExchangeRoom();
  }

  @Test
  void anAgencyIsFoundByItsTokenAndAddingItAgainChangesNothing() {
    AgencyStore agencies = new AgencyStore(room.source());
    String token = new AgencyRegister(room.source()).rotateToken(ORI, TokenLife.AT_ONCE, ANN);
    assertThat(agencies.ofToken(token)).contains(Bookings.agency());
    assertThatThrownBy(() -> agencies.add(Bookings.agency()))
        .isInstanceOf(RefusedAct.class)
        .hasMessageContaining("agency rotate-token");
    assertThat(agencies.ofToken(token)).contains(Bookings.agency());
    room.agency("AZ0070000", "AZ", "04013");
    assertThat(agencies.all())
        .extracting(a -> a.ori().value())
        .containsExactly("AZ0070000", ExchangeRoom.ORI);
    assertThat(agencies.ofOri(new Ori("NV0010000"))).isEmpty();
  }

  @Test
  void noTokenIsStoredInTheClear() {
    String token = new AgencyRegister(room.source()).rotateToken(ORI, TokenLife.AT_ONCE, ANN);
    assertThat(room.rows().sql("select a::text from agency a").query(String.class).list())
        .noneMatch(row -> row.contains(token));
    assertThat(room.rows().sql("select a::text from access_token a").query(String.class).list())
        .isNotEmpty()
        .noneMatch(row -> row.contains(token));
  }

  @Test
  void anOwnersTokenWorksUntilItIsRemoved() {
    OwnerTokens tokens = new OwnerTokens(room.source());
    String one = tokens.add("criminal");
    String two = tokens.add("immigration");
    assertThat(tokens.repositoryOf(one)).contains("criminal");
    assertThat(tokens.repositoryOf(two)).contains("immigration");
    assertThat(tokens.repositoryOf(tokens.add("civil"))).contains("civil");
    tokens.remove(one);
    assertThat(tokens.repositoryOf(one)).isEmpty();
    assertThat(tokens.repositoryOf(two)).isPresent();
  }

  @Test
  void aStatesChoiceIsAVersionOfItsOwn() {
    StateOptions options = new StateOptions(room.source());
    assertThat(options.current("CA")).as("who never chose").isEmpty();
    options.choose("CA", true, " by law ", "bureau", NOW);
    options.choose("CA", false, "by another law", "bureau", NOW.plusSeconds(1));
    assertThat(options.of("CA"))
        .containsExactly(
            new StateOptions.Choice(2, false, "by another law", "bureau", NOW.plusSeconds(1)),
            new StateOptions.Choice(1, true, "by law", "bureau", NOW));
    assertThat(options.current("AZ")).isEmpty();
    assertThat(room.actions("state:CA")).containsExactly("state.option", "state.option");
    assertThatThrownBy(() -> options.choose("CA", true, " ", "bureau", NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(options.of("CA")).hasSize(2);
  }

  @Test
  void anOfficeOfTheCountyGoesBeforeOneOfTheState() {
    OfficeStore offices = new OfficeStore(room.source());
    String state = offices.add("State office", List.of("CA"));
    offices.add("County office", List.of("06067"));
    assertThat(offices.covering("06067", "CA").orElseThrow().name()).isEqualTo("County office");
    assertThat(offices.covering("06001", "CA").orElseThrow().name()).isEqualTo("State office");
    assertThat(offices.covering("04013", "AZ")).isEmpty();
    assertThat(offices.ofToken(state).orElseThrow().name()).isEqualTo("State office");
    assertThatThrownBy(() -> offices.add("State office", List.of("AZ")))
        .hasMessageContaining("office change");
    assertThat(offices.ofToken(state)).isPresent();
    new OfficeRegister(room.source())
        .change("State office", new OfficeRegister.Entry("State office", List.of("AZ", "CA")), ANN);
    assertThat(offices.covering("04013", "AZ")).as("it covers more").isPresent();
    assertThat(offices.covering("06001", "CA")).as("and what it did before").isPresent();
    assertThatThrownBy(() -> offices.add("Other", List.of("California")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> offices.add(" ", List.of("CA")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAgencyTakesPartFromTheDayItsActivationBegins() {
    ActivationRegister register = new ActivationRegister(room.source());
    Ori ori = new Ori(ExchangeRoom.ORI);
    register.activate(ori, DAY);
    register.activate(ori, DAY.plusDays(3));
    assertThat(register.isActive(ori, DAY.minusDays(1))).isFalse();
    assertThat(register.isActive(ori, DAY)).isTrue();
    assertThat(register.rows(DAY)).hasSize(1);
    assertThat(register.rows(DAY).getFirst().from()).contains(DAY);
    assertThat(room.actions("agency:" + ori.value()))
        .filteredOn(action -> action.startsWith("activation"))
        .as("a second one while one is open does nothing")
        .containsExactly("activation.begin");
  }

  @Test
  void aNeighboursActivationIsNotItsOwnAndCoverageCountsCounties() {
    ActivationRegister register = new ActivationRegister(room.source());
    room.agency("CA0340100", "CA", "06067");
    room.agency("AZ0070000", "AZ", "04013");
    register.activate(new Ori(ExchangeRoom.ORI), DAY);
    assertThat(register.isActive(new Ori("CA0340100"), DAY)).isFalse();
    register.activate(new Ori("CA0340100"), DAY);
    assertThat(register.coverage(DAY)).isEqualTo(new ActivationRegister.Coverage(1, 1));
    register.activate(new Ori("AZ0070000"), DAY.plusMonths(1));
    assertThat(register.coverage(DAY.plusMonths(2)))
        .isEqualTo(new ActivationRegister.Coverage(2, 2));
    assertThat(register.history(DAY.plusMonths(2)))
        .extracting(ActivationRegister.Month::coverage)
        .containsExactly(
            new ActivationRegister.Coverage(2, 2), new ActivationRegister.Coverage(1, 1));
    assertThat(register.rows(DAY)).hasSize(3);
    assertThat(Optional.of(register.rows(DAY).getFirst().state())).contains("AZ");
  }
}
