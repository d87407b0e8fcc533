package org.ridgeline.codec.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes a WSQ file's segments.
/// - **Layout** big-endian; coded bits from a byte's top, a zero byte stuffed after each 0xFF
/// - **Source** IAFIS-IC-0110 section 4, tables 3 to 8
final class WsqWriter {
  private byte[] bytes;
  private int length;
  private long held;
  private int heldBits;

  WsqWriter(int expectedBytes) {
    bytes = new byte[Math.max(1024, expectedBytes)];
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  void marker(int marker) {
    uint16(marker);
  }

  void comment(String text) {
    byte[] characters = text.getBytes(StandardCharsets.ISO_8859_1);
    marker(WsqMarker.COMMENT);
    uint16(2 + characters.length);
    for (byte character : characters) {
      uint8(character);
    }
  }

  void transform(WsqFilters filters) {
    int low = filters.low().length;
    int high = filters.high().length;
    marker(WsqMarker.TRANSFORM_TABLE);
    uint16(4 + 6 * ((low + 1) / 2 + (high + 1) / 2));
    uint8(low);
    uint8(high);
    taps(filters.low());
    taps(filters.high());
  }

  private void taps(float[] taps) {
    for (int i = taps.length / 2; i < taps.length; i++) {
      WsqNumber tap = WsqNumber.of(Math.abs(taps[i]), WsqNumber.TAP_MAX);
      uint8(taps[i] < 0 ? 1 : 0);
      uint8(tap.scale());
      uint16((int) (tap.value() >>> 16));
      uint16((int) tap.value());
    }
  }

  void quantisation(WsqQuantisation quantisation) {
    marker(WsqMarker.QUANTISATION_TABLE);
    uint16(5 + 6 * WsqQuantisation.STEPS);
    number(quantisation.binCentre());
    for (WsqQuantisation.Step step : quantisation.steps()) {
      number(step.width());
      number(step.zeroWidth());
    }
  }

  void frame(WsqFrame frame) {
    marker(WsqMarker.START_OF_FRAME);
    uint16(17);
    uint8(frame.black());
    uint8(frame.white());
    uint16(frame.heightPx());
    uint16(frame.widthPx());
    number(frame.shift());
    number(frame.scale());
    uint8(frame.encoder());
    uint16(frame.software());
  }

  void huffman(int id, WsqHuffmanPlan plan) {
    marker(WsqMarker.HUFFMAN_TABLE);
    uint16(3 + WsqHuffman.LENGTHS + plan.symbols().length);
    uint8(id);
    for (int count : plan.counts()) {
      uint8(count);
    }
    for (byte symbol : plan.symbols()) {
      uint8(symbol);
    }
  }

  void block(int tableId, WsqHuffmanPlan plan, short[] bins, int from, int to) {
    marker(WsqMarker.START_OF_BLOCK);
    uint16(3);
    uint8(tableId);
    WsqRuns.walk(
        bins,
        from,
        to,
        (symbol, operand, bits) -> {
          coded(plan.code(symbol), plan.length(symbol));
          coded(operand, bits);
        });
    flush();
  }

  private void coded(int value, int bits) {
    held = held << bits | value;
    heldBits += bits;
    while (heldBits >= 8) {
      heldBits -= 8;
      stuffed((int) (held >>> heldBits));
    }
  }

  /// Fills the last byte with ones, which begin no code.
  private void flush() {
    if (heldBits > 0) {
      int missing = 8 - heldBits;
      coded((1 << missing) - 1, missing);
    }
    held = 0;
  }

  private void stuffed(int value) {
    uint8(value);
    if ((value & 0xFF) == 0xFF) {
      uint8(0);
    }
  }

  private void number(WsqNumber number) {
    uint8(number.scale());
    uint16((int) number.value());
  }

  private void uint16(int value) {
    uint8(value >> 8);
    uint8(value);
  }

  private void uint8(int value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length++] = (byte) value;
  }
}
