package org.ridgeline.console.records;

import java.util.Optional;
import java.util.UUID;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Word;
import org.ridgeline.repository.amend.Amendment;
import org.ridgeline.repository.amend.Ground;

/// An amendment as the page shows it.
/// - **Shape** `step`: what whoever looks may do, or sees was done
record AmendmentLine(
    String repository,
    String id,
    Word state,
    Records records,
    Ground ground,
    Done asked,
    Done decided,
    Step step) {
  /// What is changed.
  record Records(String kind, String subject, String target) {}

  /// Who, and when.
  record Done(String by, Moment at) {
    static Done of(Amendment.Step step) {
      return new Done(step.by(), Moment.of(step.at()));
    }
  }

  /// - **Shape** `isMine`: whoever looks asked for it, and so cannot decide it
  record Step(boolean isOpen, boolean isMine, boolean hasReceipt, boolean isSwept) {}

  static AmendmentLine of(String repository, Amendment one, String reader) {
    return new AmendmentLine(
        repository,
        one.id().toString(),
        word(one),
        new Records(
            one.change().kind().words(),
            one.change().subject().toString(),
            one.change().target().map(UUID::toString).orElse("")),
        one.ground(),
        Done.of(one.asked()),
        one.decision()
            .map(d -> Done.of(d.step()))
            .orElseGet(() -> new Done("", Moment.of(Optional.empty()))),
        new Step(
            one.isOpen(),
            one.asked().by().equals(reader),
            one.receipt().isPresent(),
            one.sweptAt().isPresent()));
  }

  private static Word word(Amendment one) {
    if (one.isOpen()) {
      return new Word("◔", "asked", Tone.WAIT);
    }
    return one.isApplied()
        ? new Word("✓", "done", Tone.CALM)
        : new Word("✕", "declined", Tone.PLAIN);
  }
}
