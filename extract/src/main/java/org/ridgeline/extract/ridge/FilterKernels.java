package org.ridgeline.extract.ridge;

/// Which kernel runs.
final class FilterKernels {
  private FilterKernels() {}

  /// The fastest here.
  static FilterKernel best() {
    return isVectorThere() && VectorFilterKernel.isWorthwhile()
        ? new VectorFilterKernel()
        : new ScalarFilterKernel();
  }

  /// Whether the JVM runs with its vector module.
  private static boolean isVectorThere() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }
}
