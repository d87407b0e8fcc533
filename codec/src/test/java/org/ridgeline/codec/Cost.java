package org.ridgeline.codec;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// What a piece of work took: all memory it ever asked for, dropped or kept, and processor time.
///
/// Memory is the same on every run and bounds the most that was held at once; tests hold it to a
/// limit. Time is only told: no test asserts one.
public record Cost(long allocatedBytes, long cpuNanos) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// The second time it is done: the first loads classes and tables.
  public static Cost of(Runnable work) {
    work.run();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long nanos = THREADS.getCurrentThreadCpuTime();
    work.run();
    return new Cost(
        THREADS.getCurrentThreadAllocatedBytes() - bytes,
        THREADS.getCurrentThreadCpuTime() - nanos);
  }

  /// Memory for each of so many bytes or pixels.
  public double bytesPer(long units) {
    return (double) allocatedBytes / units;
  }

  /// Both, for each of so many bytes or pixels.
  public String told(String what, long units) {
    return String.format(
        "%s: %d units, %.1f bytes of memory and %.1f ns each",
        what, units, bytesPer(units), (double) cpuNanos / units);
  }
}
