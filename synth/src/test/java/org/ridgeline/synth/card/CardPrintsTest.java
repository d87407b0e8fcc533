package org.ridgeline.synth.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.synth.card.CardOptions.Content;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.synth.print.ImpressionStyle.Ground;

class CardPrintsTest {
  private static final FictionalPerson PERSON = Nation.person(1, 3);
  private static final CardOptions PLATE =
      CardOptions.of(5, "T1", LocalDate.of(2010, 2, 3)).with(Content.FOURTEEN, Cga.PNG);

  @Test
  void saysWhichPrintsAreInInk() {
    List<CardImage> inked = CardPrints.take(PERSON, PLATE.on(Ground.INK));
    List<CardImage> plate = CardPrints.take(PERSON, PLATE);
    assertThat(inked).hasSameSizeAs(plate);
    for (int i = 0; i < inked.size(); i++) {
      assertThat(inked.get(i).fgp()).isEqualTo(plate.get(i).fgp());
      assertThat(inked.get(i).imp()).isEqualTo(plate.get(i).imp() + 2);
      assertThat(inked.get(i).image()).isNotEqualTo(plate.get(i).image());
    }
  }

  @Test
  void boxesTheSameFingersOfSlapsOnPaper() {
    CardImage inked = CardPrints.take(PERSON, PLATE.on(Ground.INK)).getLast();
    CardImage plate = CardPrints.take(PERSON, PLATE).getLast();
    assertThat(inked.segments()).hasSameSizeAs(plate.segments());
    for (int i = 0; i < inked.segments().size(); i++) {
      CardImage.Segment paper = inked.segments().get(i);
      assertThat(paper.fgp()).isEqualTo(plate.segments().get(i).fgp());
      assertThat(Math.abs(paper.left() - plate.segments().get(i).left())).isLessThan(60);
      assertThat(Math.abs(paper.bottom() - plate.segments().get(i).bottom())).isLessThan(60);
    }
  }
}
