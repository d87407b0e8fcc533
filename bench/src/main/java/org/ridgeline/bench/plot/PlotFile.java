package org.ridgeline.bench.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/// A file that a plot is written to: SVG or PNG, by its name.
public final class PlotFile {
  private static final int WIDTH_PX = 760;
  private static final int HEIGHT_PX = 560;

  private PlotFile() {}

  /// Refuses a file name that ends in neither .svg nor .png: IllegalArgumentException.
  public static void checkName(Path file) {
    if (!hasExtension(file, ".svg") && !hasExtension(file, ".png")) {
      throw new IllegalArgumentException("plot=" + file + " expected a name in .svg or .png");
    }
  }

  private static boolean hasExtension(Path file, String extension) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(extension);
  }

  static void write(Path file, Consumer<Canvas> drawing) throws IOException {
    write(file, WIDTH_PX, HEIGHT_PX, drawing);
  }

  /// The same in another size.
  static void write(Path file, int widthPx, int heightPx, Consumer<Canvas> drawing)
      throws IOException {
    checkName(file);
    if (hasExtension(file, ".svg")) {
      SvgCanvas canvas = new SvgCanvas(widthPx, heightPx);
      drawing.accept(canvas);
      Files.writeString(file, canvas.toString());
    } else {
      PngCanvas canvas = new PngCanvas(widthPx, heightPx);
      drawing.accept(canvas);
      ImageIO.write(canvas.image(), "png", file.toFile());
    }
  }
}
