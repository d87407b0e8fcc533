package org.ridgeline.synth.print;

import java.util.Arrays;
import java.util.List;
import org.ridgeline.vocabulary.GrayImage;

/// Many prints on one sheet, to look at.
public final class ContactSheet {
  private static final int GAP_PX = 8;

  private ContactSheet() {}

  /// The images in rows of `columns`, each in a box that fits the largest, white around them.
  /// - **Error** no images, or a sheet larger than an image may be: IllegalArgumentException
  public static GrayImage of(List<GrayImage> images, int columns) {
    if (images.isEmpty() || columns < 1) {
      throw new IllegalArgumentException(
          "images=" + images.size() + " columns=" + columns + " limit=1..");
    }
    int boxWidth = GAP_PX + images.stream().mapToInt(GrayImage::widthPx).max().getAsInt();
    int boxHeight = GAP_PX + images.stream().mapToInt(GrayImage::heightPx).max().getAsInt();
    int width = columns * boxWidth;
    int height = (images.size() + columns - 1) / columns * boxHeight;
    if (!GrayImage.isAllowed(width, height)) {
      throw new IllegalArgumentException("sheet=" + width + "x" + height + " is too large");
    }
    byte[] sheet = new byte[width * height];
    Arrays.fill(sheet, (byte) 255);
    for (int i = 0; i < images.size(); i++) {
      GrayImage image = images.get(i);
      byte[] pixels = image.pixels();
      int left = i % columns * boxWidth;
      int top = i / columns * boxHeight;
      for (int y = 0; y < image.heightPx(); y++) {
        int to = (top + y) * width + left;
        System.arraycopy(pixels, y * image.widthPx(), sheet, to, image.widthPx());
      }
    }
    return GrayImage.of(width, height, images.getFirst().resolutionPpi(), sheet);
  }
}
