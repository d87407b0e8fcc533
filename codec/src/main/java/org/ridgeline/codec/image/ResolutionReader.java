package org.ridgeline.codec.image;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds what an image file states of its own resolution; no pixel is decoded.
/// - **Source** ISO/IEC 15948 11.3.5.3 (pHYs); ISO/IEC 10918-5 (JFIF); CIPA DC-008 (Exif); TIFF 6.0
///   tags 282, 283 and 296; the bitmap information header; NIST_COM as NBIS writes it
public final class ResolutionReader {
  private static final Pattern NISTCOM_PPI =
      Pattern.compile("(?m)^PPI[ \\t]+0*([0-9]{1,5}(?:\\.[0-9]{1,6})?)\\s*$");
  private static final int PHYS_BYTES = 9;
  private static final int BMP_HEADER_BYTES_MIN = 40;

  private ResolutionReader() {}

  /// All that a file states, the more usual place first.
  public static List<StatedResolution> read(ImageFormat format, byte[] data) {
    return switch (format) {
      case RAW -> List.of();
      case JPEG2000 -> Jpeg2000Decoder.resolution(data).stream().toList();
      case WSQ -> wsq(data);
      case PNG -> both(png(data), PngChunks.exif(data).flatMap(tags -> tags.resolution("eXIf")));
      case JPEG, JPEG_LOSSLESS ->
          both(
              MarkerSegments.jfif(data),
              MarkerSegments.exif(data).flatMap(tags -> tags.resolution("Exif")));
      case TIFF -> TiffTags.of(data, 0).resolution("TIFF").stream().toList();
      case BMP -> bmp(data).stream().toList();
    };
  }

  private static List<StatedResolution> both(
      Optional<StatedResolution> one, Optional<StatedResolution> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  /// The resolution in a comment of the form that NIST's tools write.
  static Optional<StatedResolution> ofNistCom(String comment) {
    Matcher ppi = NISTCOM_PPI.matcher(comment);
    if (!comment.startsWith("NIST_COM") || !ppi.find()) {
      return Optional.empty();
    }
    double stated = Double.parseDouble(ppi.group(1));
    return StatedResolution.stated(stated, stated, "NIST_COM");
  }

  private static List<StatedResolution> wsq(byte[] data) {
    return MarkerSegments.ofWsq(data).stream()
        .filter(segment -> segment.marker() == (WsqMarker.COMMENT & 0xFF))
        .map(segment ->
            new String(data, segment.from(), segment.length(), StandardCharsets.ISO_8859_1))
        .flatMap(comment -> ofNistCom(comment).stream())
        .distinct()
        .toList();
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
            ofMetre(PngChunks.int32(data, at)), ofMetre(PngChunks.int32(data, at + 4)), "pHYs")
        : Optional.empty();
  }

  /// Pixels an inch of so many a metre, which have no sign.
  private static double ofMetre(int perMetre) {
    return Integer.toUnsignedLong(perMetre) * StatedResolution.METRES_PER_INCH;
  }

  private static Optional<StatedResolution> bmp(byte[] data) {
    if (data.length < 46 || little32(data, 14) < BMP_HEADER_BYTES_MIN) {
      return Optional.empty();
    }
    return StatedResolution.stated(
        ofMetre(little32(data, 38)), ofMetre(little32(data, 42)), "BMP header");
  }

  private static int little32(byte[] data, int at) {
    return Integer.reverseBytes(PngChunks.int32(data, at));
  }
}
