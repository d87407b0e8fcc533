package org.ridgeline.codec.image;

import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A JPEG of four components, 16 by 16: cyan, magenta, yellow, black, as Adobe stores them,
/// inverted. One level of black throughout.
final class CmykJpeg {
  private CmykJpeg() {}

  static byte[] write(int level) {
    WritableRaster raster = Raster.createInterleavedRaster(0, 16, 16, 4, null);
    for (int band = 0; band < 4; band++) {
      int value = band == 3 ? level : 255;
      int[] samples = new int[256];
      java.util.Arrays.fill(samples, value);
      raster.setSamples(0, 0, 16, 16, band, samples);
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(raster, null, null), null);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return withAdobe(bytes.toByteArray());
  }

  /// Adobe's segment, transform 0, behind the start of the image.
  private static byte[] withAdobe(byte[] data) {
    byte[] adobe = {
      (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
    };
    byte[] out = new byte[data.length + adobe.length];
    System.arraycopy(data, 0, out, 0, 2);
    System.arraycopy(adobe, 0, out, 2, adobe.length);
    System.arraycopy(data, 2, out, 2 + adobe.length, data.length - 2);
    return out;
  }
}
