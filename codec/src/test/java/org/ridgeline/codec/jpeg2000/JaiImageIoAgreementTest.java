package org.ridgeline.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ridgeline.codec.jpeg2000.Pictures.Picture;

/// What jai-imageio wrote without loss comes back exactly; what it wrote with loss comes back
/// within one grey level of what its own decoder makes of it.
class JaiImageIoAgreementTest {
  private static final Picture RINGS = Pictures.rings(131, 117);

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "2, 1", "3, 3", "7, 5", "17, 31", "64, 64", "1, 300", "300, 1"})
  void givesImagesOfAnySizeBack(int width, int height) throws Jpeg2000Refusal {
    Picture picture = Pictures.noise(width, height);

    byte[] data = JaiImageIo.write(picture, parameters -> parameters.setLossless(true));

    assertThat(pixels(data)).isEqualTo(picture.pixels());
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer", "res", "res-pos", "pos-comp", "comp-pos"})
  void readsEveryProgression(String progression) throws Jpeg2000Refusal {
    agree(parameters -> parameters.setProgressionType(progression));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 8})
  void readsAnyNumberOfLevels(int levels) throws Jpeg2000Refusal {
    agree(parameters -> parameters.setNumDecompositionLevels(levels));
  }

  @ParameterizedTest
  @CsvSource({"4, 4", "4, 64", "64, 4", "32, 32", "1024, 4", "4, 1024", "64, 64"})
  void readsCodeBlocksOfAnySize(int width, int height) throws Jpeg2000Refusal {
    agree(parameters -> parameters.setCodeBlockSize(new int[] {width, height}));
  }

  @ParameterizedTest
  @CsvSource({"64, 64", "50, 37", "200, 16", "131, 117"})
  void readsTilesOfAnySize(int width, int height) throws Jpeg2000Refusal {
    agree(parameters -> {
      parameters.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setTiling(width, height, 0, 0);
    });
  }

  @Test
  void readsMarkersBetweenPackets() throws Jpeg2000Refusal {
    agree(parameters -> {
      parameters.setSOP(true);
      parameters.setEPH(true);
    });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.5, 0.8, 1.6, 3.2})
  void readsAnyBitRate(double bitsPerPixel) throws Jpeg2000Refusal {
    for (String filter :
        new String[] {J2KImageWriteParam.FILTER_53, J2KImageWriteParam.FILTER_97}) {
      byte[] data =
          JaiImageIo.write(
              RINGS,
              parameters -> {
                parameters.setLossless(filter.equals(J2KImageWriteParam.FILTER_53));
                parameters.setFilter(filter);
                parameters.setEncodingRate(bitsPerPixel);
              });
      assertThat(Pictures.largestDifference(pixels(data), JaiImageIo.grey(data)))
          .as(filter)
          .isLessThanOrEqualTo(1);
    }
  }

  @Test
  void weighsColour() throws Jpeg2000Refusal {
    BufferedImage colour = new BufferedImage(40, 30, BufferedImage.TYPE_3BYTE_BGR);
    for (int i = 0; i < 40 * 30; i++) {
      colour.setRGB(i % 40, i / 40, 0x010203 * (i % 83));
    }
    for (boolean lossless : new boolean[] {true, false}) {
      byte[] data =
          JaiImageIo.write(
              colour,
              parameters -> {
                parameters.setLossless(lossless);
                parameters.setFilter(
                    lossless ? J2KImageWriteParam.FILTER_53 : J2KImageWriteParam.FILTER_97);
              });
      assertThat(Jpeg2000File.open(data).isConverted()).isTrue();
      assertThat(Pictures.largestDifference(pixels(data), luma(JaiImageIo.read(data))))
          .isLessThanOrEqualTo(lossless ? 0 : 1);
    }
  }

  @Test
  void cutsSixteenBitsToTheUpperEight() throws Jpeg2000Refusal {
    BufferedImage deep = new BufferedImage(64, 48, BufferedImage.TYPE_USHORT_GRAY);
    for (int i = 0; i < 64 * 48; i++) {
      deep.getRaster().setSample(i % 64, i / 64, 0, i * 21);
    }
    byte[] data = JaiImageIo.write(deep, parameters -> parameters.setLossless(true));

    byte[] pixels = pixels(data);

    for (int i = 0; i < 64 * 48; i++) {
      assertThat(pixels[i]).isEqualTo((byte) (i * 21 >> 8));
    }
    assertThat(Jpeg2000File.open(data).isConverted()).isTrue();
  }

  /// Both ways: without loss, and at one and a half bits a pixel.
  private static void agree(Consumer<J2KImageWriteParam> choice) throws Jpeg2000Refusal {
    byte[] exact =
        JaiImageIo.write(
            RINGS,
            parameters -> {
              parameters.setLossless(true);
              choice.accept(parameters);
            });
    assertThat(pixels(exact)).isEqualTo(RINGS.pixels());
    byte[] lossy =
        JaiImageIo.write(
            RINGS,
            parameters -> {
              parameters.setLossless(false);
              parameters.setFilter(J2KImageWriteParam.FILTER_97);
              parameters.setEncodingRate(1.5);
              choice.accept(parameters);
            });
    assertThat(Pictures.largestDifference(pixels(lossy), JaiImageIo.grey(lossy)))
        .isLessThanOrEqualTo(1);
  }

  private static byte[] luma(BufferedImage image) {
    byte[] grey = new byte[image.getWidth() * image.getHeight()];
    for (int i = 0; i < grey.length; i++) {
      int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
      int weighted = 299 * (rgb >> 16 & 0xFF) + 587 * (rgb >> 8 & 0xFF) + 114 * (rgb & 0xFF);
      grey[i] = (byte) ((weighted + 500) / 1000);
    }
    return grey;
  }

  private static byte[] pixels(byte[] data) throws Jpeg2000Refusal {
    Jpeg2000File.Pixels pixels = Jpeg2000File.open(data).pixels();
    assertThat(pixels.isEnded()).isTrue();
    return pixels.grey();
  }
}
