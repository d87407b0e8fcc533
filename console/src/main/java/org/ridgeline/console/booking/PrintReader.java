package org.ridgeline.console.booking;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.console.page.Limits;
import org.ridgeline.exchange.identify.Card;
import org.ridgeline.exchange.identify.Cards;
import org.ridgeline.exchange.identify.FingerSources;
import org.ridgeline.exchange.identify.Prints;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.exchange.submission.Submission;
import org.ridgeline.exchange.submission.SubmissionState;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.repository.EncounterFile;
import org.ridgeline.vocabulary.FingerPosition;
import org.springframework.stereotype.Component;

/// Reads prints out of the bytes submissions came in, under what was corrected of them.
@Component
public final class PrintReader {
  private final SubmissionStore submissions;
  private final Cards cards;
  private final Semaphore places = new Semaphore(Limits.PRINTS_AT_ONCE_MAX);

  public PrintReader(SubmissionStore submissions, Cards cards) {
    this.submissions = submissions;
    this.cards = cards;
  }

  /// A submission's card, with what was corrected of it; empty where there is none or its structure
  /// is broken.
  public Optional<Card> card(String control) {
    return cards.of(control);
  }

  /// The card that an encounter was enrolled from, likewise.
  public Optional<Card> card(EncounterFile file) {
    return cards.of(file);
  }

  /// A finger's print as PNG; empty where it has none that can be read.
  Optional<byte[]> png(String control, FingerPosition finger) {
    places.acquireUninterruptibly();
    try {
      Optional<String> record =
          submissions.fingers(control).stream()
              .filter(f -> f.finger() == finger)
              .map(ProbeFinger::record)
              .findFirst();
      return card(control)
          .flatMap(card -> Prints.of(card).image(finger, record))
          .map(image -> ImageEncoder.encode(ImageFormat.PNG, image));
    } finally {
      places.release();
    }
  }

  /// All ten fingers of a submission, with what is known of each.
  public List<FingerView> fingers(Submission submission, Optional<Card> card) {
    Map<FingerPosition, ProbeFinger> extracted = new EnumMap<>(FingerPosition.class);
    submissions.fingers(submission.control()).forEach(f -> extracted.put(f.finger(), f));
    Set<FingerPosition> present = card.map(FingerSources::present).orElse(Set.of());
    Set<FingerPosition> excused = card.map(Card::excused).orElse(Set.of());
    return Arrays.stream(FingerPosition.values())
        .map(finger -> {
          if (extracted.containsKey(finger)) {
            return FingerView.of(extracted.get(finger), present.contains(finger));
          }
          if (present.contains(finger)) {
            boolean isWaiting =
                submission.state() == SubmissionState.ACCEPTED
                    || submission.state() == SubmissionState.HELD;
            return FingerView.without(
                finger, isWaiting ? FingerView.State.NOT_YET : FingerView.State.UNREADABLE);
          }
          return FingerView.without(
              finger,
              excused.contains(finger) ? FingerView.State.EXCUSED : FingerView.State.NO_IMAGE);
        })
        .toList();
  }
}
