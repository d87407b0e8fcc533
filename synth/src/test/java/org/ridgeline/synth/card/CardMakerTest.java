package org.ridgeline.synth.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ridgeline.codec.ebts.Profile;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.synth.card.CardOptions.Content;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.people.Known;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.vocabulary.FingerPosition;

class CardMakerTest {
  private static final LocalDate DAY = LocalDate.of(2010, 2, 3);
  private static final FictionalPerson PERSON = Nation.person(1, 5);

  /// Fingers that a test need not wait for.
  private static final Set<FingerPosition> EIGHT =
      Arrays.stream(FingerPosition.values()).skip(2).collect(Collectors.toSet());

  @ParameterizedTest
  @EnumSource(Content.class)
  void passesTheProfileWithEveryContent(Content content) {
    CardOptions options =
        CardOptions.of(3, "TCN-00000003", DAY)
            .with(content, Cga.NONE)
            .bandaging(content == Content.FLATS ? Set.of() : EIGHT);
    assertThat(findings(CardMaker.card(PERSON, options))).isEmpty();
  }

  @Test
  void givesTheSameBytesAgain() {
    CardOptions options = CardOptions.of(3, "TCN-00000003", DAY).bandaging(EIGHT);
    assertThat(CardMaker.card(PERSON, options)).isEqualTo(CardMaker.card(PERSON, options));
  }

  @ParameterizedTest
  @EnumSource(
      value = Defect.class,
      names = {
        "TRUNCATED",
        "WRONG_LEN",
        "WRONG_CNT",
        "MISSING_NAME",
        "BAD_DATE",
        "BAD_SEX",
        "GARBAGE"
      })
  void breaksTheFileAsAsked(Defect defect) {
    CardOptions options = CardOptions.of(3, "TCN-00000003", DAY);
    Set<Defect> quick = Set.of(Defect.NO_IMAGES);
    List<?> before = findings(CardMaker.card(PERSON, options.broken(quick)));
    List<?> after =
        findings(CardMaker.card(PERSON, options.broken(Set.of(defect, Defect.NO_IMAGES))));
    assertThat(before).hasSize(1);
    assertThat(after).isNotEmpty().isNotEqualTo(before);
  }

  @Test
  void claimsTheAlias() {
    CardOptions options = CardOptions.of(1, "TCN-00000001", DAY).broken(Set.of(Defect.NO_IMAGES));
    FictionalPerson other = Nation.person(1, 9);
    String card = text(CardMaker.card(PERSON, options.claiming(other.name())));
    assertThat(card).contains("2.018:" + other.name().nam()).doesNotContain(PERSON.name().nam());
  }

  @Test
  void listsLostFingersInsteadOfTheirPrints() {
    FictionalPerson person =
        IntStream.range(0, 2000)
            .mapToObj(number -> Nation.person(1, number, Known.NEITHER))
            .filter(p -> p.amputated().size() == 1)
            .findFirst()
            .orElseThrow();
    FingerPosition lost = person.amputated().iterator().next();
    CardOptions options = CardOptions.of(1, "TCN-00000001", DAY).with(Content.TEN_ROLLED, Cga.NONE);
    byte[] card = CardMaker.card(person, options);
    assertThat(text(card)).contains("2.084:%02d\u001FXX".formatted(lost.fgp()));
    assertThat(CardPrints.take(person, options)).hasSize(9).noneMatch(i -> i.fgp() == lost.fgp());
    assertThat(findings(card)).isEmpty();
  }

  @Test
  void saysWhyBandagedFingersAreMissing() {
    Set<FingerPosition> bandaged = Set.of(FingerPosition.LEFT_INDEX, FingerPosition.LEFT_RING);
    CardOptions options =
        CardOptions.of(1, "TCN-00000001", DAY).with(Content.FLATS, Cga.NONE).bandaging(bandaged);
    byte[] card = CardMaker.card(PERSON, options);
    assertThat(text(card))
        .contains("2.084:07\u001FUP\u001E09\u001FUP")
        .contains("14.018:7\u001FUP\u001E9\u001FUP");
    assertThat(findings(card)).isEmpty();
  }

  @Test
  void boxesEachFingerOfASlapWhereItIsDark() {
    CardOptions options = CardOptions.of(4, "TCN-00000004", DAY).with(Content.FLATS, Cga.NONE);
    List<CardImage> slaps = CardPrints.take(PERSON, options);
    assertThat(slaps).extracting(CardImage::fgp).containsExactly(13, 14, 15);
    for (CardImage slap : slaps) {
      int dark = 0;
      int boxed = 0;
      for (int y = 0; y < slap.image().heightPx(); y += 3) {
        for (int x = 0; x < slap.image().widthPx(); x += 3) {
          if (slap.image().at(x, y) < 128) {
            dark++;
            boxed += isBoxed(slap, x, y) ? 1 : 0;
          }
        }
      }
      assertThat(boxed).isGreaterThan((int) (0.995 * dark));
    }
    assertThat(slaps.getFirst().segments())
        .extracting(CardImage.Segment::fgp)
        .containsExactly(2, 3, 4, 5);
    assertThat(slaps.get(1).segments())
        .extracting(CardImage.Segment::fgp)
        .containsExactly(10, 9, 8, 7);
  }

  @Test
  void refusesCompressionThatIsNotWritten() {
    CardOptions options = CardOptions.of(1, "TCN-00000001", DAY).with(Content.TEN_ROLLED, Cga.JP2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CardMaker.card(PERSON, options))
        .withMessageContaining("JP2");
  }

  private static boolean isBoxed(CardImage slap, int x, int y) {
    return slap.segments().stream()
        .anyMatch(s -> x >= s.left() && x <= s.right() && y >= s.top() && y <= s.bottom());
  }

  private static String text(byte[] card) {
    return new String(card, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static List<?> findings(byte[] card) {
    return switch (ItlReader.read(card)) {
      case Decoded.Accepted accepted -> {
        assertThat(accepted.findings()).isEmpty();
        yield Profile.named("ebts").check(accepted.transaction());
      }
      case Decoded.Refused refused -> refused.findings();
    };
  }
}
