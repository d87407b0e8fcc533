package org.ridgeline.cli.itl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ridgeline.codec.image.ImageDecoded;
import org.ridgeline.codec.image.ImageDecoder;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.image.ImageHints;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.Picture;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.extract.Limits;
import org.ridgeline.vocabulary.GrayImage;

/// One `--print FGP=IMAGE[@DPI]` of `itl make`.
record ItlPrint(int fgp, Path image, OptionalInt dpi) {
  private static final Pattern PRINT = Pattern.compile("([0-9]{1,2})=(.+?)(?:@([0-9-]{1,9}))?");
  private static final int PPI_USUAL = 500;
  private static final int PPI_TOLERANCE = 5;
  private static final int FGP_SINGLE_MAX = 10;
  private static final int FGP_TYPE_4_MAX = 15;
  private static final int LIVESCAN_PLAIN = 0;
  private static final int LIVESCAN_ROLLED = 1;

  /// How the image is stored.
  enum Compression {
    NONE(ImageFormat.RAW, Cga.NONE),
    PNG(ImageFormat.PNG, Cga.PNG),
    WSQ(ImageFormat.WSQ, Cga.WSQ20);

    private final ImageFormat format;
    private final Cga cga;

    Compression(ImageFormat format, Cga cga) {
      this.format = format;
      this.cga = cga;
    }
  }

  /// In which record.
  enum Record {
    /// A Type-4 has no field for its resolution, so what is not 500 ppi goes into a Type-14.
    BY_RESOLUTION,
    TYPE_4,
    TYPE_14
  }

  /// What holds for all prints of one transaction; `widthPx` and `heightPx` are those of raw
  /// images, 0 if not given.
  record Style(Compression compression, Record record, boolean plain, int widthPx, int heightPx) {}

  static ItlPrint parse(String text) {
    Matcher print = PRINT.matcher(text);
    if (!print.matches()) {
      throw new IllegalArgumentException("--print " + text + ": expected FGP=IMAGE[@DPI]");
    }
    OptionalInt dpi =
        print.group(3) == null ? OptionalInt.empty() : OptionalInt.of(ppi(text, print.group(3)));
    int fgp = Integer.parseInt(print.group(1));
    boolean known = fgp >= 1 && fgp <= FGP_TYPE_4_MAX || fgp >= 40 && fgp <= 54;
    if (!known) {
      throw new IllegalArgumentException("--print " + text + ": expected FGP 1..15 or 40..54");
    }
    return new ItlPrint(fgp, Path.of(print.group(2)), dpi);
  }

  private static int ppi(String text, String words) {
    int ppi = words.matches("[0-9]{1,5}") ? Integer.parseInt(words) : -1;
    if (!Limits.takes(ppi)) {
      throw new IllegalArgumentException(
          "--print "
              + text
              + ": expected @"
              + Limits.RESOLUTION_PPI_MIN
              + ".."
              + Limits.RESOLUTION_PPI_MAX);
    }
    return ppi;
  }

  /// Reads the image and adds it as a record.
  void add(TransactionBuilder builder, Style style) throws IOException {
    byte[] file = ItlFiles.read(image);
    ImageFormat format = ImageFormat.detect(file).orElse(ImageFormat.RAW);
    ImageHints hints =
        format == ImageFormat.RAW
            ? new ImageHints(style.widthPx(), style.heightPx(), dpi.orElse(0))
            : new ImageHints(0, 0, dpi.orElse(0));
    GrayImage pixels =
        switch (ImageDecoder.decode(format, file, hints)) {
          case ImageDecoded.Decoded(var decoded, var findings) -> {
            findings.forEach(finding -> ItlFiles.say(image, finding));
            yield decoded;
          }
          case ImageDecoded.Undecodable undecodable ->
              throw new IOException(
                  image
                      + ": expected "
                      + undecodable.finding().expected()
                      + ", found "
                      + undecodable.finding().found());
        };
    int ppi = pixels.resolutionPpi();
    if (!Limits.takes(ppi)) {
      throw new IOException(
          image + ": it states " + ppi + " ppi: say what it has, --print FGP=IMAGE@DPI");
    }
    // A file that is compressed as asked is taken as it is: compressing twice loses twice.
    byte[] data =
        format == style.compression().format
            ? file
            : ImageEncoder.encode(style.compression().format, pixels);
    int imp = fgp <= FGP_SINGLE_MAX && !style.plain() ? LIVESCAN_ROLLED : LIVESCAN_PLAIN;
    Cga cga = style.compression().cga;
    int hll = pixels.widthPx();
    int vll = pixels.heightPx();
    Picture picture = new Picture(cga, hll, vll, ppi, data);
    if (asTypeFour(style, ppi)) {
      builder.type4(fgp, imp, picture);
    } else {
      builder.type14(fgp, imp, picture, Map.of());
    }
  }

  private boolean asTypeFour(Style style, int ppi) {
    boolean usual = Math.abs(ppi - PPI_USUAL) <= PPI_TOLERANCE;
    return switch (style.record()) {
      case BY_RESOLUTION -> usual && fgp <= FGP_TYPE_4_MAX;
      case TYPE_14 -> false;
      case TYPE_4 -> {
        if (!usual) {
          throw new IllegalArgumentException(
              image + ": " + ppi + " ppi does not fit a Type-4, which is 500 ppi");
        }
        yield true;
      }
    };
  }
}
