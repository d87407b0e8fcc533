package org.ridgeline.codec.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.ridgeline.vocabulary.GrayImage;

/// Image files made byte by byte, with whatever they are to state of themselves.
final class MadeFiles {
  private static final double METRES_PER_INCH = 0.0254;

  private MadeFiles() {}

  /// A PNG with pHYs in pixels a metre; unit 0 gives but the shape of a pixel.
  static byte[] png(GrayImage image, double xPpi, double yPpi, int unit) {
    byte[] data = ImageEncoder.encode(ImageFormat.PNG, image);
    PngChunks.Chunk phys = PngChunks.first(data, "pHYs").orElseThrow();
    ByteBuffer bytes = ByteBuffer.wrap(data);
    bytes.putInt(phys.from(), (int) Math.round(xPpi / METRES_PER_INCH));
    bytes.putInt(phys.from() + 4, (int) Math.round(yPpi / METRES_PER_INCH));
    bytes.put(phys.from() + 8, (byte) unit);
    return withCrcs(data);
  }

  /// A PNG with one more chunk, behind the header.
  static byte[] pngWith(GrayImage image, String type, byte[] content) {
    byte[] data = ImageEncoder.encode(ImageFormat.PNG, image);
    ByteBuffer out = ByteBuffer.allocate(data.length + content.length + 12);
    out.put(data, 0, 33).putInt(content.length);
    out.put(type.getBytes(StandardCharsets.US_ASCII)).put(content).putInt(0);
    out.put(data, 33, data.length - 33);
    return withCrcs(out.array());
  }

  /// The same with every chunk's CRC as its bytes have it.
  static byte[] withCrcs(byte[] png) {
    byte[] data = png.clone();
    int at = 8;
    while (at + 12 <= data.length) {
      int length = ByteBuffer.wrap(data).getInt(at);
      if (length < 0 || length > data.length - at - 12) {
        break;
      }
      CRC32 crc = new CRC32();
      crc.update(data, at + 4, length + 4);
      ByteBuffer.wrap(data).putInt(at + 8 + length, (int) crc.getValue());
      at += 12 + length;
    }
    return data;
  }

  /// A JPEG whose JFIF header has that unit (0 none, 1 inch, 2 centimetre) and density.
  static byte[] jfif(GrayImage image, int unit, int x, int y) {
    byte[] data = ImageEncoder.encodeJpeg(image, 0.95f);
    data[13] = (byte) unit;
    ByteBuffer.wrap(data).putShort(14, (short) x).putShort(16, (short) y);
    return data;
  }

  /// A JPEG that states nothing in JFIF, and these tags in Exif.
  static byte[] exif(GrayImage image, byte[] tags) {
    byte[] data = jfif(image, 0, 1, 1);
    ByteBuffer out = ByteBuffer.allocate(data.length + tags.length + 10);
    out.put(data, 0, 20).putShort((short) 0xFFE1).putShort((short) (tags.length + 8));
    out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tags);
    return out.put(data, 20, data.length - 20).array();
  }

  /// A TIFF directory of orientation, unit and resolutions, in either order of bytes.
  static byte[] tags(ByteOrder order, int orientation, int unit, int x, int y) {
    ByteBuffer out = ByteBuffer.allocate(8 + 2 + 4 * 12 + 4 + 16).order(order);
    out.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
    out.putShort((short) 42).putInt(8).putShort((short) 4);
    int ratios = 8 + 2 + 4 * 12 + 4;
    shortTag(out, 274, orientation);
    longTag(out, 282, 5, ratios);
    longTag(out, 283, 5, ratios + 8);
    shortTag(out, 296, unit);
    return out.putInt(0).putInt(x * 10).putInt(10).putInt(y * 10).putInt(10).array();
  }

  /// An uncompressed TIFF, with resolutions in a unit (1 none, 2 inch, 3 centimetre).
  static byte[] tiff(GrayImage image, int orientation, int unit, int x, int y) {
    return tiff(image, 1, image.pixels(), new int[] {orientation, unit, x, y});
  }

  /// A TIFF of one strip of so compressed data, whose count is that of the data.
  static byte[] tiff(GrayImage image, int compression, byte[] data) {
    return tiff(image, compression, data, new int[] {1, 2, 500, 500});
  }

  private static byte[] tiff(GrayImage image, int compression, byte[] data, int[] stated) {
    int width = image.widthPx();
    int height = image.heightPx();
    int entries = 12;
    int ratios = 8 + 2 + entries * 12 + 4;
    ByteBuffer out = ByteBuffer.allocate(ratios + 16 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) entries);
    longTag(out, 256, 4, width);
    longTag(out, 257, 4, height);
    shortTag(out, 258, 8);
    shortTag(out, 259, compression);
    shortTag(out, 262, 1);
    longTag(out, 273, 4, ratios + 16);
    shortTag(out, 274, stated[0]);
    longTag(out, 278, 4, height);
    longTag(out, 279, 4, data.length);
    longTag(out, 282, 5, ratios);
    longTag(out, 283, 5, ratios + 8);
    shortTag(out, 296, stated[1]);
    out.putInt(0).putInt(stated[2]).putInt(1).putInt(stated[3]).putInt(1);
    return out.put(data).array();
  }

  /// A TIFF in strips of eight rows, compressed by the JDK, which puts the directory first.
  static byte[] compressedTiff(GrayImage image, String compression) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionType(compression);
    BufferedImage grey =
        new BufferedImage(image.widthPx(), image.heightPx(), BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setDataElements(0, 0, image.widthPx(), image.heightPx(), image.pixels());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(grey, null, null), parameters);
    }
    return bytes.toByteArray();
  }

  private static void shortTag(ByteBuffer out, int tag, int value) {
    out.putShort((short) tag).putShort((short) 3).putInt(1).putShort((short) value);
    out.putShort((short) 0);
  }

  private static void longTag(ByteBuffer out, int tag, int type, int value) {
    out.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
  }

  /// A grey BMP of 256 levels, rows from the bottom.
  static byte[] bmp(GrayImage image, double xPpi, double yPpi) {
    int stride = (image.widthPx() + 3) / 4 * 4;
    int start = 14 + 40 + 1024;
    ByteBuffer out =
        ByteBuffer.allocate(start + stride * image.heightPx()).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'B').put((byte) 'M').putInt(out.capacity()).putInt(0).putInt(start);
    out.putInt(40).putInt(image.widthPx()).putInt(image.heightPx());
    out.putShort((short) 1).putShort((short) 8).putInt(0).putInt(stride * image.heightPx());
    out.putInt((int) Math.round(xPpi / METRES_PER_INCH));
    out.putInt((int) Math.round(yPpi / METRES_PER_INCH)).putInt(256).putInt(0);
    for (int level = 0; level < 256; level++) {
      out.putInt(level * 0x010101);
    }
    for (int y = image.heightPx() - 1; y >= 0; y--) {
      byte[] row = new byte[stride];
      System.arraycopy(image.pixels(), y * image.widthPx(), row, 0, image.widthPx());
      out.put(row);
    }
    return out.array();
  }

  /// A JP2 with a resolution of capture ("resc") or of display ("resd").
  static byte[] jp2(GrayImage image, String box, double xPpi, double yPpi) {
    byte[] data;
    try {
      data = SpoiledImagesTest.seed(ImageFormat.JPEG2000, image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int header = new String(data, StandardCharsets.ISO_8859_1).indexOf("jp2h") - 4;
    int length = ByteBuffer.wrap(data).getInt(header);
    ByteBuffer out = ByteBuffer.allocate(data.length + 26);
    out.put(data, 0, header).putInt(length + 26).put(data, header + 4, length - 4);
    out.putInt(26).put("res ".getBytes(StandardCharsets.US_ASCII));
    out.putInt(18).put(box.getBytes(StandardCharsets.US_ASCII));
    out.putShort((short) Math.round(yPpi / METRES_PER_INCH)).putShort((short) 1);
    out.putShort((short) Math.round(xPpi / METRES_PER_INCH)).putShort((short) 1);
    out.putShort((short) 0);
    return out.put(data, header + length, data.length - header - length).array();
  }

  /// A BMP of run lengths: every row one run of its middle level, as many rows as said; the end
  /// stands behind them.
  static byte[] runs(int width, int height, int rows) {
    ByteBuffer out = ByteBuffer.allocate(54 + 1024 + 4 * rows + 2).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'B').put((byte) 'M').putInt(out.capacity()).putInt(0).putInt(54 + 1024);
    out.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) 8).putInt(1);
    out.putInt(4 * rows + 2).putInt(19_685).putInt(19_685).putInt(256).putInt(0);
    for (int level = 0; level < 256; level++) {
      out.putInt(level * 0x010101);
    }
    for (int y = 0; y < rows; y++) {
      out.put((byte) width).put((byte) 128).putShort((short) 0);
    }
    return out.put((byte) 0).put((byte) 1).array();
  }

  /// A WSQ file whose NIST comment states that resolution, as text.
  static byte[] wsq(GrayImage image, String ppi) {
    byte[] data = WsqEncoder.encode(image);
    byte[] from = "PPI 500".getBytes(StandardCharsets.US_ASCII);
    int at = 0;
    while (!Arrays.equals(data, at, at + from.length, from, 0, from.length)) {
      at++;
    }
    MarkerSegments.Segment comment = segmentAt(data, at);
    byte[] to = ("PPI " + ppi).getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(data, 0, comment.from() - 2);
    int length = comment.length() + 2 + to.length - from.length;
    out.write(length >> 8);
    out.write(length);
    out.write(data, comment.from(), at - comment.from());
    out.writeBytes(to);
    out.write(data, at + from.length, data.length - at - from.length);
    return out.toByteArray();
  }

  private static MarkerSegments.Segment segmentAt(byte[] data, int at) {
    return MarkerSegments.ofWsq(data).stream()
        .filter(segment -> at >= segment.from() && at < segment.from() + segment.length())
        .findFirst()
        .orElseThrow();
  }
}
