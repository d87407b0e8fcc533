package org.ridgeline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.LedgerEntry;

class DenialsTest {
  /// A clock that is set.
  private static final class Watch extends Clock {
    private Instant now = ExchangeRoom.NOW;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private ExchangeRoom room;
  private Denials denials;
  private final Watch watch = new Watch();

  @BeforeEach
  void open() {
    room = new ExchangeRoom();
    denials = new Denials(room.source(), watch);
  }

  private List<LedgerEntry> of(Known action) {
    return room.entries().stream()
        .map(chained -> chained.entry())
        .filter(e -> e.action() == action)
        .toList();
  }

  private int counted(Known action) {
    return of(action).stream().mapToInt(e -> Integer.parseInt(e.detail().get("count"))).sum();
  }

  private void minuteLater() {
    watch.now = watch.now.plus(Limits.REFUSED_WITHIN);
    denials.flush();
  }

  @Test
  void theFirstIsThereAtOnceAndTheRestOfTheMinuteCounted() {
    for (int i = 0; i < 50; i++) {
      denials.login(Optional.of("ann"), "192.0.2.7");
    }
    assertThat(of(Known.OPERATOR_LOGIN_FAIL))
        .singleElement()
        .satisfies(e -> {
          assertThat(e.subject().text()).isEqualTo("operator:ann");
          assertThat(e.detail()).containsEntry("from", "192.0.2.7").containsEntry("count", "1");
        });
    minuteLater();
    assertThat(of(Known.OPERATOR_LOGIN_FAIL)).hasSize(2);
    assertThat(counted(Known.OPERATOR_LOGIN_FAIL)).isEqualTo(50);
    minuteLater();
    assertThat(of(Known.OPERATOR_LOGIN_FAIL)).hasSize(2);
  }

  @Test
  void aFloodOfNamesAndAddressesFillsNothingAndIsCounted() {
    for (int i = 0; i < 5000; i++) {
      denials.login(Optional.of("name" + i), "2001:db8::" + i);
    }
    minuteLater();
    assertThat(of(Known.OPERATOR_LOGIN_FAIL).size())
        .isLessThanOrEqualTo(2 * (Limits.REFUSED_PARTIES_MAX + 1));
    assertThat(counted(Known.OPERATOR_LOGIN_FAIL)).isEqualTo(5000);
  }

  @Test
  void aDenialNamesWhoWasRefusedWhatAndFromWhere() {
    denials.access("api", new Denials.Caller("CA0340000", "BOOKING_AGENCY", "192.0.2.1"), "/x");
    denials.access("console", Denials.Caller.unknown("192.0.2.2"), "/cases");
    assertThat(of(Known.ACCESS_DENY))
        .extracting(e -> e.actor() + " " + e.subject() + " " + e.detail().get("what"))
        .containsExactly("CA0340000 door:api /x", "unknown door:console /cases");
  }

  @Test
  void whoTriesManyPagesIsCountedAndHidesNobodyElse() {
    Denials.Caller eve = new Denials.Caller("eve", "OFFICER", "192.0.2.1");
    for (int i = 0; i < 1000; i++) {
      denials.access("console", eve, "GET /page/" + i);
    }
    denials.access("console", new Denials.Caller("bob", "OFFICER", "192.0.2.2"), "GET /x");
    minuteLater();
    assertThat(of(Known.ACCESS_DENY))
        .filteredOn(e -> e.actor().equals("bob"))
        .singleElement()
        .satisfies(e -> assertThat(e.detail()).containsEntry("what", "GET /x"));
    assertThat(of(Known.ACCESS_DENY)).filteredOn(e -> e.actor().equals("eve")).hasSize(7);
    assertThat(counted(Known.ACCESS_DENY)).isEqualTo(1001);
  }

  @Test
  void aNameThatNobodyHasIsNotKept() {
    denials.login(Optional.empty(), "192.0.2.7");
    assertThat(of(Known.OPERATOR_LOGIN_FAIL))
        .extracting(e -> e.subject().text())
        .containsExactly("operator:unknown");
  }
}
