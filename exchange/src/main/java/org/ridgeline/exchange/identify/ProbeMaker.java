package org.ridgeline.exchange.identify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.ridgeline.codec.image.ImageDecoded;
import org.ridgeline.codec.image.ImageDecoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.image.ImageHints;
import org.ridgeline.codec.itl.Cga;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.extract.Extractor;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Severity;
import org.ridgeline.vocabulary.Template;

/// A transaction's images to the fingers of a probe: decode, extract, take the first usable image
/// of each finger, and say what is wrong with the rest.
///
/// Fingers run on the given pool, within the process's budget of memory for images.
public final class ProbeMaker {
  private static final String QUALITY =
      "quality of at least "
          + org.ridgeline.extract.Limits.QUALITY_MIN
          + " and "
          + org.ridgeline.extract.Limits.MINUTIAE_MIN
          + " minutiae";

  /// One for the process, as its memory is.
  private static final MemoryBudget MEMORY = MemoryBudget.ofThisProcess();

  private final FairPool pool;

  public ProbeMaker(FairPool pool) {
    this.pool = pool;
  }

  /// What a transaction's images gave.
  /// - **Shape** `fingers`: the best template of each finger there is an image of; `findings`: per
  ///   finger or image, plus one L0008 error where too few fingers are usable
  public record Made(List<ProbeFinger> fingers, List<Finding> findings) {
    /// Whether the transaction is to be refused.
    public boolean isRefused() {
      return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }
  }

  /// Decodes and extracts a transaction's fingers, in the sender's turns.
  public Made make(String sender, Transaction transaction) throws InterruptedException {
    Map<FingerPosition, List<FingerSource>> sources = FingerSources.of(transaction);
    List<Future<OneFinger>> running = new ArrayList<>();
    for (List<FingerSource> ofFinger : sources.values()) {
      running.add(pool.submit(sender, () -> finger(ofFinger)));
    }
    List<ProbeFinger> fingers = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Future<OneFinger> future : running) {
      OneFinger one = result(future);
      one.finger().ifPresent(fingers::add);
      findings.addAll(one.findings());
    }
    findings.addAll(missing(sources.keySet(), transaction));
    tooFew(fingers, transaction).ifPresent(findings::add);
    return new Made(List.copyOf(fingers), List.copyOf(findings));
  }

  private static OneFinger result(Future<OneFinger> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("extraction failed: " + e.getCause(), e.getCause());
    }
  }

  private record OneFinger(Optional<ProbeFinger> finger, List<Finding> findings) {}

  private static OneFinger finger(List<FingerSource> sources) throws Exception {
    List<Finding> findings = new ArrayList<>();
    List<ProbeFinger> poor = new ArrayList<>();
    for (FingerSource source : sources) {
      Optional<ProbeFinger> finger =
          MEMORY.with(PrintSize.bytesMax(source.image()), () -> finger(source, findings));
      if (finger.filter(ProbeFinger::usable).isPresent()) {
        return new OneFinger(finger, findings);
      }
      finger.ifPresent(found -> {
        poor.add(found);
        findings.add(lowQuality(found, source.image()));
      });
    }
    return new OneFinger(
        poor.stream().max(Comparator.comparingInt(f -> f.template().quality())), findings);
  }

  private static Optional<ProbeFinger> finger(FingerSource source, List<Finding> findings) {
    return image(source, findings)
        .map(Extractor::extract)
        .map(template ->
            new ProbeFinger(
                source.finger(), source.image().record(), template, Extractor.isUsable(template)));
  }

  private static Finding lowQuality(ProbeFinger finger, FingerImage image) {
    Template template = finger.template();
    return new Finding(
        Severity.WARNING,
        FindingCode.FINGER_LOW_QUALITY,
        image.record(),
        "",
        image.offset(),
        finger.finger().label() + ": " + QUALITY,
        "quality " + template.quality() + ", " + template.minutiae().size() + " minutiae",
        "");
  }

  /// The pixels of a source, or a finding why there are none. Unreadable images are warnings here:
  /// what counts is how many fingers are left.
  static Optional<GrayImage> image(FingerSource source, List<Finding> findings) {
    FingerImage carrier = source.image();
    int ppi = carrier.resolutionPpi();
    if (ppi < org.ridgeline.extract.Limits.RESOLUTION_PPI_MIN
        || ppi > org.ridgeline.extract.Limits.RESOLUTION_PPI_MAX) {
      findings.add(
          at(
              carrier,
              FindingCode.FIELD_RANGE,
              "a resolution of "
                  + org.ridgeline.extract.Limits.RESOLUTION_PPI_MIN
                  + ".."
                  + org.ridgeline.extract.Limits.RESOLUTION_PPI_MAX
                  + " ppi",
              ppi + " ppi"));
      return Optional.empty();
    }
    ImageHints hints =
        new ImageHints(carrier.hll(), carrier.vll(), ppi, PrintSize.pixelsMax(carrier));
    return switch (ImageDecoder.decode(format(carrier.cga()), carrier.data(), hints)) {
      case ImageDecoded.Decoded decoded -> {
        decoded.findings().forEach(f -> findings.add(placed(f, carrier)));
        yield cut(decoded.image().withResolutionPpi(ppi), source, findings);
      }
      case ImageDecoded.Undecodable undecodable -> {
        findings.add(placed(undecodable.finding(), carrier));
        yield Optional.empty();
      }
    };
  }

  /// How an image of that compression is to be decoded.
  public static ImageFormat format(Cga cga) {
    return switch (cga) {
      case NONE -> ImageFormat.RAW;
      case WSQ20 -> ImageFormat.WSQ;
      case JPEGB -> ImageFormat.JPEG;
      case JPEGL -> ImageFormat.JPEG_LOSSLESS;
      case JP2, JP2L -> ImageFormat.JPEG2000;
      case PNG -> ImageFormat.PNG;
    };
  }

  private static Optional<GrayImage> cut(
      GrayImage image, FingerSource source, List<Finding> findings) {
    if (source.box().isEmpty()) {
      return Optional.of(image);
    }
    FingerSource.Box box = source.box().get();
    int left = Math.min(box.left(), box.right());
    int right = Math.max(box.left(), box.right());
    int top = Math.min(box.top(), box.bottom());
    int bottom = Math.max(box.top(), box.bottom());
    if (right >= image.widthPx() || bottom >= image.heightPx()) {
      findings.add(
          at(
              source.image(),
              FindingCode.FIELD_RANGE,
              "SEG box inside " + image.widthPx() + "x" + image.heightPx(),
              box.toString()));
      return Optional.empty();
    }
    int width = right - left + 1;
    int height = bottom - top + 1;
    if ((long) width * height > PrintSize.fingerPixelsMax(source.image())) {
      findings.add(
          at(
              source.image(),
              FindingCode.IMAGE_TOO_LARGE,
              "at most " + PrintSize.fingerPixelsMax(source.image()) + " pixels of one finger",
              width + "x" + height));
      return Optional.empty();
    }
    byte[] all = image.pixels();
    byte[] out = new byte[width * height];
    for (int y = 0; y < height; y++) {
      System.arraycopy(all, (top + y) * image.widthPx() + left, out, y * width, width);
    }
    return Optional.of(GrayImage.of(width, height, image.resolutionPpi(), out));
  }

  private static Finding placed(Finding finding, FingerImage carrier) {
    return new Finding(
        Severity.WARNING,
        finding.code(),
        carrier.record(),
        finding.field(),
        carrier.offset(),
        finding.expected(),
        finding.found(),
        finding.clause());
  }

  private static Finding at(FingerImage image, FindingCode code, String expected, String found) {
    return new Finding(
        Severity.WARNING, code, image.record(), "", image.offset(), expected, found, "");
  }

  private static List<Finding> missing(Set<FingerPosition> present, Transaction transaction) {
    Set<FingerPosition> missing = EnumSet.allOf(FingerPosition.class);
    missing.removeAll(present);
    missing.removeAll(FingerSources.excused(transaction));
    return missing.stream()
        .map(finger ->
            Finding.of(
                Severity.WARNING,
                FindingCode.FINGER_MISSING,
                finger.label() + ": an image, or 2.084 AMP",
                "neither"))
        .toList();
  }

  private static Optional<Finding> tooFew(List<ProbeFinger> fingers, Transaction transaction) {
    Set<FingerPosition> usable = EnumSet.noneOf(FingerPosition.class);
    fingers.stream().filter(ProbeFinger::usable).forEach(f -> usable.add(f.finger()));
    if (usable.size() >= Limits.FINGERS_USABLE_MIN) {
      return Optional.empty();
    }
    Set<FingerPosition> unusable =
        EnumSet.complementOf(
            EnumSet.copyOf(usable.isEmpty() ? EnumSet.noneOf(FingerPosition.class) : usable));
    unusable.removeAll(FingerSources.excused(transaction));
    return Optional.of(
        Finding.of(
            Severity.ERROR,
            FindingCode.L0008,
            "at least " + Limits.FINGERS_USABLE_MIN + " usable fingers",
            usable.size()
                + " usable; not usable: "
                + String.join(", ", unusable.stream().map(FingerPosition::label).toList())));
  }
}
