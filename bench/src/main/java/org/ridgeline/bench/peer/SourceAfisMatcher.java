package org.ridgeline.bench.peer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import org.ridgeline.search.decision.ScoreTable;
import org.ridgeline.search.gallery.PackedMinutiae;

/// SourceAFIS 3.18.1 as a matcher of our minutiae. It reads its templates as CBOR only, so ours are
/// written as that.
/// - **Unit** of time: 50 µs a template, 4 to 8 ms the index of a rolled probe, 70 µs a comparison
public final class SourceAfisMatcher {
  /// What its scores mean, in hundredths of a bit: 5,096 genuine and 524,160 impostor pairs of five
  /// public sets (FVC2002 DB1B and DB2B, FVC2004 DB1B and DB3B, CrossMatch), its own minutiae,
  /// 2026-11-23.
  private static final ScoreTable CENTIBITS =
      ScoreTable.of(
          "0:-200 8:-200 11:-190 17:50 22:190 27:370 32:570 37:750 42:950 47:1050 55:1300 70:1500");

  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());

  private SourceAfisMatcher() {}

  /// A probe finger, indexed.
  public static FingerprintMatcher matcher(int[] packed) {
    return new FingerprintMatcher(template(packed, packed.length));
  }

  /// What the comparison of a probe finger and a gallery finger says.
  public static int centibits(FingerprintMatcher probe, FingerprintTemplate other) {
    return CENTIBITS.at((int) Math.max(0, probe.match(other)));
  }

  /// A gallery finger: the first `count` of the packed minutiae.
  public static FingerprintTemplate template(int[] packed, int count) {
    int[] x = new int[count];
    int[] y = new int[count];
    double[] directions = new double[count];
    char[] types = new char[count];
    int width = 1;
    int height = 1;
    for (int i = 0; i < count; i++) {
      x[i] = PackedMinutiae.x(packed[i]);
      y[i] = PackedMinutiae.y(packed[i]);
      directions[i] = PackedMinutiae.turn(packed[i]) * (2 * Math.PI) / 512;
      types[i] = PackedMinutiae.isEnding(packed[i]) ? 'E' : 'B';
      width = Math.max(width, x[i] + 1);
      height = Math.max(height, y[i] + 1);
    }
    SourceAfisForm form =
        new SourceAfisForm("3.18.1-java", width, height, x, y, directions, new String(types));
    try {
      return new FingerprintTemplate(CBOR.writeValueAsBytes(form));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a template of plain numbers must have a CBOR form", e);
    }
  }

  /// Field names are SourceAFIS's.
  record SourceAfisForm(
      String version,
      int width,
      int height,
      int[] positionsX,
      int[] positionsY,
      double[] directions,
      String types) {}
}
