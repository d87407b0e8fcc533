package org.ridgeline.synth.sensor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import com.machinezoo.sourceafis.FingerprintTransparency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// How two prints of one finger lie to each other, by the minutiae a foreign matcher paired.
/// - **Unit** `turn` degrees, `shift` pixels between the middles, `bent` root mean square pixels
///   that pairs are off the best rigid movement, `pairs` their number
record PairLook(double turn, double shift, double bent, int pairs) {
  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());

  /// The look of a pair; no pairs where too few minutiae were paired.
  static PairLook of(FingerprintTemplate probe, FingerprintTemplate candidate) {
    List<byte[]> found = new ArrayList<>();
    Pairings transparency = new Pairings(found);
    try {
      new FingerprintMatcher(probe).match(candidate);
    } finally {
      transparency.close();
    }
    try {
      return found.isEmpty() ? new PairLook(0, 0, 0, 0) : fit(probe, candidate, found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Keeps the pairing that scored best.
  private static final class Pairings extends FingerprintTransparency {
    private final List<byte[]> found;

    Pairings(List<byte[]> found) {
      this.found = found;
    }

    @Override
    public boolean accepts(String key) {
      return key.equals("best-pairing");
    }

    @Override
    public void take(String key, String mime, byte[] data) {
      found.add(data);
    }
  }

  private static PairLook fit(
      FingerprintTemplate probe, FingerprintTemplate candidate, List<byte[]> found)
      throws IOException {
    JsonNode pairing = CBOR.readTree(found.getLast());
    JsonNode one = CBOR.readTree(probe.toByteArray());
    JsonNode other = CBOR.readTree(candidate.toByteArray());
    List<double[]> places = new ArrayList<>();
    places.add(place(one, other, pairing.get("root")));
    for (JsonNode edge : pairing.get("tree")) {
      JsonNode pair =
          CBOR.createObjectNode()
              .put("probe", edge.get("probeTo").asInt())
              .put("candidate", edge.get("candidateTo").asInt());
      places.add(place(one, other, pair));
    }
    return rigid(places);
  }

  private static double[] place(JsonNode one, JsonNode other, JsonNode pair) {
    int probe = pair.get("probe").asInt();
    int candidate = pair.get("candidate").asInt();
    return new double[] {
      one.get("positionsX").get(probe).asDouble(),
      one.get("positionsY").get(probe).asDouble(),
      other.get("positionsX").get(candidate).asDouble(),
      other.get("positionsY").get(candidate).asDouble()
    };
  }

  private static PairLook rigid(List<double[]> places) {
    double[] mean = new double[4];
    for (double[] place : places) {
      for (int i = 0; i < 4; i++) {
        mean[i] += place[i] / places.size();
      }
    }
    double dot = 0;
    double cross = 0;
    double squares = 0;
    for (double[] p : places) {
      double ax = p[0] - mean[0];
      double ay = p[1] - mean[1];
      double bx = p[2] - mean[2];
      double by = p[3] - mean[3];
      dot += ax * bx + ay * by;
      cross += ax * by - ay * bx;
      squares += ax * ax + ay * ay + bx * bx + by * by;
    }
    double left = Math.max(0, squares - 2 * Math.hypot(dot, cross));
    return new PairLook(
        Math.abs(Math.toDegrees(Math.atan2(cross, dot))),
        Math.hypot(mean[2] - mean[0], mean[3] - mean[1]),
        Math.sqrt(left / places.size()),
        places.size());
  }
}
