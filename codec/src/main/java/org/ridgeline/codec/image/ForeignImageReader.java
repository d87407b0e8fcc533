package org.ridgeline.codec.image;

import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;

/// The formats that others read for us, behind the bounds of our own: the size is asked before any
/// pixel is decoded, and whatever a library throws becomes a finding.
final class ForeignImageReader {
  private static final int CMYK_COMPONENTS = 4;

  private ForeignImageReader() {}

  static DecodedPixels pixels(ImageFormat format, byte[] data, int pixelsMax) throws ImageRefusal {
    ForeignClaims.check(format, data);
    List<Finding> findings = new ArrayList<>();
    byte[] whole = whole(format, data, findings);
    ImageReader reader =
        reader(format, data)
            .orElseThrow(() ->
                new ImageRefusal(
                    FindingCode.IMAGE_UNSUPPORTED,
                    -1,
                    "a reader on the class path for " + format,
                    "none"));
    LibraryWarnings warnings = new LibraryWarnings();
    try (ByteImageStream stream = new ByteImageStream(whole)) {
      reader.addIIOReadWarningListener(warnings);
      reader.setInput(stream, true, true);
      sizes(reader, data.length, pixelsMax);
      complete(format, data);
      BufferedImage image = reader.read(0);
      findings.addAll(warnings.findings());
      byte[] grey = GreyPixels.of(image, findings);
      return new DecodedPixels(
          image.getWidth(),
          image.getHeight(),
          grey,
          ResolutionReader.read(format, data),
          Orientation.stated(format, data),
          findings);
    } catch (IOException | RuntimeException | StackOverflowError broken) {
      throw ImageRefusal.unreadable(-1, "an image in " + format, describe(broken));
    } finally {
      LibraryReaders.dispose(reader);
    }
  }

  /// The data, with an end where they lack but that.
  private static byte[] whole(ImageFormat format, byte[] data, List<Finding> findings)
      throws ImageRefusal {
    return switch (format) {
      case JPEG -> JpegScans.whole(data, findings);
      case PNG -> {
        findings.addAll(PngChunks.check(data));
        yield data;
      }
      case RAW, WSQ, JPEG_LOSSLESS, JPEG2000, TIFF, BMP -> data;
    };
  }

  /// What a library would leave black and say nothing of; within the sizes that are allowed.
  private static void complete(ImageFormat format, byte[] data) throws ImageRefusal {
    switch (format) {
      case TIFF -> TiffStrips.check(data);
      case BMP -> BmpRuns.check(data);
      case RAW, WSQ, JPEG, JPEG_LOSSLESS, JPEG2000, PNG -> {}
    }
  }

  private static void sizes(ImageReader reader, int bytes, int pixelsMax)
      throws IOException, ImageRefusal {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (!isAllowed(width, height, bytes)) {
      throw ImageRefusal.tooLarge(-1, width, height, bytes);
    }
    ImageLimits.checkNeeded(-1, width, height, pixelsMax);
    tiles(reader, bytes);
    Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
    if (!types.hasNext()) {
      throw ImageRefusal.unreadable(-1, "a known arrangement of samples", "another");
    }
    SampleModel samples = types.next().getSampleModel();
    if (samples.getNumBands() > ImageLimits.BANDS_MAX || samples.getSampleSize(0) > 16) {
      throw new ImageRefusal(
          FindingCode.IMAGE_UNSUPPORTED,
          -1,
          "1.." + ImageLimits.BANDS_MAX + " samples of 1..16 bits",
          samples.getNumBands() + " of " + samples.getSampleSize(0) + " bits");
    }
  }

  private static void tiles(ImageReader reader, int bytes) throws IOException, ImageRefusal {
    int width = reader.getTileWidth(0);
    int height = reader.getTileHeight(0);
    if (!isAllowed(width, height, bytes)) {
      throw ImageRefusal.tooLarge(-1, width, height, bytes);
    }
    long across = Math.ceilDiv(reader.getWidth(0), width);
    long down = Math.ceilDiv(reader.getHeight(0), height);
    boolean strips = across == 1;
    if (!strips && across * down > ImageLimits.TILES_MAX) {
      throw new ImageRefusal(
          FindingCode.IMAGE_UNSUPPORTED,
          -1,
          "at most " + ImageLimits.TILES_MAX + " tiles",
          across + "x" + down);
    }
  }

  private static boolean isAllowed(int width, int height, int bytes) {
    return ImageLimits.isAllowed(width, height, bytes, ImageLimits.PIXELS_PER_BYTE_MAX);
  }

  /// The JDK reads no JPEG of four components.
  private static Optional<ImageReader> reader(ImageFormat format, byte[] data) {
    String name =
        switch (format) {
          case RAW, WSQ, JPEG_LOSSLESS, JPEG2000 ->
              throw new IllegalArgumentException("format=" + format + " is our own");
          case JPEG -> "JPEG";
          case PNG -> "PNG";
          case TIFF -> "TIFF";
          case BMP -> "BMP";
        };
    boolean beyondJdk =
        format == ImageFormat.JPEG && MarkerSegments.components(data) == CMYK_COMPONENTS;
    return LibraryReaders.reader(
        name, beyondJdk ? LibraryReaders.TWELVE_MONKEYS : LibraryReaders.JDK);
  }

  private static String describe(Throwable broken) {
    String message = broken.getMessage();
    boolean said = broken instanceof IOException && message != null && !message.isBlank();
    return said ? message : "data that its reader cannot follow";
  }
}
