package org.ridgeline.search.signature;

import org.ridgeline.search.kernel.Kernels;

/// Which of the kernels runs.
public final class RowKernels {
  private RowKernels() {}

  /// A kernel for rows of a length.
  public static RowKernel of(int length) {
    return Kernels.isVectorThere() && VectorRows.fits(length)
        ? new VectorRows(length)
        : new ScalarRows(length);
  }
}
