package org.ridgeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.exchange.identify.Card;
import org.ridgeline.exchange.identify.FairPool;
import org.ridgeline.exchange.identify.ProbeMaker;
import org.ridgeline.synth.card.CardMaker;
import org.ridgeline.synth.card.CardOptions;
import org.ridgeline.synth.card.CardOptions.Content;
import org.ridgeline.synth.card.Defect;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;

/// Rolled prints against plain ones on whole cards, with the matcher that searches use.
class RolledAndPlainTest {
  private static final FictionalPerson PERSON = Nation.person(11, 4);

  private static ProbeMaker.Made made(Content content, Set<Defect> defects)
      throws InterruptedException {
    CardOptions options =
        CardOptions.of(21, "TCN-SEQUENCE-1", LocalDate.of(2026, 11, 1))
            .with(content, Cga.PNG)
            .broken(defects);
    var read = (Decoded.Accepted) ItlReader.read(CardMaker.card(PERSON, options));
    try (FairPool pool = new FairPool("extract-", 2)) {
      return new ProbeMaker(pool, new FullPrintComparison())
          .make("SENDER", Card.asSent(read.transaction()));
    }
  }

  private static List<String> order(ProbeMaker.Made made) {
    return made.findings().stream()
        .filter(finding -> finding.code() == FindingCode.FINGER_SEQUENCE)
        .map(Finding::found)
        .toList();
  }

  @Test
  void aCardInOrderHasNothingToSay() throws InterruptedException {
    assertThat(order(made(Content.FOURTEEN, Set.of()))).isEmpty();
    assertThat(order(made(Content.FOURTEEN_TYPE14, Set.of()))).isEmpty();
    assertThat(order(made(Content.TEN_ROLLED, Set.of()))).isEmpty();
  }

  @Test
  void aFingerRolledTwiceIsSeen() throws InterruptedException {
    ProbeMaker.Made made = made(Content.FOURTEEN, Set.of(Defect.REPEATED_FINGER));
    assertThat(order(made))
        .singleElement()
        .asString()
        .startsWith("right middle is right index once more");
    assertThat(made.fingers()).hasSize(10);
  }

  @Test
  void alsoWhereThereIsNoPlainPrint() throws InterruptedException {
    assertThat(order(made(Content.TEN_ROLLED, Set.of(Defect.REPEATED_FINGER))))
        .singleElement()
        .asString()
        .startsWith("right index and right middle are one");
  }

  @Test
  void swappedHandsAreSeenBeforeAnySearch() throws InterruptedException {
    ProbeMaker.Made made = made(Content.FOURTEEN, Set.of(Defect.SWAPPED_HANDS));
    assertThat(order(made)).singleElement().asString().startsWith("hands swapped");
    assertThat(made.isRefused()).isFalse();
  }
}
