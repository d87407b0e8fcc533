package org.ridgeline.cli.planted;

import java.util.List;

/// Needs eggs.
public record Hen(Nest nest) {
  /// Where they lie.
  public record Nest(List<String> straw) {
    /// The first.
    public static boolean isEgg(Object other) {
      return other instanceof Egg;
    }
  }
}
