package org.ridgeline.codec.template;

import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Core;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004CoreDeltaExtension;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Delta;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Core;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005CoreDeltaExtension;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Delta;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ridgeline.vocabulary.SingularPoint;
import org.ridgeline.vocabulary.Template;

/// Cores and deltas as the extended data of a finger, without angles, which both formats leave to
/// the writer.
///
/// A format holds [#POINTS_MAX] of each kind; of more, the best are written. Those outside the
/// image are left out.
/// - **Source** ISO/IEC 19794-2:2005, core and delta data; INCITS 378-2004, extended data
record CoreDeltaBlock(List<Position> cores, List<Position> deltas) {
  /// The count is four bits.
  static final int POINTS_MAX = 15;

  record Position(int x, int y) {}

  /// The block of a finger; empty where there is nothing to write.
  static Optional<CoreDeltaBlock> of(FingerTemplate finger) {
    var block =
        new CoreDeltaBlock(
            positions(finger, SingularPoint.Core.class),
            positions(finger, SingularPoint.Delta.class));
    return block.cores.isEmpty() && block.deltas.isEmpty() ? Optional.empty() : Optional.of(block);
  }

  private static List<Position> positions(
      FingerTemplate finger, Class<? extends SingularPoint> kind) {
    return finger.singular().stream()
        .filter(kind::isInstance)
        .filter(point -> isInside(point, finger.template()))
        .sorted(Comparator.comparingInt(SingularPoint::quality).reversed())
        .limit(POINTS_MAX)
        .map(point -> new Position(Math.round(point.x()), Math.round(point.y())))
        .toList();
  }

  private static boolean isInside(SingularPoint point, Template template) {
    int x = Math.round(point.x());
    int y = Math.round(point.y());
    return x >= 0
        && y >= 0
        && x < Math.min(template.widthPx(), ExchangeFormat.XY_MASK + 1)
        && y < Math.min(template.heightPx(), ExchangeFormat.XY_MASK + 1);
  }

  Iso19794p2v2005CoreDeltaExtension iso() {
    var out = new Iso19794p2v2005CoreDeltaExtension();
    for (Position core : cores) {
      var written = new Iso19794p2v2005Core();
      written.positionX = core.x();
      written.positionY = core.y();
      out.cores.add(written);
    }
    for (Position delta : deltas) {
      var written = new Iso19794p2v2005Delta();
      written.positionX = delta.x();
      written.positionY = delta.y();
      out.deltas.add(written);
    }
    return out;
  }

  Ansi378v2004CoreDeltaExtension incits() {
    var out = new Ansi378v2004CoreDeltaExtension();
    for (Position core : cores) {
      var written = new Ansi378v2004Core();
      written.positionX = core.x();
      written.positionY = core.y();
      out.cores.add(written);
    }
    for (Position delta : deltas) {
      var written = new Ansi378v2004Delta();
      written.positionX = delta.x();
      written.positionY = delta.y();
      out.deltas.add(written);
    }
    return out;
  }
}
