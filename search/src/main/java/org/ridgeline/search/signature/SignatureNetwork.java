package org.ridgeline.search.signature;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.ridgeline.search.gallery.StoredFinger;
import org.ridgeline.vocabulary.Sha256;

/// From minutiae to a signature of fixed length whose products tell fingers apart.
///
/// Each minutia sums the learned row of every cell its neighbours fall into ([Surroundings]), a
/// hidden layer with rectifiers looks at the sum, the mean over all minutiae passes a last linear
/// layer, and the result is brought to unit size, squashed to a soft sign and rounded. No alignment
/// is needed: nothing in it depends on where a print lies or how it is turned, nor on the order of
/// its minutiae beyond rounding.
///
/// All sums run in a fixed order in plain float arithmetic, which Java defines to the bit: a
/// signature is the same on every machine.
/// - **Shape** table [Surroundings#CELLS] × `features`; hidden `features` × `hidden`; last `hidden`
///   × 128
/// - **Unit** a dimension of the signature: 1/[#LENGTH] of a vector of unit length, the direction
///   of the soft signs (hyperbolic tangents) that were learned with
public final class SignatureNetwork {
  /// The farthest from 0 that a dimension can be.
  public static final int SCALE = 127;

  /// Length of a signature; dimensions that would be farther from 0 than [#SCALE] are held there.
  public static final int LENGTH = 1000;

  /// How soon a dimension counts as far from 0; 1 is the root mean square of all.
  public static final float STEEP = 1.5f;

  /// Dimensions of a signature.
  public static final int DIMENSIONS = StoredFinger.SIGNATURE_BYTES;

  private static final String RESOURCE = "signature.rln";
  private static final int MAGIC = 'R' << 24 | 'L' << 16 | 'N' << 8 | 1;

  private final int features;
  private final int hidden;
  private final float[] parameters;
  private final RowKernel featureRows;
  private final RowKernel hiddenRows;
  private final RowKernel lastRows;

  /// A network of given parameters, laid out as the offsets below say; not copied.
  public SignatureNetwork(int features, int hidden, float[] parameters) {
    if (parameters.length != size(features, hidden)) {
      throw new IllegalArgumentException(
          "parameters=" + parameters.length + " expected=" + size(features, hidden));
    }
    this.features = features;
    this.hidden = hidden;
    this.parameters = parameters;
    featureRows = RowKernels.of(features);
    hiddenRows = RowKernels.of(hidden);
    lastRows = RowKernels.of(DIMENSIONS);
  }

  /// Numbers a network of this shape has.
  public static int size(int features, int hidden) {
    return Surroundings.CELLS * features
        + features
        + features * hidden
        + hidden
        + hidden * DIMENSIONS
        + DIMENSIONS;
  }

  /// Sums a minutia makes.
  public int features() {
    return features;
  }

  /// Rectifiers of the hidden layer.
  public int hidden() {
    return hidden;
  }

  /// All numbers. Not copied.
  public float[] parameters() {
    return parameters;
  }

  /// Where the features' offsets begin.
  public int featureBias() {
    return Surroundings.CELLS * features;
  }

  /// Where the hidden layer's weights begin, `features` rows of `hidden`.
  public int hiddenWeights() {
    return featureBias() + features;
  }

  /// Where the hidden layer's offsets begin.
  public int hiddenBias() {
    return hiddenWeights() + features * hidden;
  }

  /// Where the last layer's weights begin, `hidden` rows of 128.
  public int lastWeights() {
    return hiddenBias() + hidden;
  }

  /// Where the last layer's offsets begin.
  public int lastBias() {
    return lastWeights() + hidden * DIMENSIONS;
  }

  /// The signature of packed minutiae; no minutiae give a signature of zeros.
  public byte[] signature(int[] packed, Workspace work) {
    byte[] signature = new byte[DIMENSIONS];
    float[] out = project(packed, work);
    double square = 0;
    for (float value : out) {
      square += (double) value * value;
    }
    if (packed.length == 0 || square == 0) {
      return signature;
    }
    double scale = STEEP * StrictMath.sqrt(DIMENSIONS / square);
    double[] soft = new double[DIMENSIONS];
    double length = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      soft[i] = StrictMath.tanh(scale * out[i]);
      length += soft[i] * soft[i];
    }
    // All of one length, as in learning: a product of long signatures would say too much.
    double unit = LENGTH / StrictMath.sqrt(length);
    for (int i = 0; i < DIMENSIONS; i++) {
      signature[i] = (byte) Math.clamp(StrictMath.round(unit * soft[i]), -SCALE, SCALE);
    }
    return signature;
  }

  private float[] project(int[] packed, Workspace work) {
    work.surroundings.sort(packed);
    float[] pooled = work.pooled;
    Arrays.fill(pooled, 0);
    for (int i = 0; i < packed.length; i++) {
      features(work.surroundings, i, work.sum);
      activate(work.sum, work.active);
      for (int h = 0; h < hidden; h++) {
        pooled[h] += Math.max(0, work.active[h]);
      }
    }
    float share = packed.length == 0 ? 0 : 1f / packed.length;
    for (int h = 0; h < hidden; h++) {
      pooled[h] *= share;
    }
    last(pooled, work.out);
    return work.out;
  }

  /// The features of one minutia.
  public void features(Surroundings around, int minutia, float[] into) {
    System.arraycopy(parameters, featureBias(), into, 0, features);
    featureRows.gather(around, minutia, parameters, into);
  }

  /// The hidden layer before its rectifiers.
  public void activate(float[] sum, float[] into) {
    System.arraycopy(parameters, hiddenBias(), into, 0, hidden);
    hiddenRows.multiply(sum, parameters, hiddenWeights(), into);
  }

  /// The last layer.
  public void last(float[] pooled, float[] into) {
    System.arraycopy(parameters, lastBias(), into, 0, DIMENSIONS);
    lastRows.multiply(pooled, parameters, lastWeights(), into);
  }

  /// Room for one signature at a time: make one per thread and use it again and again.
  public static final class Workspace {
    private final Surroundings surroundings = new Surroundings();
    private final float[] sum;
    private final float[] active;
    private final float[] pooled;
    private final float[] out = new float[DIMENSIONS];

    /// Room for signatures of this network.
    public Workspace(SignatureNetwork network) {
      sum = new float[network.features];
      active = new float[network.hidden];
      pooled = new float[network.hidden];
    }
  }

  /// The network this program was built with.
  /// - **Error** none there: IllegalStateException
  public static SignatureNetwork load() {
    try (InputStream in = SignatureNetwork.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no " + RESOURCE + ": make one with bench learn");
      }
      return read(new BufferedInputStream(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// SHA-256 of what [#write] writes, lower-case hexadecimal.
  public String digest() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      write(bytes);
      return Sha256.hex(bytes.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Reads a network written by [#write].
  public static SignatureNetwork read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    if (in.readInt() != MAGIC) {
      throw new IOException("not a signature network of version 1");
    }
    int features = in.readUnsignedShort();
    int hidden = in.readUnsignedShort();
    float[] parameters = new float[size(features, hidden)];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = Float.float16ToFloat(in.readShort());
    }
    return new SignatureNetwork(features, hidden, parameters);
  }

  /// Writes the numbers in half precision, big-endian.
  public void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(MAGIC);
    out.writeShort(features);
    out.writeShort(hidden);
    for (float parameter : parameters) {
      out.writeShort(Float.floatToFloat16(parameter));
    }
    out.flush();
  }
}
