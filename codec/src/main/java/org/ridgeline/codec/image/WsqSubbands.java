package org.ridgeline.codec.image;

import java.util.ArrayList;
import java.util.List;

/// How WSQ cuts an image into 64 subbands, of which 60 are coded.
///
/// Each split halves a part across and down. Which way the halves of a row lie depends on the path:
/// after a high-pass step the spectrum is mirrored, so a part that came out on the right holds its
/// own high half first, and a part that came out below holds it on top.
/// - **Shape** `splits` from the whole image inwards; `bands` in coded order, 0..59
/// - **Unit** pixels, from the image's top left corner
/// - **Source** IAFIS-IC-0110 figure 4 (subband structure)
record WsqSubbands(List<Split> splits, List<Part> bands) {
  static final int CODED = 60;

  /// Subbands 0..18 are the first block, 19..51 the second, 52..59 the third.
  static final int FIRST_OF_BLOCK_2 = 19;

  static final int FIRST_OF_BLOCK_3 = 52;

  /// One letter for each part in coded order: `s` is split again, `b` is a subband, `-` is the
  /// corner that is never coded.
  private static final String TREE =
      "s" // the image
          + "s" // its low quarter
          + "s" // the low sixteenth
          + "ssbbbbbbb" // down to subbands 0..6
          + "sbbbbsbbbbsbbbb" // subbands 7..18
          + "ssbbbbsbbbbsbbbbsbbbb" // subbands 19..34
          + "ssbbbbsbbbbsbbbbsbbbb" // subbands 35..50
          + "b" // subband 51
          + "sbbbbsbbbb-"; // subbands 52..59

  /// A rectangle of the image.
  record Part(int x, int y, int width, int height) {
    int area() {
      return width * height;
    }
  }

  /// A part that is made of four: `mirroredX` has the high half left, `mirroredY` on top.
  record Split(Part part, boolean mirroredX, boolean mirroredY) {
    int lowWidth() {
      return part.width() + 1 >> 1;
    }

    int lowHeight() {
      return part.height() + 1 >> 1;
    }
  }

  static WsqSubbands of(int width, int height) {
    Walk walk = new Walk();
    walk.visit(new Split(new Part(0, 0, width, height), false, false));
    return new WsqSubbands(List.copyOf(walk.splits), List.copyOf(walk.bands));
  }

  /// Goes through [#TREE] in its own order: top left, top right, bottom left, bottom right.
  private static final class Walk {
    private final List<Split> splits = new ArrayList<>();
    private final List<Part> bands = new ArrayList<>();
    private int at;

    private void visit(Split split) {
      char kind = TREE.charAt(at++);
      if (kind == 'b') {
        bands.add(split.part());
      }
      if (kind != 's') {
        return;
      }
      splits.add(split);
      Part whole = split.part();
      int left = split.mirroredX() ? whole.width() / 2 : split.lowWidth();
      int top = split.mirroredY() ? whole.height() / 2 : split.lowHeight();
      int right = whole.width() - left;
      int bottom = whole.height() - top;
      int x = whole.x();
      int y = whole.y();
      visit(new Split(new Part(x, y, left, top), false, false));
      visit(new Split(new Part(x + left, y, right, top), true, false));
      visit(new Split(new Part(x, y + top, left, bottom), false, true));
      visit(new Split(new Part(x + left, y + top, right, bottom), true, true));
    }
  }
}
