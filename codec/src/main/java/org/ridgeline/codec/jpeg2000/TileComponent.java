package org.ridgeline.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/// One component of one tile.
/// - **Source** ISO/IEC 15444-1 B.3, B.5
record TileComponent(
    Area area, CodingStyle coding, Quantisation quantisation, List<Resolution> resolutions) {

  static TileComponent of(Area area, CodingStyle coding, Quantisation quantisation)
      throws Jpeg2000Refusal {
    if (!quantisation.reaches(coding.levels())) {
      throw Jpeg2000Refusal.unreadable(
          -1, "a quantisation step for each subband", "fewer for " + coding.levels() + " levels");
    }
    List<Resolution> resolutions = new ArrayList<>();
    for (int r = 0; r <= coding.levels(); r++) {
      resolutions.add(new Resolution(area, coding, r));
    }
    return new TileComponent(area, coding, quantisation, resolutions);
  }

  long precinctsClaimed() {
    return resolutions.stream().mapToLong(resolution -> resolution.precincts.claimed()).sum();
  }

  void divide(int bits) {
    for (Resolution resolution : resolutions) {
      resolution.divide(area, coding, quantisation, bits);
    }
  }
}
