package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.synth.card.CardImage;
import org.ridgeline.synth.card.PosedSlap;
import org.ridgeline.synth.card.SlapPose;
import org.ridgeline.synth.print.FingerMaker;

class SlapCommandTest {
  @TempDir private Path temp;

  private String slap() throws Exception {
    CardImage slap =
        PosedSlap.of(position -> FingerMaker.make(1000, position), 13, SlapPose.straight(), 1000);
    Path file = temp.resolve("slap.png");
    return Files.write(file, ImageEncoder.encode(ImageFormat.PNG, slap.image())).toString();
  }

  private static String printed(int code, String... args) {
    PrintStream out = System.out;
    var bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      assertThat(Ridgeline.run(args)).isEqualTo(code);
    } finally {
      System.setOut(out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aSlapsBoxesArePrinted() throws Exception {
    String json = printed(ExitCode.DONE, "template", slap(), "--slap", "13", "--json");
    assertThat(json).contains("right index", "right little", "turnDegrees");
    assertThat(printed(ExitCode.DONE, "template", slap(), "--slap", "13")).contains("right ring: ");
  }

  @Test
  void whatIsNotSegmentedIsAFinding() throws Exception {
    String said = printed(ExitCode.FINDINGS, "template", slap(), "--slap", "13", "--missing", "5");
    assertThat(said).contains("finger count, 4 seen");
  }

  @Test
  void onlySlapsAreSlaps() throws Exception {
    assertThat(Ridgeline.run("template", slap(), "--slap", "12")).isEqualTo(ExitCode.USAGE);
    assertThat(Ridgeline.run("template", slap(), "--slap", "13", "--missing", "11"))
        .isEqualTo(ExitCode.USAGE);
  }
}
