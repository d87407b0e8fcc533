package org.ridgeline.exchange.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.exchange.submission.DrawnBox;
import org.ridgeline.vocabulary.GrayImage;

/// A card's images as a person looks at them: whole, and with the boxes that fingers are cut at.
public final class CardImages {
  private CardImages() {}

  /// A whole image; empty where it cannot be decoded.
  public static Optional<GrayImage> whole(FingerImage image) {
    return PrintPixels.shown(image, new ArrayList<>());
  }

  /// Where the fingers of a slap are cut out now; none for an image that is no slap, cannot be
  /// decoded or cannot be segmented.
  public static List<DrawnBox> boxes(Card card, String record) {
    return SlapSource.of(card).stream()
        .filter(slap -> slap.image().record().equals(record))
        .flatMap(slap -> whole(slap.image()).stream().flatMap(i -> boxes(i, slap).stream()))
        .toList();
  }

  private static List<DrawnBox> boxes(GrayImage image, SlapSource slap) {
    List<DrawnBox> boxes = new ArrayList<>();
    for (FingerSource source : SlapCut.of(image, slap).sources()) {
      source
          .box()
          .map(FingerSource.Box::ordered)
          .filter(box -> box.isInside(image))
          .ifPresent(b ->
              boxes.add(new DrawnBox(source.finger(), b.left(), b.right(), b.top(), b.bottom())));
    }
    return boxes;
  }
}
