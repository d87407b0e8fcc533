package org.ridgeline.cli;

import org.ridgeline.cli.planted.Egg;

/// A root that knows what lies below it, and is known there.
public record PlantedRoof(String name) {
  /// Whether it is one.
  public static boolean isEgg(Object other) {
    return other instanceof Egg;
  }
}
