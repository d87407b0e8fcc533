package org.ridgeline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.Between;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.codec.image.ImageDecoded;
import org.ridgeline.codec.image.ImageDecoder;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.image.ImageHints;
import org.ridgeline.codec.image.WsqEncoder;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.GrayImage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `image`: single images.
@Command(
    name = "image",
    description = "Single images: from one format to another.",
    mixinStandardHelpOptions = true,
    subcommands = {ImageCommand.Convert.class})
final class ImageCommand {
  /// `image convert`.
  @Command(
      name = "convert",
      description =
          "Converts between image formats, by extension: reads raw, wsq, png, jpg, jpl, jp2, tif,"
              + " bmp; writes raw, wsq, png, jpg.",
      mixinStandardHelpOptions = true)
  static final class Convert implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "IN", description = "image to read")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "image to write")
    private Path out;

    @Option(names = "--size", paramLabel = "WxH", description = "size of a raw image, 800x750")
    private Optional<String> size;

    @Option(names = "--dpi", paramLabel = "N", description = PrintImages.DPI)
    @Between(least = 1, most = 10_000)
    private Optional<Integer> dpi;

    @Option(
        names = "--bpp",
        paramLabel = "RATE",
        defaultValue = "0.75",
        description = "bits per pixel of WSQ, 0.75 or 2.25 (default: ${DEFAULT-VALUE})")
    @Between(least = 0.1, most = 2.25)
    private double bpp;

    @Override
    public Integer call() throws IOException {
      byte[] data = Files.readAllBytes(in);
      ImageFormat from = format(in, data);
      return switch (ImageDecoder.decode(from, data, hints(from))) {
        case ImageDecoded.Decoded(GrayImage image, var findings) -> {
          findings.forEach(finding -> PrintImages.say(in, finding));
          Files.write(out, encoded(image));
          yield ExitCode.DONE;
        }
        case ImageDecoded.Undecodable(Finding finding) -> {
          PrintImages.say(in, finding);
          yield ExitCode.FINDINGS;
        }
      };
    }

    /// The first bytes say what a file is, whatever it is called; raw pixels have none to say it.
    private static ImageFormat format(Path file, byte[] data) {
      Optional<ImageFormat> named = ofExtension(file);
      return named
          .filter(format -> format == ImageFormat.RAW)
          .or(() -> ImageFormat.detect(data))
          .or(() -> named)
          .orElseThrow(() ->
              new IllegalArgumentException(
                  file + ": extension expected=raw, wsq, png, jpg, jpl, jp2, tif, bmp"));
    }

    private static Optional<ImageFormat> ofExtension(Path file) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      return switch (name.substring(name.lastIndexOf('.') + 1)) {
        case "raw" -> Optional.of(ImageFormat.RAW);
        case "wsq" -> Optional.of(ImageFormat.WSQ);
        case "png" -> Optional.of(ImageFormat.PNG);
        case "jpg", "jpeg" -> Optional.of(ImageFormat.JPEG);
        case "jpl", "ljpg" -> Optional.of(ImageFormat.JPEG_LOSSLESS);
        case "jp2" -> Optional.of(ImageFormat.JPEG2000);
        case "tif", "tiff" -> Optional.of(ImageFormat.TIFF);
        case "bmp" -> Optional.of(ImageFormat.BMP);
        default -> Optional.empty();
      };
    }

    private ImageHints hints(ImageFormat from) {
      int ppi = dpi.orElse(0);
      if (size.isEmpty()) {
        if (from == ImageFormat.RAW) {
          throw new IllegalArgumentException(in + ": a raw image needs --size WxH");
        }
        return new ImageHints(0, 0, ppi);
      }
      if (!size.get().matches("[0-9]{1,5}x[0-9]{1,5}")) {
        throw new IllegalArgumentException("--size \"" + size.get() + "\" expected=WxH, 800x750");
      }
      String[] sides = size.get().split("x");
      return new ImageHints(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), ppi);
    }

    private byte[] encoded(GrayImage image) {
      ImageFormat to =
          ofExtension(out)
              .orElseThrow(() ->
                  new IllegalArgumentException(out + ": extension expected=raw, wsq, png, jpg"));
      return to == ImageFormat.WSQ ? WsqEncoder.encode(image, bpp) : ImageEncoder.encode(to, image);
    }
  }
}
