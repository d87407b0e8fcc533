package org.ridgeline.codec.jpeg2000;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.ridgeline.codec.jpeg2000.Pictures.Picture;

/// Another maker's encoder and decoder, to hold ours against.
final class JaiImageIo {
  private static final String FORMAT = "jpeg 2000";

  private JaiImageIo() {}

  static byte[] write(Picture picture, Consumer<J2KImageWriteParam> choice) {
    BufferedImage grey =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setDataElements(0, 0, picture.width(), picture.height(), picture.pixels());
    return write(grey, choice);
  }

  static byte[] write(BufferedImage image, Consumer<J2KImageWriteParam> choice) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(FORMAT).next();
    J2KImageWriteParam parameters = (J2KImageWriteParam) writer.getDefaultWriteParam();
    choice.accept(parameters);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static BufferedImage read(byte[] data) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(FORMAT).next();
    try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(data))) {
      reader.setInput(stream);
      return reader.read(0);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } finally {
      reader.dispose();
    }
  }

  /// Levels of the first component.
  static byte[] grey(byte[] data) {
    BufferedImage image = read(data);
    int[] levels =
        image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
    byte[] grey = new byte[levels.length];
    for (int i = 0; i < levels.length; i++) {
      grey[i] = (byte) levels[i];
    }
    return grey;
  }
}
