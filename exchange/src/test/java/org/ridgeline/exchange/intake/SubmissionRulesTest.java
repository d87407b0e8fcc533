package org.ridgeline.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.exchange.Bookings;
import org.ridgeline.exchange.agency.Channel;
import org.ridgeline.exchange.agency.Service;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

class SubmissionRulesTest {
  private static Set<FindingCode> errors(TransactionBuilder card, String sender) {
    List<Finding> findings =
        SubmissionRules.check(
            card.build(),
            new Sender(
                Bookings.agency(sender),
                Channel.FETCH,
                _ -> true,
                EnumSet.of(Service.BOOKING),
                List::of));
    return findings.stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::code)
        .collect(Collectors.toSet());
  }

  @Test
  void takesAPrintedBookingOfItsOwnSender() {
    assertThat(errors(Bookings.printed("T1"), Bookings.ORI)).isEmpty();
  }

  @Test
  void refusesATypeOfTransactionThatIsNoSubmission() {
    assertThat(errors(Bookings.printed("T1").header(4, "SRE"), Bookings.ORI))
        .contains(FindingCode.TOT_UNKNOWN);
  }

  @Test
  void refusesAnotherAgencysBooking() {
    assertThat(errors(Bookings.printed("T1"), "CA0190000")).containsExactly(FindingCode.A0004);
  }

  @Test
  void takesWhatTheStateSendsForItsAgency() {
    TransactionBuilder relayed = Bookings.printed("T1").header(8, "CA0349999");
    assertThat(errors(relayed, Bookings.ORI)).isEmpty();
  }

  @Test
  void refusesACardWithTooFewFingers() {
    TransactionBuilder one = Bookings.car("T1").type4(2, 1, Bookings.picture());
    assertThat(errors(one, Bookings.ORI)).contains(FindingCode.L0008);
    assertThat(errors(Bookings.car("T1"), Bookings.ORI)).contains(FindingCode.L0008);
  }
}
