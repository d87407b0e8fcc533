package org.ridgeline.search.compare;

import org.ridgeline.search.kernel.Kernels;

/// Which kernel runs.
final class LineKernels {
  private LineKernels() {}

  /// The fastest here.
  static LineKernel best() {
    return Kernels.isVectorThere() && VectorLineKernel.isWorthwhile()
        ? new VectorLineKernel()
        : new ScalarLineKernel();
  }
}
