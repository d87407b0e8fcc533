package org.ridgeline.exchange.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.exchange.ExchangeRoom.NOW;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.exchange.ExchangeRoom;
import org.ridgeline.exchange.agency.OfficeStore;
import org.ridgeline.exchange.agency.OfficeStore.Office;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.vocabulary.event.Event;

class LeadStoreTest {
  private ExchangeRoom room;
  private LeadStore store;
  private OfficeStore offices;

  @BeforeEach
  void open() {
    room = new ExchangeRoom();
    store = new LeadStore(room.source());
    offices = new OfficeStore(room.source());
    for (String control : List.of("R1", "R2", "R3")) {
      room.accepted(control);
    }
  }

  private Office office(String name, String area) {
    return offices.ofToken(offices.add(name, List.of(area))).orElseThrow();
  }

  private Lead add(String control, int second, Optional<Office> office) {
    Lead lead =
        new Lead(
            UUID.randomUUID(),
            control,
            "T" + control,
            new Lead.Place("06067", "CA", office.map(Office::name)),
            new Lead.Match(new UUID(1, 1), new UUID(2, 1), SearchDecision.HIT, Optional.empty()),
            new Lead.Names(List.of("DOE,SAM"), List.of("ROE,SAM")),
            NOW.plusSeconds(second),
            Lead.Receipt.NONE);
    store.add(lead, office.map(Office::officeId));
    return lead;
  }

  @Test
  void aSubmissionHasOneLeadTheFirst() {
    Lead lead = add("R1", 0, Optional.empty());
    add("R1", 1, Optional.empty());
    assertThat(store.of("R1")).contains(lead);
    assertThat(store.of("R2")).isEmpty();
    assertThat(room.facts())
        .containsExactly(new Event.LeadMade(lead.leadId(), "R1", "06067", "CA", "HIT"));
    assertThat(room.actions("lead:" + lead.leadId())).containsExactly("lead.make");
  }

  @Test
  void anOfficeReadsItsOwnOldestFirstAndReadingIsTheReceipt() {
    Office valley = office("Valley", "06067");
    Office coast = office("Coast", "06001");
    add("R2", 2, Optional.of(valley));
    add("R1", 1, Optional.of(valley));
    add("R3", 3, Optional.of(coast));
    assertThat(store.receive(valley.officeId()))
        .extracting(Lead::control)
        .containsExactly("R1", "R2");
    assertThat(store.of("R1").orElseThrow().receivedAt()).isPresent();
    assertThat(store.of("R3").orElseThrow().receivedAt()).isEmpty();
    store.receive(valley.officeId());
    assertThat(room.actions("submission:R1"))
        .as("it is told once")
        .containsExactly("submission.accept", "lead.make", "disclosure.make");
  }

  @Test
  void anOfficeThatComesLaterGetsTheLeadsOfItsArea() {
    add("R1", 1, Optional.empty());
    Office valley = office("Valley", "06067");
    Office state = office("State", "CA");
    assertThat(store.receive(valley.officeId())).extracting(Lead::control).containsExactly("R1");
    assertThat(store.receive(state.officeId())).isEmpty();
    assertThat(store.of("R1").orElseThrow().office()).contains("Valley");
  }

  @Test
  void theInboxHasWhatNobodyTookOnFirst() {
    Lead first = add("R1", 1, Optional.empty());
    add("R2", 2, Optional.empty());
    Lead last = add("R3", 3, Optional.empty());
    assertThat(store.acknowledge(last.leadId(), Optional.empty(), "ann")).isTrue();
    assertThat(store.inbox(9)).extracting(Lead::control).containsExactly("R2", "R1", "R3");
    assertThat(store.inbox(1)).hasSize(1);
    assertThat(store.open()).isEqualTo(2);
    assertThat(first.acknowledgedBy()).isEmpty();
  }

  @Test
  void whoTookALeadOnFirstStaysNoted() {
    Office valley = office("Valley", "06067");
    Office coast = office("Coast", "06001");
    Lead lead = add("R1", 1, Optional.of(valley));
    assertThat(store.acknowledge(lead.leadId(), Optional.of(coast.officeId()), "coast")).isFalse();
    assertThat(store.acknowledge(lead.leadId(), Optional.of(valley.officeId()), "valley")).isTrue();
    assertThat(store.acknowledge(lead.leadId(), Optional.empty(), "ann")).isTrue();
    assertThat(store.of("R1").orElseThrow().acknowledgedBy()).contains("valley");
    assertThat(store.acknowledge(UUID.randomUUID(), Optional.empty(), "ann")).isFalse();
  }

  @Test
  void twoWhoTakeALeadOnAtOnceAreNotedOnce() throws Exception {
    Lead lead = add("R1", 1, Optional.empty());
    assertThat(ExchangeRoom.atOnce(() -> store.acknowledge(lead.leadId(), Optional.empty(), "ann")))
        .containsExactly(true, true);
    assertThat(room.actions("lead:" + lead.leadId()))
        .containsExactly("lead.make", "lead.acknowledge");
  }

  @Test
  void namesAreTakenOutForGood() {
    add("R1", 1, Optional.empty());
    store.purge("R1");
    assertThat(store.of("R1").orElseThrow().namesClaimed()).isEmpty();
    assertThat(store.of("R1").orElseThrow().namesKnown()).isEmpty();
  }
}
