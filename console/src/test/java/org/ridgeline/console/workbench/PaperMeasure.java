package org.ridgeline.console.workbench;

import com.microsoft.playwright.Page;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;

/// What the browser puts on paper, measured: the pictures and the drawn shapes of a printed page.
public final class PaperMeasure extends PDFGraphicsStreamEngine {
  private static final double POINTS_PER_MM = 72 / 25.4;

  /// A rectangle on paper.
  /// - **Unit** millimetres
  public record Size(double width, double height) {}

  private final List<Size> pictures = new ArrayList<>();
  private final List<Size> shapes = new ArrayList<>();
  private double[] bounds = empty();

  private PaperMeasure(PDPage page) {
    super(page);
  }

  /// Prints a page on A4 and measures its pictures and its shapes, those of all sheets together.
  public static PaperMeasure of(Page page, boolean isLandscape) throws IOException {
    byte[] printed = page.pdf(new Page.PdfOptions().setFormat("A4").setLandscape(isLandscape));
    try (PDDocument file = Loader.loadPDF(printed)) {
      PaperMeasure all = new PaperMeasure(file.getPage(0));
      for (PDPage sheet : file.getPages()) {
        PaperMeasure one = new PaperMeasure(sheet);
        one.processPage(sheet);
        all.pictures.addAll(one.pictures);
        all.shapes.addAll(one.shapes);
      }
      return all;
    }
  }

  public List<Size> pictures() {
    return List.copyOf(pictures);
  }

  public List<Size> shapes() {
    return List.copyOf(shapes);
  }

  @Override
  public void drawImage(PDImage image) {
    Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
    pictures.add(
        new Size(
            matrix.getScalingFactorX() / POINTS_PER_MM,
            matrix.getScalingFactorY() / POINTS_PER_MM));
  }

  private static double[] empty() {
    return new double[] {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
  }

  private void reach(double x, double y) {
    bounds[0] = Math.min(bounds[0], x);
    bounds[1] = Math.min(bounds[1], y);
    bounds[2] = Math.max(bounds[2], x);
    bounds[3] = Math.max(bounds[3], y);
  }

  private void drawn() {
    if (bounds[2] > bounds[0]) {
      shapes.add(
          new Size(
              (bounds[2] - bounds[0]) / POINTS_PER_MM, (bounds[3] - bounds[1]) / POINTS_PER_MM));
    }
    bounds = empty();
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    for (Point2D corner : List.of(p0, p1, p2, p3)) {
      reach(corner.getX(), corner.getY());
    }
  }

  @Override
  public void moveTo(float x, float y) {
    reach(x, y);
  }

  @Override
  public void lineTo(float x, float y) {
    reach(x, y);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    reach(x3, y3);
  }

  @Override
  public Point2D getCurrentPoint() {
    return new Point2D.Double(bounds[2], bounds[3]);
  }

  @Override
  public void closePath() {}

  @Override
  public void endPath() {
    bounds = empty();
  }

  @Override
  public void clip(int rule) {}

  @Override
  public void strokePath() {
    drawn();
  }

  @Override
  public void fillPath(int rule) {
    drawn();
  }

  @Override
  public void fillAndStrokePath(int rule) {
    drawn();
  }

  @Override
  public void shadingFill(COSName name) {}
}
