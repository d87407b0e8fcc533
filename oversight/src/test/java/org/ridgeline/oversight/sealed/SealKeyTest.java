package org.ridgeline.oversight.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealKeyTest {
  private static final Booking BOOKING =
      new Booking("R1", LocalDate.of(2026, 11, 2), "CA0340000", "06067", "CA");
  private static final Demographics ONE =
      new Demographics(Sex.FEMALE, AgeBand.TO_34, Optional.of("W"));

  @TempDir Path folder;

  private OpeningKey opening() throws IOException {
    return OpeningKey.of(folder.resolve(KeyFolder.OPENS));
  }

  @Test
  void whatIsSealedOpensWithTheOtherHalfAlone() throws Exception {
    SealedBox box = KeyFolder.sealing(folder).seal(BOOKING, ONE);
    assertThat(opening().open(BOOKING, box)).contains(ONE);
    OpeningKey.make(folder.resolve("another.key"));
    OpeningKey another = OpeningKey.of(folder.resolve("another.key"));
    assertThat(another.open(BOOKING, box)).isEmpty();
    assertThat(another.open(BOOKING, new SealedBox(another.sealing().id(), box.bytes()))).isEmpty();
  }

  @Test
  void aBoxOpensForItsOwnBookingAndUnchanged() throws Exception {
    SealedBox box = KeyFolder.sealing(folder).seal(BOOKING, ONE);
    Booking other = new Booking("R2", BOOKING.day(), "CA0340000", "06067", "CA");
    assertThat(opening().open(other, box)).isEmpty();
    for (int at = 0; at < box.bytes().length; at++) {
      byte[] changed = box.bytes();
      changed[at] ^= 1;
      assertThat(opening().open(BOOKING, new SealedBox(box.keyId(), changed)))
          .as("" + at)
          .isEmpty();
    }
    assertThat(opening().open(BOOKING, new SealedBox(box.keyId(), new byte[3]))).isEmpty();
  }

  @Test
  void sealedTwiceItIsNeverTheSameAndAlwaysAsLong() throws Exception {
    SealKey key = KeyFolder.sealing(folder);
    var nothing = new Demographics(Sex.UNKNOWN, AgeBand.UNKNOWN, Optional.empty());
    assertThat(key.seal(BOOKING, ONE).bytes())
        .isNotEqualTo(key.seal(BOOKING, ONE).bytes())
        .hasSameSizeAs(key.seal(BOOKING, nothing).bytes());
  }

  @Test
  void theHalfThatOpensMayBeMovedAwayAndTheOtherIsMadeAgain() throws Exception {
    String id = KeyFolder.sealing(folder).id();
    Path opens = folder.resolve(KeyFolder.OPENS);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(opens)))
        .isEqualTo("rw-------");
    Files.delete(folder.resolve(KeyFolder.SEALS));
    assertThat(KeyFolder.sealing(folder).id()).isEqualTo(id);
    Files.delete(opens);
    assertThat(KeyFolder.sealing(folder).id()).isEqualTo(id);
    assertThat(opens).doesNotExist();
  }

  @Test
  void halvesOfTwoKeysAndKeysThatOthersReadAreRefused() throws Exception {
    KeyFolder.sealing(folder);
    Path opens = folder.resolve(KeyFolder.OPENS);
    Files.setPosixFilePermissions(opens, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> KeyFolder.sealing(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("mode 600");
    Files.delete(opens);
    OpeningKey.make(opens);
    assertThatThrownBy(() -> KeyFolder.sealing(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("halves of two keys");
  }
}
