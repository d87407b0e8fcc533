package org.ridgeline.oversight.suppress;

/// What earlier reports have already done with a cell. A report stays public, so nothing but an
/// open cell can change.
public enum Standing {
  /// Not published yet: this run decides.
  OPEN,
  /// Shown by an earlier report, and known for ever.
  SHOWN,
  /// Hidden by an earlier report whose cells and equations are all in this system. Its secrecy is
  /// proven again.
  HIDDEN,
  /// Hidden by an earlier report that is not in this system. What is proven about it lasts as long
  /// as its successor is hidden, too.
  INHERITED
}
