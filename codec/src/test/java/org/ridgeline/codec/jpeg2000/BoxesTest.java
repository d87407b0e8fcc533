package org.ridgeline.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ridgeline.vocabulary.FindingCode;

class BoxesTest {
  private static final byte[] SIGNATURE = box("jP  ", new byte[] {13, 10, (byte) 0x87, 10});
  private static final byte[] CODE_STREAM =
      new CodeStreamWriter(9, 7, 9, 7).header().tilePart(0, new byte[] {0}).end();

  /// 500 ppi are 19685.04 pixels a metre; each is a fraction and a power of ten.
  @ParameterizedTest
  @CsvSource({
    "19685, 1, 0, 19685, 1, 0, 500",
    "39370, 2, 0, 19685, 1, 0, 500",
    "50000, 254, 2, 50000, 254, 2, 500",
    "39370, 1, 0, 39370, 1, 0, 1000",
    "39370, 10, 1, 3937, 1, 1, 1000",
    "19685, 10, 1, 19685, 100, 2, 500",
    "19685, 1, 0, 39370, 1, 0, 0",
    "19685, 0, 0, 19685, 0, 0, 0",
    "0, 0, 0, 0, 0, 0, 0",
    "1, 1, 127, 1, 1, 127, 0",
    "1, 1, -128, 1, 1, -128, 0"
  })
  void readsTheResolution(int n, int d, int exponent, int m, int e, int other, int ppi)
      throws Jpeg2000Refusal {
    byte[] resolution =
        box(
            "res ",
            box(
                "resc",
                ByteBuffer.allocate(10)
                    .putShort((short) n)
                    .putShort((short) d)
                    .putShort((short) m)
                    .putShort((short) e)
                    .put((byte) exponent)
                    .put((byte) other)
                    .array()));

    Boxes boxes = Boxes.read(joined(SIGNATURE, box("jp2h", resolution), box("jp2c", CODE_STREAM)));

    assertThat(alike(boxes)).isEqualTo(ppi);
  }

  /// The resolution where both directions have one; 0 else.
  private static int alike(Boxes boxes) {
    return boxes
        .density()
        .filter(stated -> Math.abs(stated.xPpi() - stated.yPpi()) < 1)
        .map(stated -> (int) Math.round(stated.xPpi()))
        .orElse(0);
  }

  @Test
  void prefersTheResolutionOfCapture() throws Jpeg2000Refusal {
    byte[] captured = box("resc", fraction(39370));
    byte[] displayed = box("resd", fraction(19685));

    assertThat(ppi(joined(captured, displayed))).isEqualTo(1000);
    assertThat(ppi(joined(displayed, captured))).isEqualTo(1000);
    assertThat(ppi(displayed)).isEqualTo(500);
    assertThat(ppi(new byte[0])).isZero();
  }

  @Test
  void findsTheFirstCodeStreamAmongOtherBoxes() throws Jpeg2000Refusal {
    byte[] file =
        joined(
            SIGNATURE,
            box("ftyp", new byte[12]),
            box("uuid", new byte[40]),
            box("jp2c", CODE_STREAM),
            box("jp2c", new byte[9]));

    Boxes boxes = Boxes.read(file);

    assertThat(boxes.start()).isEqualTo(12 + 20 + 48 + 8);
    assertThat(boxes.end()).isEqualTo(boxes.start() + CODE_STREAM.length);
    assertThat(Jpeg2000File.open(file).widthPx()).isEqualTo(9);
  }

  @Test
  void readsBoxesWithoutLengthAndWithALongOne() throws Jpeg2000Refusal {
    byte[] open = box("jp2c", CODE_STREAM);
    ByteBuffer.wrap(open).putInt(0);
    ByteBuffer wide = ByteBuffer.allocate(20).putInt(1).put("free".getBytes());

    Boxes boxes = Boxes.read(joined(SIGNATURE, wide.putLong(20).array(), open));

    assertThat(boxes.end() - boxes.start()).isEqualTo(CODE_STREAM.length);
  }

  @Test
  void readsABareCodeStream() throws Jpeg2000Refusal {
    assertThat(Boxes.read(CODE_STREAM))
        .isEqualTo(new Boxes(0, CODE_STREAM.length, Optional.empty(), false));
  }

  @Test
  void refusesPalettesAndFilesWithoutACodeStream() {
    assertThat(refusal(joined(SIGNATURE, box("jp2h", box("pclr", new byte[9])))))
        .isEqualTo(FindingCode.IMAGE_UNSUPPORTED);
    assertThat(refusal(joined(SIGNATURE, box("jp2h", new byte[0]))))
        .isEqualTo(FindingCode.IMAGE_UNREADABLE);
    assertThat(refusal(new byte[0])).isEqualTo(FindingCode.IMAGE_UNREADABLE);
    assertThat(refusal(box("jp2c", CODE_STREAM))).isEqualTo(FindingCode.IMAGE_UNREADABLE);
  }

  /// Boxes in boxes, as deep as the bytes go.
  @Test
  void readsResolutionsWithinResolutionsNoFurther() {
    byte[] nested = new byte[1 << 20];
    ByteBuffer boxes = ByteBuffer.wrap(nested);
    while (boxes.remaining() >= 8) {
      boxes.putInt(boxes.remaining()).put("res ".getBytes());
    }

    assertThat(refusal(joined(SIGNATURE, box("jp2h", nested))))
        .isEqualTo(FindingCode.IMAGE_UNREADABLE);
  }

  @Test
  void takesLumaAloneOfLumaAndDifferences() throws IOException, Jpeg2000Refusal {
    byte[] colour = box("colr", new byte[] {1, 0, 0, 0, 0, 0, 18});

    assertThat(Boxes.read(joined(SIGNATURE, box("jp2h", colour), box("jp2c", CODE_STREAM))))
        .extracting(Boxes::isLumaFirst)
        .isEqualTo(true);
  }

  private static int ppi(byte[] resolutions) throws Jpeg2000Refusal {
    byte[] header = box("jp2h", box("res ", resolutions));
    return alike(Boxes.read(joined(SIGNATURE, header, box("jp2c", CODE_STREAM))));
  }

  private static byte[] fraction(int perMetre) {
    return ByteBuffer.allocate(10)
        .putShort((short) perMetre)
        .putShort((short) 1)
        .putShort((short) perMetre)
        .putShort((short) 1)
        .array();
  }

  private static FindingCode refusal(byte[] file) {
    Jpeg2000Refusal[] refusals = new Jpeg2000Refusal[1];
    assertThatExceptionOfType(Jpeg2000Refusal.class)
        .isThrownBy(() -> Boxes.read(file))
        .satisfies(refusal -> refusals[0] = refusal);
    return refusals[0].code();
  }

  private static byte[] box(String type, byte[] contents) {
    return ByteBuffer.allocate(8 + contents.length)
        .putInt(8 + contents.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(contents)
        .array();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
