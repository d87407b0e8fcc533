package org.ridgeline.synth.sensor;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ridgeline.synth.Dice;
import org.ridgeline.synth.print.Finger;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

/// Prints of many fingers on one sensor, each touched several times, with their truth.
///
/// A print depends on the seed, the sensor, its finger's and its own number only: a longer series
/// begins with the shorter one. Series of one seed on two sensors are of the same fingers, series
/// of two seeds are not.
/// - **Error** no finger or no impression: IllegalArgumentException
public record PrintSeries(long seed, SensorStyle sensor, int fingers, int impressions) {
  private static final int MASTER = 49;
  private static final int SKIN = 50;
  private static final int TOUCH = 51;
  private static final int KIND = 52;

  /// Which fingers a person gives, as in public sets: both fore and middle fingers, and thumbs.
  private static final List<FingerPosition> GIVEN =
      List.of(
          FingerPosition.RIGHT_INDEX,
          FingerPosition.LEFT_INDEX,
          FingerPosition.RIGHT_MIDDLE,
          FingerPosition.LEFT_MIDDLE,
          FingerPosition.RIGHT_THUMB);

  public PrintSeries {
    if (fingers < 1 || impressions < 1) {
      throw new IllegalArgumentException(
          "fingers=" + fingers + " impressions=" + impressions + " limit=1..");
    }
  }

  /// A series on the sensor of a kind that the seed gives, of fingers that no other kind gets.
  public static PrintSeries of(long seed, SensorKind kind, int fingers, int impressions) {
    long own = Dice.hash(seed, KIND, kind.widthPx(), kind.heightPx());
    return new PrintSeries(own, SensorStyle.of(kind, own), fingers, impressions);
  }

  /// Which of the series' persons, from 1, a finger belongs to.
  public static int person(int finger) {
    return (finger - 1) / GIVEN.size() + 1;
  }

  /// Which finger of its person it is.
  public static FingerPosition position(int finger) {
    return GIVEN.get((finger - 1) % GIVEN.size());
  }

  /// All prints, finger by finger; made as they are asked for.
  public Stream<SeriesPrint> prints() {
    return IntStream.rangeClosed(1, fingers).boxed().flatMap(number -> finger(number).stream());
  }

  /// The impressions of one finger, which is made once for all of them.
  public List<SeriesPrint> finger(int number) {
    if (number < 1 || number > fingers) {
      throw new IllegalArgumentException("finger=" + number + " limit=1.." + fingers);
    }
    long owner = Dice.hash(seed, MASTER, person(number) - 1);
    Finger finger = FingerMaker.make(owner, position(number));
    FingerSkin skin = new FingerSkin(owner, finger, sensor.skins(), Dice.of(seed, SKIN, number));
    Plate plate = new Plate(sensor, seed);
    return IntStream.rangeClosed(1, impressions)
        .mapToObj(impression -> print(number, impression, skin, plate))
        .toList();
  }

  private SeriesPrint print(int number, int impression, FingerSkin skin, Plate plate) {
    long touch = Dice.hash(seed, TOUCH, number, impression);
    Placement placement = new Placement(sensor, skin, touch);
    SkinMap map = placement.map(skin.finger().size());
    Condition state = Condition.draw(sensor, skin, placement.pressure, touch);
    float[] ink = new Scan(sensor, skin, map, state, touch).ink();
    new Remains(sensor, touch).add(ink, skin);
    GrayImage image = plate.develop(ink, map, touch);
    return new SeriesPrint(number, impression, image, new PrintTruth(skin, map, placement));
  }
}
