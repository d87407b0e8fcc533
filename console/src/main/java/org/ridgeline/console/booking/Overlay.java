package org.ridgeline.console.booking;

import java.util.Locale;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;

/// A template's minutiae as SVG paths, to be drawn over the print they were found in.
///
/// The paths are in the template's own pixels and `viewBox` spans all of them, so that they fit an
/// image of any resolution that is drawn in the same place.
/// - **Shape** `endings` circles, `bifurcations` squares, each with a tick along its direction
record Overlay(String viewBox, String endings, String bifurcations, int endingCount, int count) {
  private static final double RADIUS = 5;
  private static final double TICK = 14;
  private static final double TURN = 65_536;

  static Overlay of(Template template) {
    StringBuilder endings = new StringBuilder();
    StringBuilder bifurcations = new StringBuilder();
    int endingCount = 0;
    for (Minutia minutia : template.minutiae()) {
      switch (minutia) {
        case Minutia.RidgeEnding ending -> {
          circle(endings, ending);
          tick(endings, ending);
          endingCount++;
        }
        case Minutia.Bifurcation bifurcation -> {
          square(bifurcations, bifurcation);
          tick(bifurcations, bifurcation);
        }
      }
    }
    return new Overlay(
        "0 0 " + template.widthPx() + " " + template.heightPx(),
        endings.toString(),
        bifurcations.toString(),
        endingCount,
        template.minutiae().size());
  }

  public int bifurcationCount() {
    return count - endingCount;
  }

  private static void circle(StringBuilder out, Minutia at) {
    String half = "a" + number(RADIUS) + " " + number(RADIUS) + " 0 1 0 ";
    out.append('M').append(number(at.x() - RADIUS)).append(' ').append(at.y());
    out.append(half).append(number(2 * RADIUS)).append(" 0");
    out.append(half).append(number(-2 * RADIUS)).append(" 0");
  }

  private static void square(StringBuilder out, Minutia at) {
    out.append('M').append(number(at.x() - RADIUS)).append(' ').append(number(at.y() - RADIUS));
    out.append('h').append(number(2 * RADIUS)).append('v').append(number(2 * RADIUS));
    out.append('h').append(number(-2 * RADIUS)).append('z');
  }

  private static void tick(StringBuilder out, Minutia at) {
    double angle = 2 * Math.PI * at.direction() / TURN;
    double right = Math.cos(angle);
    double down = Math.sin(angle);
    out.append('M').append(number(at.x() + RADIUS * right));
    out.append(' ').append(number(at.y() + RADIUS * down));
    out.append('l').append(number((TICK - RADIUS) * right));
    out.append(' ').append(number((TICK - RADIUS) * down));
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
