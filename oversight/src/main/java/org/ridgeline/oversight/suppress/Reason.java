package org.ridgeline.oversight.suppress;

/// Why a cell is hidden. Never published: who knows which cells are small knows more about them.
public enum Reason {
  /// The count is smaller than k; zero is small.
  PRIMARY,
  /// Another hidden cell could be worked out if this one were shown.
  COMPLEMENTARY,
  /// Its predecessor was hidden by a report that is not in the system.
  CARRIED,
  /// An earlier report hid it.
  EARLIER
}
