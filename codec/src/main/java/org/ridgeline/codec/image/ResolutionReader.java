package org.ridgeline.codec.image;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what an image file states of its own resolution; no pixel is decoded.
/// - **Source** ISO/IEC 15948 11.3.5.3 (pHYs); ISO/IEC 10918-5 (JFIF); CIPA DC-008 (Exif); TIFF 6.0
///   tags 282, 283 and 296; the bitmap information header; NIST_COM as NBIS writes it
public final class ResolutionReader {
  private static final Pattern NISTCOM_PPI = Pattern.compile("(?m)^PPI ([0-9]{1,5})\\s*$");
  private static final int PHYS_BYTES = 9;
  private static final int BMP_HEADER_BYTES_MIN = 40;

  private ResolutionReader() {}

  /// What a file states, if it states anything.
  public static Optional<StatedResolution> read(ImageFormat format, byte[] data) {
    return switch (format) {
      case RAW -> Optional.empty();
      case JPEG2000 -> Jpeg2000Decoder.resolution(data);
      case WSQ -> wsq(data);
      case PNG -> png(data);
      case JPEG, JPEG_LOSSLESS -> jpeg(data);
      case TIFF -> TiffTags.of(data, 0).resolution("TIFF");
      case BMP -> bmp(data);
    };
  }

  /// The resolution in a comment of the form that NIST's tools write.
  static Optional<StatedResolution> ofNistCom(String comment) {
    Matcher ppi = NISTCOM_PPI.matcher(comment);
    if (!comment.startsWith("NIST_COM") || !ppi.find()) {
      return Optional.empty();
    }
    return StatedResolution.stated(
        Integer.parseInt(ppi.group(1)), Integer.parseInt(ppi.group(1)), "NIST_COM");
  }

  private static Optional<StatedResolution> wsq(byte[] data) {
    for (MarkerSegments.Segment segment : MarkerSegments.ofWsq(data)) {
      if (segment.marker() == (WsqMarker.COMMENT & 0xFF)) {
        String comment =
            new String(data, segment.from(), segment.length(), StandardCharsets.ISO_8859_1);
        Optional<StatedResolution> stated = ofNistCom(comment);
        if (stated.isPresent()) {
          return stated;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<StatedResolution> png(byte[] data) {
    Optional<PngChunks.Chunk> phys = PngChunks.first(data, "pHYs");
    if (phys.isEmpty() || phys.get().length() != PHYS_BYTES) {
      return Optional.empty();
    }
    int at = phys.get().from();
    boolean metres = data[at + 8] == 1;
    return metres
        ? StatedResolution.stated(
            PngChunks.int32(data, at) * StatedResolution.METRES_PER_INCH,
            PngChunks.int32(data, at + 4) * StatedResolution.METRES_PER_INCH,
            "pHYs")
        : Optional.empty();
  }

  /// JFIF's, unless it is none or an editor's; then Exif's.
  private static Optional<StatedResolution> jpeg(byte[] data) {
    Optional<StatedResolution> jfif = MarkerSegments.jfif(data);
    Optional<StatedResolution> exif =
        MarkerSegments.exif(data).flatMap(tags -> tags.resolution("Exif"));
    return jfif.filter(StatedResolution::isKnown)
        .or(() -> exif.filter(StatedResolution::isKnown))
        .or(() -> jfif)
        .or(() -> exif);
  }

  private static Optional<StatedResolution> bmp(byte[] data) {
    if (data.length < 46 || little32(data, 14) < BMP_HEADER_BYTES_MIN) {
      return Optional.empty();
    }
    return StatedResolution.stated(
        little32(data, 38) * StatedResolution.METRES_PER_INCH,
        little32(data, 42) * StatedResolution.METRES_PER_INCH,
        "BMP header");
  }

  private static int little32(byte[] data, int at) {
    return Integer.reverseBytes(PngChunks.int32(data, at));
  }
}
