package org.ridgeline.extract.slap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.ridgeline.synth.card.SlapPose;
import org.ridgeline.synth.card.SlapPose.Mark;
import org.ridgeline.vocabulary.FingerPosition;

/// The table of docs/segmentation.md. Takes minutes: runs only when asked for.
@EnabledIfSystemProperty(named = "slap.statistics", matches = "true")
class SlapStatisticsIT {
  private static final int PEOPLE = Integer.getInteger("slap.people", 15);

  /// Not the people the segmenter was made on.
  private static final int FIRST_SEED = 9000;

  @Test
  void cutsSlapsInEveryPose() {
    System.out.println("| slaps | fingers right | of | % | slaps whole | of | not segmented |");
    System.out.println("|---|---|---|---|---|---|---|");
    poses()
        .forEach((name, pose) -> {
          Cutting cut = Cutting.of(pose, FIRST_SEED, PEOPLE);
          System.out.printf(
              "| %s | %d | %d | %.1f | %d | %d | %d |%n",
              name,
              cut.right(),
              cut.fingers(),
              100.0 * cut.right() / cut.fingers(),
              cut.whole(),
              cut.slaps(),
              cut.refused());
          assertThat(cut.fingers()).isPositive();
        });
  }

  private static Map<String, SlapPose> poses() {
    SlapPose straight = SlapPose.straight();
    Map<String, SlapPose> poses = new LinkedHashMap<>();
    poses.put("upright, quality 70", straight);
    poses.put("quality 50", straight.withQuality(50));
    poses.put("quality 40", straight.withQuality(40));
    poses.put("quality 30", straight.withQuality(30));
    poses.put("turned 15°", straight.turned(15));
    poses.put("turned 30°", straight.turned(30));
    poses.put("turned -45°", straight.turned(-45));
    poses.put("lower joints", straight.marked(Set.of(Mark.LOWER_JOINTS)));
    poses.put("lower joints, turned -20°", straight.turned(-20).marked(Set.of(Mark.LOWER_JOINTS)));
    poses.put("halo, letters, lines", straight.marked(Set.of(Mark.HALO, Mark.LETTERS)));
    poses.put(
        "a finger at a fifth of the ink",
        straight.lightly(Set.of(FingerPosition.RIGHT_RING, FingerPosition.LEFT_LITTLE)));
    poses.put(
        "a finger missing",
        straight.without(Set.of(FingerPosition.RIGHT_MIDDLE, FingerPosition.LEFT_INDEX)));
    poses.put("fingers near, 330 px", straight.spaced(330));
    poses.put("fingers touching, 300 px", straight.spaced(300));
    poses.put("fingers overlapping, 270 px", straight.spaced(270));
    return poses;
  }
}
