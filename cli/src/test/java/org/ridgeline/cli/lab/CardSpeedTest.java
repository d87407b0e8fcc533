package org.ridgeline.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.cli.Ridgeline;
import org.ridgeline.cli.terminal.ExitCode;

class CardSpeedTest {
  @TempDir private Path dir;

  @Test
  void everyFingerOfACardIsSeen() throws Exception {
    assertThat(Ridgeline.run("synth", "cards", "--people=1", "--content=flats", "--out=" + dir))
        .isZero();
    CardSpeed.Result result = CardSpeed.run(dir);
    assertThat(result.cards()).isEqualTo(1);
    assertThat(result.images()).isEqualTo(3);
    assertThat(result.fingers()).isEqualTo(10);
    assertThat(result.cardMs()).isPositive();
    assertThat(result.sourceAfisMs()).isPositive();
  }

  @Test
  void aFolderWithoutCardsAndAFileThatIsNoneAreNamed() throws Exception {
    assertThatThrownBy(() -> CardSpeed.run(dir))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(dir.toString())
        .hasMessageContaining("no card");
    Path file = Files.writeString(dir.resolve("letter.txt"), "Dear agency,");
    assertThatThrownBy(() -> CardSpeed.run(dir))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString());
    assertThat(Ridgeline.run("bench", "card", dir.resolve("elsewhere").toString()))
        .isEqualTo(ExitCode.USAGE);
  }
}
