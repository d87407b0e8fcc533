package org.ridgeline.exchange.submission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.vocabulary.FingerPosition;

/// What a person corrected of a card: an overlay over its bytes, which stay as they came.
/// - **Shape** `images` one for each image that is corrected; `marks` of the fingers whose mark is
///   another than the card's
public record Corrections(List<ImageCorrection> images, Map<FingerPosition, FingerMark> marks) {
  /// A card as it was sent.
  public static final Corrections NONE = new Corrections(List.of(), Map.of());

  public Corrections {
    images = images.stream().filter(ImageCorrection::isAny).toList();
    marks = Map.copyOf(marks);
  }

  /// That of one image; empty where it is as it was sent.
  public Optional<ImageCorrection> of(String record) {
    return images.stream().filter(image -> image.record().equals(record)).findFirst();
  }

  /// Whether nothing is corrected.
  public boolean isNone() {
    return images.isEmpty() && marks.isEmpty();
  }
}
