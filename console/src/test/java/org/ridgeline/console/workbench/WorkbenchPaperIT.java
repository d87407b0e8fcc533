package org.ridgeline.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The workbench on paper: measured in the document that the browser prints.
class WorkbenchPaperIT extends OnWorkbench {
  private static final Offset<Double> TO = within(0.1);

  private static double mm(double px) {
    return px / 500 * 25.4;
  }

  @Test
  void printsAreLifeSizeAcrossAndAlongThePage() throws IOException {
    for (int finger : new int[] {2, ComparisonServer.PLATED}) {
      Page page = desk.opened();
      ExaminerDesk.press(page, String.valueOf(finger));
      ExaminerDesk.isReady(page);
      ExaminerDesk.press(page, "+", "+", "ArrowRight", "m");
      Object width = page.evaluate(WIDTH, finger);
      Object height = page.evaluate(HEIGHT, finger);
      for (boolean isLandscape : new boolean[] {false, true}) {
        PaperMeasure paper = PaperMeasure.of(page, isLandscape);
        assertThat(paper.pictures()).hasSize(2);
        for (PaperMeasure.Size print : paper.pictures()) {
          assertThat(print.width()).isCloseTo(mm(((Number) width).doubleValue()), TO);
          assertThat(print.height()).isCloseTo(mm(((Number) height).doubleValue()), TO);
        }
        assertThat(paper.shapes())
            .as("a scale bar of 10 mm")
            .anySatisfy(bar -> assertThat(bar.width()).isCloseTo(10, TO));
      }
      page.context().close();
    }
  }

  private static final String WIDTH =
      """
      async (finger) => (await (await fetch('/examine/t1/work.json')).json())
        .fingers.find((f) => f.number === finger).left.widthPx\
      """;
  private static final String HEIGHT = WIDTH.replace("widthPx", "heightPx");

  @Test
  void aTurnedPrintAndAnOverlayAreLifeSizeToo() throws IOException {
    Page page = desk.opened();
    ExaminerDesk.press(page, "1");
    ExaminerDesk.isReady(page);
    ExaminerDesk.mark(page, 200, 200, 220, 200);
    for (int i = 0; i < 18; i++) {
      ExaminerDesk.action(page, "turn").click();
    }
    PaperMeasure turned = PaperMeasure.of(page, false);
    assertThat(turned.pictures().getFirst().width()).isCloseTo(mm(550), TO);
    assertThat(turned.pictures().getFirst().height()).isCloseTo(mm(500), TO);
    assertThat(turned.pictures().getLast().width()).isCloseTo(mm(500), TO);
    ExaminerDesk.press(page, "r", "o");
    page.waitForTimeout(300);
    PaperMeasure overlay = PaperMeasure.of(page, false);
    assertThat(overlay.pictures()).hasSize(1);
    assertThat(overlay.pictures().getFirst().width()).isBetween(mm(500), mm(600));
    assertThat(desk.complaints).isEmpty();
  }

  @Test
  void whatIsAmissIsSaidOnPaper() throws IOException {
    Page page = desk.opened();
    ExaminerDesk.press(page, String.valueOf(ComparisonServer.MISSING));
    com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(
            ExaminerDesk.plate(page, "right"))
        .hasAttribute("data-state", "missing");
    page.evaluate("dispatchEvent(new Event('beforeprint'))");
    assertThat(page.locator("#paper-prints").textContent()).contains("No print of this finger.");
    assertThat(page.locator(".paper").isVisible()).isFalse();
  }
}
