package org.ridgeline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ridgeline.exchange.ExchangeRoom.NOW;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Disclosure;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.vocabulary.event.Event;

class TrailTest {
  private static final Subject SUBJECT = Trail.submission("R1");
  private static final Event FACT = new Event.Searched("R1", "criminal", "NO_HIT");

  private ExchangeRoom room;
  private Trail trail;

  @BeforeEach
  void open() {
    room = new ExchangeRoom();
    trail = new Trail(room.source());
  }

  private LedgerEntry last() {
    return room.entries(SUBJECT).getLast().entry();
  }

  @Test
  void aStepItsEntryAndItsFactStandOrFallTogether() {
    assertThatThrownBy(() ->
            trail.together(() -> {
              trail.step(Known.SEARCH_DECIDE, SUBJECT, Map.of());
              trail.fact(FACT, NOW);
              throw new IllegalStateException("planned");
            }))
        .hasMessage("planned");
    assertThat(room.actions(SUBJECT)).isEmpty();
    assertThat(room.facts()).isEmpty();
    trail.together(() -> {
      trail.step(Known.SEARCH_DECIDE, SUBJECT, Map.of());
      trail.fact(FACT, NOW);
    });
    assertThat(room.actions(SUBJECT)).containsExactly("search.decide");
    assertThat(room.facts()).containsExactly(FACT);
  }

  @Test
  void aStepWithinAStepJoinsItsTransaction() {
    assertThatThrownBy(() ->
            trail.together(() -> {
              new Trail(room.source())
                  .together(() -> trail.step(Known.SEARCH_DECIDE, SUBJECT, Map.of()));
              throw new IllegalStateException("planned");
            }))
        .hasMessage("planned");
    assertThat(room.actions(SUBJECT)).isEmpty();
  }

  @Test
  void whoTookAStepIsSaid() {
    trail.step(Known.SEARCH_DECIDE, SUBJECT, Map.of());
    assertThat(last().actor()).isEqualTo("exchange");
    assertThat(last().role()).isEqualTo("SYSTEM");
    trail.caller(ExchangeRoom.ORI, "BOOKING_AGENCY", Known.SUBMISSION_ACCEPT, SUBJECT, Map.of());
    assertThat(last().actor()).isEqualTo(ExchangeRoom.ORI);
    assertThat(last().purpose()).isEqualTo("booking");
    trail.person(
        new Trail.Person("ann", "OPERATOR", "a fault"), Known.PRINT_READ, SUBJECT, Map.of());
    assertThat(last().purpose()).isEqualTo("a fault");
    trail.administrator(
        "adam",
        Known.OPERATOR_INVITE,
        Subject.Kind.OPERATOR.of("adam"),
        Map.of("role", "OPERATOR"));
    LedgerEntry invited = room.entries(Subject.Kind.OPERATOR.of("adam")).getLast().entry();
    assertThat(invited.role()).isEqualTo("ADMINISTRATOR");
    assertThat(invited.purpose()).isEqualTo("administration");
    trail.told("R1", new Disclosure("office", "Valley", "lead", "", Map.of()));
    assertThat(last().action()).isEqualTo(Disclosure.ACTION);
    assertThat(room.entries(SUBJECT)).allMatch(entry -> entry.room().equals("ridgeline_exchange"));
  }
}
