package org.ridgeline.chart.canvas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/// A file that a plot or chart is written to: SVG or PNG, by its name.
public final class PlotFile {
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

  /// Draws into a file.
  public static void write(Path file, Sheet sheet, Consumer<Canvas> drawing) throws IOException {
    checkName(file);
    if (hasExtension(file, ".svg")) {
      Files.writeString(file, svg(sheet, drawing));
    } else {
      PngCanvas canvas = new PngCanvas(sheet.widthPx(), sheet.heightPx());
      drawing.accept(canvas);
      ImageIO.write(canvas.image(), "png", file.toFile());
    }
  }

  /// Draws an SVG file's text.
  public static String svg(Sheet sheet, Consumer<Canvas> drawing) {
    SvgCanvas canvas = new SvgCanvas(sheet);
    drawing.accept(canvas);
    return canvas.toString();
  }
}
