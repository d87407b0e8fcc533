package org.ridgeline.codec.template;

import com.machinezoo.fingerprintio.TemplateFormatException;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Fingerprint;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Minutia;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004MinutiaType;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Position;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004ScanType;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Template;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Fingerprint;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Minutia;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005MinutiaType;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Position;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005ScanType;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Template;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;

/// A template format for exchange, in and out.
///
/// A minutia of type "other" is read as a ridge ending. A format holds [#MINUTIAE_MAX] minutiae of
/// a finger; of more, those of best quality are written, in their order. Minutiae that lie outside
/// their image are read, for others write them, but have no place in what we write. Cores and
/// deltas are written where they are known.
/// - **Source** ISO/IEC 19794-2:2005; INCITS 378-2004
public enum ExchangeFormat {
  ISO_19794_2_2005,
  INCITS_378_2004;

  /// Minutiae of one finger: the count is one byte.
  public static final int MINUTIAE_MAX = 255;

  /// Bits of a coordinate.
  static final int XY_MASK = 0x3FFF;

  private static final int HEADER_BYTES_MIN = 24;
  private static final double CM_PER_INCH = 2.54;
  private static final int VENDOR_UNKNOWN = 0x0103;

  /// Writes fingers that share one size and resolution into one file.
  /// - **Limit** 176 fingers (ISO) or 255 (INCITS), 16 of them of one position; ISO no less than
  ///   250 ppi
  /// - **Error** no finger, fingers of different size or resolution, or beyond a limit:
  ///   IllegalArgumentException
  public byte[] write(List<FingerTemplate> fingers) {
    if (fingers.isEmpty()) {
      throw new IllegalArgumentException("fingers=0 limit=1..");
    }
    Template first = fingers.getFirst().template();
    for (FingerTemplate finger : fingers) {
      Template other = finger.template();
      if (other.widthPx() != first.widthPx()
          || other.heightPx() != first.heightPx()
          || other.resolutionPpi() != first.resolutionPpi()) {
        throw new IllegalArgumentException("fingers differ in size or resolution");
      }
    }
    try {
      return switch (this) {
        case ISO_19794_2_2005 -> iso(fingers, first);
        case INCITS_378_2004 -> incits(fingers, first);
      };
    } catch (TemplateFormatException beyond) {
      throw new IllegalArgumentException(beyond.getMessage(), beyond);
    }
  }

  /// The best minutiae within the image that a format can hold, in their order.
  static List<Minutia> best(Template template) {
    List<Minutia> inside =
        template.minutiae().stream()
            .filter(m -> m.x() < template.widthPx() && m.y() < template.heightPx())
            .filter(m -> m.x() <= XY_MASK && m.y() <= XY_MASK)
            .toList();
    if (inside.size() <= MINUTIAE_MAX) {
      return inside;
    }
    Set<Minutia> kept =
        inside.stream()
            .sorted(Comparator.comparingInt(Minutia::quality).reversed())
            .limit(MINUTIAE_MAX)
            .collect(Collectors.toSet());
    return inside.stream().filter(kept::contains).limit(MINUTIAE_MAX).toList();
  }

  static int perCm(int ppi) {
    return (int) Math.round(ppi / CM_PER_INCH);
  }

  static int perInch(int perCm) {
    return (int) Math.round(perCm * CM_PER_INCH);
  }

  private static byte[] iso(List<FingerTemplate> fingers, Template first) {
    Iso19794p2v2005Template out = new Iso19794p2v2005Template();
    out.width = first.widthPx();
    out.height = first.heightPx();
    out.resolutionX = perCm(first.resolutionPpi());
    out.resolutionY = out.resolutionX;
    for (FingerTemplate finger : fingers) {
      Iso19794p2v2005Fingerprint print = new Iso19794p2v2005Fingerprint();
      print.position = Iso19794p2v2005Position.values()[finger.fgp()];
      print.view = views(out.fingerprints.stream().map(p -> p.position.ordinal()).toList(), finger);
      print.scanType =
          finger.rolled()
              ? Iso19794p2v2005ScanType.LIVE_ROLLED
              : Iso19794p2v2005ScanType.LIVE_PLAIN;
      print.quality = written(finger.template().quality());
      for (Minutia minutia : best(finger.template())) {
        Iso19794p2v2005Minutia written = new Iso19794p2v2005Minutia();
        written.type =
            switch (minutia) {
              case Minutia.RidgeEnding _ -> Iso19794p2v2005MinutiaType.ENDING;
              case Minutia.Bifurcation _ -> Iso19794p2v2005MinutiaType.BIFURCATION;
            };
        written.positionX = minutia.x();
        written.positionY = minutia.y();
        written.angle = Angles.theirs(minutia.direction(), Angles.ISO_STEPS);
        written.quality = minutia.quality();
        print.minutiae.add(written);
      }
      CoreDeltaBlock.of(finger).ifPresent(block -> print.coredelta = block.iso());
      out.fingerprints.add(print);
    }
    return out.toByteArray();
  }

  private static byte[] incits(List<FingerTemplate> fingers, Template first) {
    Ansi378v2004Template out = new Ansi378v2004Template();
    out.vendorId = VENDOR_UNKNOWN;
    out.width = first.widthPx();
    out.height = first.heightPx();
    out.resolutionX = perCm(first.resolutionPpi());
    out.resolutionY = out.resolutionX;
    for (FingerTemplate finger : fingers) {
      Ansi378v2004Fingerprint print = new Ansi378v2004Fingerprint();
      print.position = Ansi378v2004Position.values()[finger.fgp()];
      print.view = views(out.fingerprints.stream().map(p -> p.position.ordinal()).toList(), finger);
      print.scanType =
          finger.rolled() ? Ansi378v2004ScanType.LIVE_ROLLED : Ansi378v2004ScanType.LIVE_PLAIN;
      print.quality = written(finger.template().quality());
      for (Minutia minutia : best(finger.template())) {
        Ansi378v2004Minutia written = new Ansi378v2004Minutia();
        written.type =
            switch (minutia) {
              case Minutia.RidgeEnding _ -> Ansi378v2004MinutiaType.ENDING;
              case Minutia.Bifurcation _ -> Ansi378v2004MinutiaType.BIFURCATION;
            };
        written.positionX = minutia.x();
        written.positionY = minutia.y();
        written.angle = Angles.theirs(minutia.direction(), Angles.INCITS_STEPS);
        written.quality = minutia.quality();
        print.minutiae.add(written);
      }
      CoreDeltaBlock.of(finger).ifPresent(block -> print.coredelta = block.incits());
      out.fingerprints.add(print);
    }
    return out.toByteArray();
  }

  /// How many views of a finger came before.
  private static int views(List<Integer> before, FingerTemplate finger) {
    return (int) before.stream().filter(position -> position == finger.fgp()).count();
  }

  static Minutia minutia(boolean fork, int x, int y, int direction, int quality) {
    return fork
        ? new Minutia.Bifurcation(x, y, direction, percent(quality))
        : new Minutia.RidgeEnding(x, y, direction, percent(quality));
  }

  /// A finger's quality as written: 254 says that nobody computed it, 255 that it failed, and what
  /// is left above 100 has no meaning.
  static int quality(int written) {
    return written <= 100 ? written : Template.QUALITY_UNKNOWN;
  }

  /// The same for writing: these editions have no number for what nobody knows, and 0 makes nobody
  /// trust it.
  private static int written(int quality) {
    return Math.max(quality, 0);
  }

  /// A minutia's quality as written; 0 says that it is not reported.
  private static int percent(int quality) {
    return quality <= 100 ? quality : 0;
  }

  /// The format a file is in, by its first bytes.
  public static Optional<ExchangeFormat> detect(byte[] bytes) {
    if (bytes.length < HEADER_BYTES_MIN) {
      return Optional.empty();
    }
    if (Ansi378v2004Template.accepts(bytes)) {
      return Optional.of(INCITS_378_2004);
    }
    return Iso19794p2v2005Template.accepts(bytes)
        ? Optional.of(ISO_19794_2_2005)
        : Optional.empty();
  }
}
