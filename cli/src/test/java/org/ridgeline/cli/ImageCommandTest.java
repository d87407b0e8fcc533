package org.ridgeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.synth.print.FingerMaker;
import org.ridgeline.synth.print.Impression;
import org.ridgeline.synth.print.ImpressionStyle;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.GrayImage;

class ImageCommandTest {
  private static final GrayImage PRINT =
      Impression.of(FingerMaker.make(3, FingerPosition.LEFT_INDEX), 1, ImpressionStyle.plain(80));

  @TempDir private Path temp;

  private String file(String name) {
    return temp.resolve(name).toString();
  }

  @Test
  void rawGoesToPngAndBackUnchanged() throws Exception {
    Files.write(temp.resolve("a.raw"), PRINT.pixels());
    String size = PRINT.widthPx() + "x" + PRINT.heightPx();
    assertThat(Ridgeline.run("image", "convert", file("a.raw"), file("a.png"), "--size", size))
        .isEqualTo(ExitCode.DONE);
    assertThat(Ridgeline.run("image", "convert", file("a.png"), file("b.raw")))
        .isEqualTo(ExitCode.DONE);
    assertThat(Files.readAllBytes(temp.resolve("b.raw"))).isEqualTo(PRINT.pixels());
  }

  @Test
  void wsqComesOutAtTheRateAskedFor() throws Exception {
    Files.write(temp.resolve("a.raw"), PRINT.pixels());
    String size = PRINT.widthPx() + "x" + PRINT.heightPx();
    for (String rate : new String[] {"0.75", "2.25"}) {
      String to = file(rate + ".wsq");
      assertThat(
              Ridgeline.run("image", "convert", file("a.raw"), to, "--size", size, "--bpp", rate))
          .isEqualTo(ExitCode.DONE);
    }
    assertThat(Files.size(temp.resolve("2.25.wsq")))
        .isGreaterThan(2 * Files.size(temp.resolve("0.75.wsq")));
    assertThat(Ridgeline.run("template", file("0.75.wsq"), "--json")).isEqualTo(ExitCode.DONE);
  }

  @Test
  void whatCannotBeReadIsSaid() throws Exception {
    Files.write(temp.resolve("a.raw"), new byte[10]);
    Files.write(temp.resolve("bad.wsq"), new byte[10]);
    assertThat(Ridgeline.run("image", "convert", file("a.raw"), file("a.png")))
        .isEqualTo(ExitCode.USAGE);
    assertThat(Ridgeline.run("image", "convert", file("bad.wsq"), file("a.png")))
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(Ridgeline.run("image", "convert", file("none.png"), file("a.raw")))
        .isEqualTo(ExitCode.TROUBLE);
    assertThat(temp.resolve("a.png")).doesNotExist();
  }
}
