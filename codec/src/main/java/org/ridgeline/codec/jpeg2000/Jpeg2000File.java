package org.ridgeline.codec.jpeg2000;

import java.util.Optional;
import org.ridgeline.codec.jpeg2000.ImageSize.Component;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.GrayImage;

/// A JPEG 2000 file, a bare code stream or in JP2 boxes: its size at once, its pixels on demand.
///
/// A file that ends before the last packet of a tile is damaged and is refused. One that has all
/// packets and lacks the end marker is not: [Pixels#isEnded] tells.
/// - **Limit** [Jpeg2000Limits], [GrayImage]; whether the bytes are too few for the size, the
///   caller asks before it asks for pixels
/// - **Source** ISO/IEC 15444-1
public final class Jpeg2000File {
  private final byte[] data;
  private final Boxes boxes;
  private final ImageSize size;

  private Jpeg2000File(byte[] data, Boxes boxes, ImageSize size) {
    this.data = data;
    this.boxes = boxes;
    this.size = size;
  }

  /// 8-bit grey, rows from the top, and whether the code stream's end marker is there.
  @SuppressWarnings("ArrayRecordComponent")
  public record Pixels(byte[] grey, boolean isEnded) {}

  /// Reads the boxes and the size; takes no memory for pixels.
  public static Jpeg2000File open(byte[] data) throws Jpeg2000Refusal {
    Boxes boxes = Boxes.read(data);
    ImageSize size = CodeStreamReader.size(data, boxes.start(), boxes.end());
    Jpeg2000File file = new Jpeg2000File(data, boxes, size);
    if (!GrayImage.isAllowed(file.widthPx(), file.heightPx())) {
      throw new Jpeg2000Refusal(
          FindingCode.IMAGE_TOO_LARGE,
          boxes.start(),
          "a size within the limits of all images",
          file.widthPx() + "x" + file.heightPx());
    }
    return file;
  }

  public int widthPx() {
    return size.image().width();
  }

  public int heightPx() {
    return size.image().height();
  }

  /// Where the code stream begins: the place to name when its size is refused.
  public int codeStreamOffset() {
    return boxes.start();
  }

  /// What the file states of its resolution, that of capture before that of display.
  /// - **Unit** pixels per inch, across and down
  public record Density(double xPpi, double yPpi) {}

  /// The resolution, if the file states one in both directions.
  public Optional<Density> density() {
    return boxes.density().map(stated -> new Density(stated.xPpi(), stated.yPpi()));
  }

  /// The levels as they are coded, such as "8-bit grey", if something else is made of them.
  public String levels() {
    Component first = size.components().getFirst();
    String sign = first.isSigned() ? " with a sign" : "";
    return size.components().size() == 1
        ? first.bits() + "-bit grey" + sign
        : "colour, " + first.bits() + " bits a component" + sign;
  }

  /// Whether [#pixels] gives other levels than are coded.
  public boolean isConverted() {
    return size.components().size() > 1 || !size.components().getFirst().isPlain();
  }

  /// Decodes the image.
  public Pixels pixels() throws Jpeg2000Refusal {
    CodeStream stream = CodeStreamReader.read(data, boxes.start(), boxes.end());
    byte[] grey = new TileDecoder(data, stream, boxes.isLumaFirst()).pixels();
    return new Pixels(grey, stream.isEnded());
  }
}
