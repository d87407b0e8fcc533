package org.ridgeline.codec.template;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;

/// Reads the fingers of an ISO/IEC 19794-2:2005 or INCITS 378-2004 record, which differ in their
/// heads and in the unit of angles only.
///
/// Extension blocks (ridge counts, cores, deltas) are passed over unread: senders get them wrong
/// that write good minutiae, and a last one may even be cut short.
/// - **Source** ISO/IEC 19794-2:2005, 8; INCITS 378-2004, 6
final class MinutiaeReader {
  private static final int MAGIC_BYTES = 8;
  private static final int KIND_SHIFT = 14;
  private static final int BIFURCATION = 2;

  private final ByteBuffer in;
  private final ExchangeFormat format;

  private MinutiaeReader(byte[] bytes, ExchangeFormat format) {
    this.in = ByteBuffer.wrap(bytes);
    this.format = format;
  }

  /// The fingers; empty where the bytes end too early or a value is out of limits.
  static Optional<List<FingerTemplate>> read(byte[] bytes, ExchangeFormat format) {
    try {
      return Optional.of(new MinutiaeReader(bytes, format).read());
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private List<FingerTemplate> read() {
    in.position(MAGIC_BYTES);
    switch (format) {
      case ISO_19794_2_2005 -> in.getInt();
      case INCITS_378_2004 -> {
        // The length has two bytes, or six of which the first two are zero; then the product.
        if (in.getShort() == 0) {
          in.getInt();
        }
        in.getInt();
      }
    }
    in.getShort();
    int width = unsigned();
    int height = unsigned();
    int ppi = ExchangeFormat.perInch(unsigned());
    in.getShort();
    int count = in.get() & 0xFF;
    in.get();
    List<FingerTemplate> fingers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int fgp = in.get() & 0xFF;
      int impression = in.get() & 0xF;
      int quality = ExchangeFormat.quality(in.get() & 0xFF);
      List<Minutia> minutiae = minutiae(in.get() & 0xFF);
      boolean rolled = impression == 1 || impression == 3;
      Template template = new Template(width, height, ppi, quality, minutiae);
      fingers.add(new FingerTemplate(fgp, rolled, template));
      int extension = unsigned();
      boolean last = i == count - 1;
      if (extension > in.remaining() && !last) {
        throw new BufferUnderflowException();
      }
      in.position(in.position() + Math.min(extension, in.remaining()));
    }
    return fingers;
  }

  private List<Minutia> minutiae(int count) {
    int steps =
        switch (format) {
          case ISO_19794_2_2005 -> Angles.ISO_STEPS;
          case INCITS_378_2004 -> Angles.INCITS_STEPS;
        };
    List<Minutia> minutiae = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int kindAndX = unsigned();
      int y = unsigned() & ExchangeFormat.XY_MASK;
      int direction = Angles.ours(in.get() & 0xFF, steps);
      int quality = in.get() & 0xFF;
      boolean fork = kindAndX >> KIND_SHIFT == BIFURCATION;
      int x = kindAndX & ExchangeFormat.XY_MASK;
      minutiae.add(ExchangeFormat.minutia(fork, x, y, direction, quality));
    }
    return minutiae;
  }

  private int unsigned() {
    return Short.toUnsignedInt(in.getShort());
  }
}
