package org.ridgeline.exchange.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.ExchangeSchema;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.agency.Activations.Ended;
import org.ridgeline.fixture.TestDatabase;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.ledger.LedgerSchema;
import org.ridgeline.ledger.Subject;
import org.ridgeline.outbox.Outbox;
import org.ridgeline.outbox.Recorded;
import org.ridgeline.vocabulary.Ori;
import org.ridgeline.vocabulary.event.Event;

class ActivationsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-02T12:00:00Z"), ZoneOffset.UTC);

  private static TestDatabase database;
  private static AgencyStore agencies;
  private static ActivationRegister register;
  private static Activations activations;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    LedgerSchema.migrate(database.of().ledger());
    ExchangeSchema.migrate(database.of().exchange());
    agencies = new AgencyStore(database.of().exchange());
    register = new ActivationRegister(database.of().exchange());
    activations = new Activations(agencies, register, CLOCK);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Ori agency(String ori) {
    agencies.add(
        new Agency(
            new Ori(ori),
            "County jail",
            "CA",
            "06067",
            "Sacramento",
            false,
            Channel.FETCH,
            Optional.empty()));
    return new Ori(ori);
  }

  private static List<Event> facts(Ori ori) {
    return new Outbox(database.of().exchange())
        .after(0, 100).stream()
            .map(Recorded::event)
            .filter(event -> event.toString().contains(ori.value()))
            .toList();
  }

  @Test
  void endsFromADayOnAndSaysSo() {
    Ori ori = agency("CA0340001");
    activations.start(ori, TODAY.minusDays(10));
    assertThat(activations.end(ori, TODAY.plusDays(1), " resolution 12 ", "clerk"))
        .isEqualTo(Ended.ENDED);
    assertThat(register.isActive(ori, TODAY)).isTrue();
    assertThat(register.isActive(ori, TODAY.plusDays(1))).isFalse();
    assertThat(facts(ori))
        .containsExactly(
            new Event.ActivationStarted(ori.value(), "06067", "CA", TODAY.minusDays(10)),
            new Event.ActivationEnded(ori.value(), "06067", "CA", TODAY.plusDays(1)));
    var entries =
        new LedgerReader(database.of().ledger())
            .about(List.of(new Subject("agency:" + ori.value()))).stream()
                .filter(chained -> chained.entry().action().family().equals("activation"))
                .toList();
    assertThat(entries).hasSize(2);
    assertThat(entries.getLast().toString())
        .contains("activation.end", "clerk", "resolution 12", "2026-11-03");
  }

  @Test
  void whatIsNotOpenIsNotEnded() {
    Ori ori = agency("CA0340002");
    assertThat(activations.end(ori, TODAY, "never began", "clerk")).isEqualTo(Ended.NOT_ACTIVE);
    activations.start(ori, TODAY.minusDays(1));
    assertThat(activations.end(ori, TODAY, "over", "clerk")).isEqualTo(Ended.ENDED);
    assertThat(activations.end(ori, TODAY, "over", "clerk")).isEqualTo(Ended.NOT_ACTIVE);
    assertThat(activations.end(new Ori("CA0340009"), TODAY, "over", "clerk"))
        .isEqualTo(Ended.UNKNOWN);
    assertThat(facts(ori)).hasSize(2);
  }

  @Test
  void canBeginAgain() {
    Ori ori = agency("CA0340003");
    activations.start(ori, TODAY.minusDays(1));
    activations.end(ori, TODAY, "a pause", "clerk");
    activations.start(ori, TODAY.plusDays(5));
    assertThat(register.isActive(ori, TODAY.plusDays(4))).isFalse();
    assertThat(register.isActive(ori, TODAY.plusDays(5))).isTrue();
  }

  @Test
  void refusesAReasonBeyondItsLimits() {
    Ori ori = agency("CA0340004");
    activations.start(ori, TODAY.minusDays(1));
    int max = Limits.ACTIVATION_REASON_CHARS_MAX;
    assertThatThrownBy(() -> activations.end(ori, TODAY, " ", "clerk"))
        .hasMessageContaining("reason.length=0");
    assertThatThrownBy(() -> activations.end(ori, TODAY, "x".repeat(max + 1), "clerk"))
        .hasMessageContaining("limit=1.." + max);
    assertThat(activations.end(ori, TODAY, "x".repeat(max), "clerk")).isEqualTo(Ended.ENDED);
  }

  @Test
  void refusesADayThatIsPast() {
    Ori ori = agency("CA0340005");
    activations.start(ori, TODAY.minusDays(9));
    assertThatThrownBy(() -> activations.end(ori, TODAY.minusDays(1), "late", "clerk"))
        .hasMessageContaining("or later");
    assertThat(register.isActive(ori, TODAY)).isTrue();
  }

  @Test
  void refusesAnAgencyNobodyKnows() {
    assertThatThrownBy(() -> activations.start(new Ori("CA0340008"), TODAY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
