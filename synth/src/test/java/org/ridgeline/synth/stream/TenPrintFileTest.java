package org.ridgeline.synth.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ridgeline.synth.people.Nation;
import org.ridgeline.synth.print.ImpressionStyle;

class TenPrintFileTest {
  private static final TenPrintFile.Row ROW =
      new TenPrintFile.Row(7, 2, Nation.person(1, 7).tenPrint(2, ImpressionStyle.rolled(70)));

  @Test
  void readsWhatItWrote() throws IOException {
    try (var reader = reader(bytes())) {
      assertThat(reader.next()).contains(ROW);
      assertThat(reader.next()).contains(ROW);
      assertThat(reader.next()).isEmpty();
    }
  }

  @Test
  void refusesDamagedFiles() throws IOException {
    byte[] bytes = bytes();
    assertThatIOException().isThrownBy(() -> reader(new byte[] {1, 2, 3, 4}));
    try (var reader = reader(Arrays.copyOf(bytes, 4 + 3))) {
      assertThatIOException().isThrownBy(reader::next);
    }
    try (var reader = reader(Arrays.copyOf(bytes, 100))) {
      assertThatIOException().isThrownBy(reader::next);
    }
    bytes[4 + 13] = 99;
    try (var reader = reader(bytes)) {
      assertThatIOException().isThrownBy(reader::next).withMessageContaining("fgp=99");
    }
  }

  private static byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var writer = new TenPrintFile.Writer(out)) {
      writer.write(ROW);
      writer.write(ROW);
    }
    return out.toByteArray();
  }

  private static TenPrintFile.Reader reader(byte[] bytes) throws IOException {
    return new TenPrintFile.Reader(new ByteArrayInputStream(bytes));
  }
}
