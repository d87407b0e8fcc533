package org.ridgeline.search.kernel;

/// Which of the kernels runs.
public final class Kernels {
  private Kernels() {}

  /// The fastest this JVM can run.
  public static ScanKernel best() {
    return isVectorThere() && VectorKernel.isWorthwhile() ? new VectorKernel() : new ScalarKernel();
  }

  /// One line for a log: which kernel runs, and if it is the slow one, why.
  public static String description() {
    if (!isVectorThere()) {
      return "scan kernel: scalar, because the JVM runs without --add-modules=jdk.incubator.vector";
    }
    return VectorKernel.isWorthwhile()
        ? "scan kernel: " + VectorKernel.bits() + "-bit vectors"
        : "scan kernel: scalar, because the processor's vectors have "
            + VectorKernel.bits()
            + " bits";
  }

  /// Whether the JVM runs with its vector module.
  public static boolean isVectorThere() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }
}
