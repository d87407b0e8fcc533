package org.ridgeline.search.rank;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;

/// Where the ridges of encounters are kept: outside the gallery's rows, and read for the few that
/// came through to the full comparison.
///
/// Whoever has none there is compared by the minutiae of its row alone.
@FunctionalInterface
public interface RidgeSource {
  /// Nobody's ridges are kept.
  RidgeSource NONE = (_, _) -> Map.of();

  /// The templates of encounters, of these fingers by their own labels, as far as there are any.
  /// - **Limit** asked for [Limits#RIDGES_READ] encounters at most at a time
  Map<UUID, Map<FingerPosition, Template>> templates(
      List<UUID> encounterIds, List<FingerPosition> fingers);
}
