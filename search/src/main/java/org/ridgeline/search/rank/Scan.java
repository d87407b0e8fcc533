package org.ridgeline.search.rank;

import java.util.Arrays;
import java.util.List;
import org.ridgeline.search.gallery.Segment;
import org.ridgeline.search.gallery.Snapshot;
import org.ridgeline.search.kernel.CodeLayout;
import org.ridgeline.search.kernel.ProbeCode;
import org.ridgeline.search.kernel.ScanKernel;
import org.ridgeline.search.parallel.Workers;

/// The first stage: one pass over the codes of everybody, for one probe or several.
final class Scan {
  private final Snapshot gallery;
  private final ScanKernel kernel;
  private final Workers workers;
  private final RowOrder order;

  Scan(Snapshot gallery, ScanKernel kernel, Workers workers, RowOrder order) {
    this.gallery = gallery;
    this.kernel = kernel;
    this.workers = workers;
    this.order = order;
  }

  /// The rows nearest to each probe, the nearest first; at the cut by [RowOrder]. Probes take turns
  /// at each superblock while it is in the cache.
  List<long[]> nearest(List<ProbeCode> probes, int wanted) {
    int segments = gallery.segments().size();
    int parts = Math.max(1, Math.min(segments, workers.threads()));
    List<Pass> passes =
        workers.map(
            parts,
            part -> {
              Pass pass = new Pass(probes, wanted);
              for (int segment = part; segment < segments; segment += parts) {
                pass.segment(segment);
              }
              return pass;
            });
    Pass all = passes.getFirst();
    passes.subList(1, parts).forEach(all::join);
    return all.sorted();
  }

  /// One thread's way through its segments.
  private final class Pass {
    private final List<ProbeCode> probes;
    private final Nearest[] nearest;
    private final long[] distances = new long[CodeLayout.SUPERBLOCK];
    private final int[] places = new int[CodeLayout.SUPERBLOCK];

    Pass(List<ProbeCode> probes, int wanted) {
      this.probes = probes;
      nearest =
          probes.stream()
              .map(probe -> new Nearest(wanted, 2 * probe.neutral() + 1, order))
              .toArray(Nearest[]::new);
    }

    void segment(int number) {
      Segment segment = gallery.segments().get(number);
      for (int row = 0; row < segment.count(); row += CodeLayout.SUPERBLOCK) {
        for (int i = 0; i < nearest.length; i++) {
          superblock(segment, number, row, probes.get(i), nearest[i]);
        }
      }
    }

    private void superblock(Segment segment, int number, int row, ProbeCode probe, Nearest rows) {
      long offset = (long) (row / CodeLayout.SUPERBLOCK) * CodeLayout.SUPERBLOCK_BYTES;
      kernel.distances(segment.codes(), offset, probe, distances);
      ScanKernel.correct(segment.masks(), row, probe, distances);
      int found = kernel.below(distances, rows.limit(), places);
      for (int i = 0; i < found && row + places[i] < segment.count(); i++) {
        int distance = (int) distances[places[i]];
        if (distance < rows.limit()) {
          rows.add(distance, number, row + places[i]);
        }
      }
    }

    void join(Pass other) {
      for (int i = 0; i < nearest.length; i++) {
        nearest[i].addAll(other.nearest[i]);
      }
    }

    List<long[]> sorted() {
      return Arrays.stream(nearest).map(Nearest::sorted).toList();
    }
  }
}
