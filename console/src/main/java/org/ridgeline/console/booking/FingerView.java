package org.ridgeline.console.booking;

import java.util.Optional;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;

/// One finger of a submission, there or not.
/// - **Shape** `remark` says in words what is amiss, empty for a usable finger; `widthPx`,
///   `heightPx` and `overlay` of the template, zero and empty where there is none
public record FingerView(
    int fgp,
    String label,
    Word state,
    String remark,
    boolean hasImage,
    int quality,
    int widthPx,
    int heightPx,
    Optional<Overlay> overlayIfAny) {
  /// Why a finger has no template.
  enum Lack {
    EXCUSED,
    NO_IMAGE,
    UNREADABLE,
    NOT_YET
  }

  static FingerView of(ProbeFinger finger, boolean hasImage) {
    Template template = finger.template();
    return new FingerView(
        finger.finger().fgp(),
        label(finger.finger()),
        finger.usable() ? new Word("✓", "usable", "calm") : new Word("!", "not usable", "bad"),
        finger.usable() ? "" : "Too poor to search with: print this finger again.",
        hasImage,
        template.quality(),
        template.widthPx(),
        template.heightPx(),
        Optional.of(Overlay.of(template)));
  }

  static FingerView without(FingerPosition finger, Lack lack) {
    return switch (lack) {
      case EXCUSED ->
          lacking(finger, "excused", "Reported amputated or unable to print (AMP).", false);
      case NO_IMAGE -> lacking(finger, "missing", "No image of this finger was sent.", false);
      case UNREADABLE ->
          lacking(finger, "unreadable", "An image was sent; no minutiae were got from it.", true);
      case NOT_YET -> lacking(finger, "waiting", "Minutiae are not extracted yet.", true);
    };
  }

  private static FingerView lacking(
      FingerPosition finger, String word, String remark, boolean hasImage) {
    String tone = word.equals("waiting") ? "wait" : "check";
    return new FingerView(
        finger.fgp(),
        label(finger),
        new Word("–", word, tone),
        remark,
        hasImage,
        0,
        0,
        0,
        Optional.empty());
  }

  private static String label(FingerPosition finger) {
    return Character.toUpperCase(finger.label().charAt(0)) + finger.label().substring(1);
  }

  public boolean isExtracted() {
    return overlayIfAny.isPresent();
  }

  public Overlay overlay() {
    return overlayIfAny.orElseThrow();
  }
}
