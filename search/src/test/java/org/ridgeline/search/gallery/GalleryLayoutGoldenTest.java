package org.ridgeline.search.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.vocabulary.FingerPosition;

/// The bytes of a tiny gallery, as docs/gallery-format.md says they are. Version 1; a new version
/// gets a test of its own beside this one.
class GalleryLayoutGoldenTest {
  private static final UUID OWNER = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
  private static final UUID ENCOUNTER = UUID.fromString("a0a1a2a3-a4a5-a6a7-a8a9-aaabacadaeaf");
  private static final UUID PERSON = UUID.fromString("b0b1b2b3-b4b5-b6b7-b8b9-babbbcbdbebf");

  @TempDir private Path folder;

  /// Two rows; the second has fingers 1 and 8.
  private StoredGallery fill() {
    var gallery = StoredGallery.open(folder, OWNER, new GallerySizes(512, 512, 1 << 20));
    gallery.append(
        List.of(
            entry(
                new UUID(1, 2),
                new UUID(3, 4),
                6,
                Map.of(
                    FingerPosition.LEFT_LITTLE,
                    new StoredFinger(1, new int[] {0x01020304}, new byte[128])))),
        6);
    gallery.append(
        List.of(
            entry(
                ENCOUNTER,
                PERSON,
                7,
                Map.of(
                    FingerPosition.RIGHT_THUMB,
                        new StoredFinger(90, new int[] {0x11121314, 0x15161718}, signature(3)),
                    FingerPosition.LEFT_MIDDLE,
                        new StoredFinger(80, new int[] {0x21222324}, signature(2))))),
        9);
    return gallery;
  }

  private static StoredEntry entry(
      UUID encounterId, UUID personId, long change, Map<FingerPosition, StoredFinger> fingers) {
    return new StoredEntry(encounterId, personId, change, fingers);
  }

  /// 1 where the dimension is a multiple of `step`, else -1.
  private static byte[] signature(int step) {
    byte[] signature = new byte[StoredFinger.SIGNATURE_BYTES];
    for (int i = 0; i < signature.length; i++) {
      signature[i] = (byte) (i % step == 0 ? 1 : -1);
    }
    return signature;
  }

  private String hex(String name, int from, int bytes) throws IOException {
    byte[] file = Files.readAllBytes(folder.resolve(name));
    return HexFormat.of().formatHex(Arrays.copyOfRange(file, from, from + bytes));
  }

  private String sha256(String name) throws Exception {
    byte[] file = Files.readAllBytes(folder.resolve(name));
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
  }

  @Test
  void segment() throws Exception {
    fill().close();
    String name = "segment-0000000001.rls";
    assertThat(hex(name, 0, 64))
        .isEqualTo(
            "89524c530d0a1a0a"
                + "01000000"
                + "04030201"
                + "00112233445566778899aabbccddeeff"
                + "01000000"
                + "00020000"
                + "00020000"
                + "0a000000"
                + "80000000"
                + "80050000"
                + "0000000000000000");
    int codes = 4096;
    assertThat(hex(name, codes, 16))
        .as("thumb, word 0, rows 0 and 1")
        .isEqualTo("0000000000000000" + "4992244992244992");
    assertThat(hex(name, codes + 8 * 8 + 8, 8))
        .as("thumb, word 1, row 1")
        .isEqualTo("2449922449922449");
    assertThat(hex(name, codes + 7 * 8192 + 8, 8))
        .as("finger 8, word 0, row 1")
        .isEqualTo("5555555555555555");
    int masks = codes + 81_920;
    assertThat(hex(name, masks, 6)).isEqualTo("0082" + "8180" + "0000");
    int ids = masks + 4096;
    assertThat(hex(name, ids, 32))
        .isEqualTo("00000000000000010000000000000002" + "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf");
    int row = ids + 8192 + 1408;
    assertThat(hex(name, row, 80))
        .isEqualTo(
            "a0a1a2a3a4a5a6a7a8a9aaabacadaeaf"
                + "b0b1b2b3b4b5b6b7b8b9babbbcbdbebf"
                + "0700000000000000"
                + "0400000000000000"
                + "01000000"
                + "01000000"
                + "8100"
                + "0000"
                + "5a000000000000500000"
                + "02000000000000010000");
    assertThat(hex(name, row + 128, 4)).isEqualTo("01ffff01");
    assertThat(hex(name, row + 128 + 7 * 128, 4)).isEqualTo("01ff01ff");
    int heap = ids + 8192 + 512 * 1408;
    assertThat(hex(name, heap, 20))
        .isEqualTo("04030201" + "14131211" + "18171615" + "24232221" + "00000000");
    assertThat(sha256(name))
        .isEqualTo("4ab439e9be04f97637a70b894f41dfd81d0648566096fdf3eca3c663ea855bf0");
  }

  @Test
  void manifest() throws Exception {
    fill().close();
    assertThat(hex("gallery.rlm", 0, 112))
        .isEqualTo(
            "89524c4d0d0a1a0a"
                + "01000000"
                + "04030201"
                + "00112233445566778899aabbccddeeff"
                + "0200000000000000"
                + "0900000000000000"
                + "0200000000000000"
                + "00020000"
                + "02000000"
                + "01000000"
                + "00000000"
                + "01000000"
                + "02000000"
                + "02000000"
                + "01000000"
                + "1000000000000000"
                + "0700000000000000"
                + "fbdcf17a"
                + "2e261569");
    assertThat(Files.size(folder.resolve("gallery.rlm"))).isEqualTo(112);
  }

  @Test
  void journal() throws Exception {
    try (var _ = fill()) {
      String name = "journal-0000000001.rlj";
      assertThat(hex(name, 0, 40))
          .isEqualTo(
              "89524c4a0d0a1a0a"
                  + "01000000"
                  + "04030201"
                  + "00112233445566778899aabbccddeeff"
                  + "0100000000000000");
      int first = 32 + 1408 + 4;
      int second = 32 + 1408 + 12;
      assertThat(Files.size(folder.resolve(name))).isEqualTo(4096 + first + second);
      assertThat(hex(name, 512, 8)).isEqualTo("501b000000000000");
      assertThat(hex(name, 4096 + first, 4)).isEqualTo("ac050000");
      assertThat(hex(name, 4096 + first + 8, 24))
          .isEqualTo("0200000000000000" + "0900000000000000" + "00000000" + "01000000");
      assertThat(hex(name, 4096 + first + 32, 16)).isEqualTo("a0a1a2a3a4a5a6a7a8a9aaabacadaeaf");
      assertThat(hex(name, 4096 + first + 32 + 1408, 12)).isEqualTo("141312111817161524232221");
      assertThat(sha256(name))
          .isEqualTo("f48a9470db0fc59771940bcf5ed341a06f5cb3bb4a3cea3827e6a021444adfa4");
    }
  }
}
