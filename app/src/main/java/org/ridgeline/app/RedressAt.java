package org.ridgeline.app;

import java.time.Clock;
import org.ridgeline.casework.redress.Redress;

/// Redress by another clock than the server's: for a demo whose requests are months old.
public interface RedressAt {
  /// Redress over the same records, by another clock.
  Redress at(Clock clock);
}
