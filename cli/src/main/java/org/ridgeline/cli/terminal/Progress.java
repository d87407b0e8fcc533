package org.ridgeline.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// How far something long is: a bar on standard error, once it has taken a second, and only where
/// somebody watches. One thing at a time.
final class Progress {
  private static final Duration SHOWN_AFTER = Duration.ofSeconds(1);
  private static final int REDRAWN_EVERY_MS = 200;
  private static final int WIDTH = 79;

  private final boolean isWatched;
  private String what = "";
  private Instant since = Instant.EPOCH;
  private Optional<ProgressBar> bar = Optional.empty();

  Progress(boolean isWatched) {
    this.isWatched = isWatched;
  }

  static Progress onTerminal() {
    return new Progress(System.console() != null && System.console().isTerminal());
  }

  /// So many of so many are done; several threads may say so, the later one first.
  synchronized void at(String what, long done, long all) {
    if (!isWatched) {
      return;
    }
    if (!what.equals(this.what)) {
      end();
      this.what = what;
      since = Instant.now();
    }
    Duration taken = Duration.between(since, Instant.now());
    if (bar.isEmpty() && taken.compareTo(SHOWN_AFTER) >= 0) {
      bar = Optional.of(drawn(done, all, taken));
    }
    bar.ifPresent(shown -> shown.stepTo(Math.max(done, shown.getCurrent())));
    if (done >= all) {
      end();
    }
  }

  private ProgressBar drawn(long done, long all, Duration taken) {
    // A width of our own: who asks a terminal for its takes it over.
    return new ProgressBarBuilder()
        .setTaskName(what)
        .setInitialMax(all)
        .startsFrom(done, taken)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(REDRAWN_EVERY_MS)
        .setConsumer(new DelegatingProgressBarConsumer(Progress::draw, WIDTH))
        .build();
  }

  private static void draw(String bar) {
    System.err.print("\r" + bar);
    System.err.flush();
  }

  /// The bar stands as it is, and its line ends.
  private void end() {
    bar.ifPresent(shown -> {
      shown.close();
      System.err.println();
    });
    bar = Optional.empty();
    what = "";
  }
}
