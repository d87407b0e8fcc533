package org.ridgeline.console.records;

import java.util.Optional;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Tone;
import org.ridgeline.console.page.Word;
import org.ridgeline.repository.export.Export;
import org.ridgeline.repository.export.Order;

/// An export as the page shows it.
/// - **Shape** `decided`: who agreed, or who refused; `step`: what whoever looks may do
record ExportLine(
    String repository,
    String id,
    Word state,
    Order order,
    Done proposed,
    Done decided,
    Step step,
    Files files) {
  /// Who, and when.
  record Done(String by, Moment at) {
    static Done of(Optional<Export.Step> step) {
      return new Done(step.map(Export.Step::by).orElse(""), Moment.of(step.map(Export.Step::at)));
    }
  }

  /// - **Shape** `isMine`: whoever looks proposed it, and so cannot agree; `mayStop`: it is neither
  ///   over nor refused
  record Step(boolean isOpen, boolean isMine, boolean mayStop) {}

  /// What became of it.
  /// - **Shape** `until`: when it lapses, where it may yet be agreed to or written; `manifest`: its
  ///   SHA-256, empty before it has ended
  record Files(Moment until, String manifest, Moment ended) {}

  static ExportLine of(String repository, Export one, Export.State state, String reader) {
    boolean isOpen = state == Export.State.PROPOSED;
    // What was begun in time may go on after it lapsed, and so may be stopped.
    boolean isBegun = state == Export.State.LAPSED && one.run().isPresent();
    boolean mayStop =
        isOpen || isBegun || state == Export.State.AGREED || state == Export.State.STARTED;
    Optional<Export.Ended> ended = one.run().flatMap(Export.Run::ended);
    return new ExportLine(
        repository,
        one.id().toString(),
        word(state),
        one.order(),
        Done.of(Optional.of(one.proposed())),
        Done.of(one.refused().or(one::agreed)),
        new Step(isOpen, one.proposed().by().equalsIgnoreCase(reader), mayStop),
        new Files(
            Moment.of(mayStop ? Optional.of(one.until()) : Optional.empty()),
            ended.map(Export.Ended::manifest).orElse(""),
            Moment.of(ended.map(Export.Ended::at))));
  }

  private static Word word(Export.State state) {
    return switch (state) {
      case PROPOSED -> new Word("◔", "proposed", Tone.WAIT);
      case AGREED -> new Word("●", "may be written", Tone.WAIT);
      case STARTED -> new Word("◑", "being written", Tone.WAIT);
      case ENDED -> new Word("✓", "written", Tone.CALM);
      case REFUSED -> new Word("✕", "refused", Tone.PLAIN);
      case LAPSED -> new Word("○", "lapsed", Tone.PLAIN);
    };
  }
}
