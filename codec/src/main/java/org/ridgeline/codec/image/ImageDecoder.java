package org.ridgeline.codec.image;

import java.util.List;
import org.ridgeline.vocabulary.FindingCode;

/// Reads a fingerprint image of any known format into 8-bit grey pixels.
/// - **Limit** [ImageLimits], asked before memory is taken
/// - **Error** hostile, broken or unsupported bytes: [ImageDecoded.Undecodable]; nothing is thrown
/// - **Source** ANSI/NIST-ITL 1-2011 section 7.7.9 (compression algorithms)
public final class ImageDecoder {
  private ImageDecoder() {}

  /// Decodes `data` as `format`. Where the image's own size differs from the hints, the image's own
  /// size holds and a warning says so; which resolution holds is [ResolutionRule]'s to say.
  public static ImageDecoded decode(ImageFormat format, byte[] data, ImageHints hints) {
    try {
      DecodedPixels pixels =
          switch (format) {
            case RAW -> raw(data, hints);
            case WSQ -> WsqDecoder.pixels(data, hints.pixelsMax());
            case JPEG2000 -> Jpeg2000Decoder.pixels(data, hints.pixelsMax());
            case JPEG_LOSSLESS -> LosslessJpegDecoder.pixels(data, hints.pixelsMax());
            case JPEG, PNG, TIFF, BMP -> ForeignImageReader.pixels(format, data, hints.pixelsMax());
          };
      return pixels.against(hints);
    } catch (ImageRefusal refusal) {
      return new ImageDecoded.Undecodable(refusal.finding());
    }
  }

  private static DecodedPixels raw(byte[] data, ImageHints hints) throws ImageRefusal {
    int width = hints.widthPx();
    int height = hints.heightPx();
    if (!hints.hasSize()) {
      throw new ImageRefusal(
          FindingCode.FIELD_MISSING, -1, "width and height of raw pixels", "none in the record");
    }
    if (!ImageLimits.isAllowed(width, height, data.length, 1)) {
      throw ImageRefusal.tooLarge(-1, width, height, data.length);
    }
    ImageLimits.checkNeeded(-1, width, height, hints.pixelsMax());
    if (data.length != width * height) {
      throw new ImageRefusal(
          FindingCode.IMAGE_SIZE_MISMATCH,
          -1,
          width + "x" + height + " = " + (width * height) + " bytes",
          data.length + " bytes");
    }
    return DecodedPixels.of(width, height, data, List.of(), List.of());
  }
}
