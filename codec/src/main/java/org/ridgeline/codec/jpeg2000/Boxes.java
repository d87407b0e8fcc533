package org.ridgeline.codec.jpeg2000;

import java.util.Optional;

/// Where the first code stream of a file lies, and what the boxes before it say of the image.
/// - **Shape** the code stream has the bytes from `start` up to, and without, `end`; `density` of
///   capture before that of display; `isLumaFirst`: the first of three components is luma (sYCC)
/// - **Source** ISO/IEC 15444-1 annex I
record Boxes(int start, int end, Optional<Density> density, boolean isLumaFirst) {
  /// What is stated of the resolution.
  /// - **Unit** pixels per inch, across and down; both above 0
  record Density(double xPpi, double yPpi) {}

  private static final int SIGNATURE = 'j' << 24 | 'P' << 16 | ' ' << 8 | ' ';
  private static final int HEADER = 'j' << 24 | 'p' << 16 | '2' << 8 | 'h';
  private static final int CODE_STREAM = 'j' << 24 | 'p' << 16 | '2' << 8 | 'c';
  private static final int COLOUR = 'c' << 24 | 'o' << 16 | 'l' << 8 | 'r';
  private static final int PALETTE = 'p' << 24 | 'c' << 16 | 'l' << 8 | 'r';
  private static final int RESOLUTION = 'r' << 24 | 'e' << 16 | 's' << 8 | ' ';
  private static final int CAPTURED = 'r' << 24 | 'e' << 16 | 's' << 8 | 'c';
  private static final int DISPLAYED = 'r' << 24 | 'e' << 16 | 's' << 8 | 'd';
  private static final int SYCC = 18;
  private static final double METRES_PER_INCH = 0.0254;

  static Boxes read(byte[] data) throws Jpeg2000Refusal {
    Segment file = new Segment(data, 0, data.length);
    if (file.peek16() == Marker.START_OF_CODE_STREAM) {
      return new Boxes(0, data.length, Optional.empty(), false);
    }
    Header header = new Header();
    while (file.left() > 0) {
      boolean first = file.at() == 0;
      Box box = Box.next(file);
      if (first && box.type() != SIGNATURE) {
        throw Jpeg2000Refusal.unreadable(0, "a signature box (jP) or a code stream", "other bytes");
      }
      if (box.type() == CODE_STREAM) {
        return new Boxes(box.from(), box.to(), header.density(), header.isLumaFirst);
      }
      if (box.type() == HEADER) {
        header.read(data, box);
      }
      file.skip(box.to() - box.from());
    }
    throw Jpeg2000Refusal.unreadable(file.at(), "a code stream (box jp2c)", "none");
  }

  /// One box's type and contents. One that says it is longer than what holds it is cut to that.
  private record Box(int type, int from, int to) {
    /// Leaves the cursor at the contents.
    static Box next(Segment in) throws Jpeg2000Refusal {
      int place = in.at();
      int left = in.left();
      long length = in.uint32();
      int type = (int) in.uint32();
      if (length == 1) {
        length = in.uint32() << 32 | in.uint32();
      } else if (length == 0) {
        length = left;
      }
      if (length < in.at() - place) {
        throw Jpeg2000Refusal.unreadable(place, "a box of its header at least", length + " bytes");
      }
      return new Box(type, in.at(), place + (int) Math.min(length, left));
    }
  }

  /// What the header box holds.
  private static final class Header {
    private Optional<Density> captured = Optional.empty();
    private Optional<Density> displayed = Optional.empty();
    private boolean isLumaFirst;

    Optional<Density> density() {
      return captured.or(() -> displayed);
    }

    void read(byte[] data, Box outer) throws Jpeg2000Refusal {
      Segment in = new Segment(data, outer.from(), outer.to());
      while (in.left() > 0) {
        Box box = Box.next(in);
        Segment contents = new Segment(data, box.from(), box.to());
        switch (box.type()) {
          case COLOUR -> colour(contents);
          case RESOLUTION -> {
            // A resolution box inside another would be a way to nest without end.
            if (outer.type() == HEADER) {
              read(data, box);
            }
          }
          case CAPTURED -> captured = density(contents);
          case DISPLAYED -> displayed = density(contents);
          case PALETTE ->
              throw Jpeg2000Refusal.unsupported(box.from(), "levels, not a palette", "box pclr");
          default -> {}
        }
        in.skip(box.to() - box.from());
      }
    }

    private void colour(Segment in) throws Jpeg2000Refusal {
      boolean enumerated = in.uint8() == 1;
      in.skip(2);
      isLumaFirst |= enumerated && in.uint32() == SYCC;
    }

    /// Each direction is a fraction and a power of ten, per metre.
    private static Optional<Density> density(Segment in) throws Jpeg2000Refusal {
      double down = (double) in.uint16() / in.uint16();
      double across = (double) in.uint16() / in.uint16();
      down *= Math.pow(10, (byte) in.uint8()) * METRES_PER_INCH;
      across *= Math.pow(10, (byte) in.uint8()) * METRES_PER_INCH;
      // 0 by 0 is no number, and compares as one that is not above 0.
      boolean stated = down > 0 && across > 0 && down + across < Integer.MAX_VALUE;
      return stated ? Optional.of(new Density(across, down)) : Optional.empty();
    }
  }
}
