package org.ridgeline.console.booking;

import java.util.Optional;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Word;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;

/// One finger of a submission, there or not.
/// - **Shape** `remark` says in words what is amiss, empty for a usable finger; the picture's size
///   and `overlay` of the template, zero and empty where there is none
public record FingerView(
    int fgp,
    String label,
    State is,
    boolean hasImage,
    int quality,
    Optional<Overlay> overlayIfAny,
    Size size) {
  /// What became of a finger.
  public enum State {
    USABLE(new Word("✓", "usable", Tone.CALM), ""),
    NOT_USABLE(
        new Word("!", "not usable", Tone.BAD), "Too poor to search with: print this finger again."),
    EXCUSED(lacking("excused"), "Reported amputated or unable to print (AMP)."),
    NO_IMAGE(lacking("missing"), "No image of this finger was sent."),
    UNREADABLE(lacking("unreadable"), "An image was sent; no minutiae were got from it."),
    NOT_YET(new Word("–", "waiting", Tone.WAIT), "Minutiae are not extracted yet.");

    private final Word word;
    private final String remark;

    State(Word word, String remark) {
      this.word = word;
      this.remark = remark;
    }

    private static Word lacking(String text) {
      return new Word("–", text, Tone.CHECK);
    }

    /// Whether the finger should be printed again while the person is there.
    public boolean isAgain() {
      return this == NOT_USABLE || this == UNREADABLE;
    }

    private boolean hasImage() {
      return this == UNREADABLE || this == NOT_YET;
    }
  }

  /// A picture's size.
  public record Size(int widthPx, int heightPx) {
    static final Size NONE = new Size(0, 0);
  }

  static FingerView of(ProbeFinger finger, boolean hasImage) {
    Template template = finger.template();
    return new FingerView(
        finger.finger().fgp(),
        label(finger.finger()),
        finger.usable() ? State.USABLE : State.NOT_USABLE,
        hasImage,
        template.quality(),
        Optional.of(Overlay.of(template)),
        new Size(template.widthPx(), template.heightPx()));
  }

  /// A finger without a template.
  static FingerView without(FingerPosition finger, State lack) {
    return new FingerView(
        finger.fgp(), label(finger), lack, lack.hasImage(), 0, Optional.empty(), Size.NONE);
  }

  private static String label(FingerPosition finger) {
    return Character.toUpperCase(finger.label().charAt(0)) + finger.label().substring(1);
  }

  /// The state as people read it.
  public Word state() {
    return is.word;
  }

  public String remark() {
    return is.remark;
  }

  public int widthPx() {
    return size.widthPx();
  }

  public int heightPx() {
    return size.heightPx();
  }

  public boolean isExtracted() {
    return overlayIfAny.isPresent();
  }

  public Overlay overlay() {
    return overlayIfAny.orElseThrow();
  }
}
