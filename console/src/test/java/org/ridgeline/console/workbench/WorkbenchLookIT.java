package org.ridgeline.console.workbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ridgeline.fixture.Axe;

/// How the workbench looks at each size, and what its pure functions answer. Leaves pictures.
class WorkbenchLookIT extends OnWorkbench {
  private static final String RIGID =
      """
      async () => {
        const { rigid } = await import('/assets/workbench/rigid.js');
        const p = (x, y) => ({ x, y });
        const shift = rigid([
          { left: p(10, 5), right: p(0, 0) }, { left: p(20, 5), right: p(10, 0) }]);
        const quarter = rigid([
          { left: p(0, 0), right: p(0, 0) }, { left: p(0, 10), right: p(10, 0) }]);
        const loose = rigid([
          { left: p(-1, 0), right: p(-2, 0) }, { left: p(1, 0), right: p(2, 0) }]);
        const none = [rigid([{ left: p(1, 1), right: p(1, 1) }]),
          rigid([{ left: p(0, 0), right: p(3, 3) }, { left: p(9, 9), right: p(3, 3) }])];
        return [shift.angle, shift.dx, shift.dy, shift.rms, quarter.angle * 180 / Math.PI,
          quarter.rms, loose.rms, loose.worst].map((v) => Math.round(v * 1e9) / 1e9).join(' ')
          + ' ' + none.map(String).join(' ');
      }\
      """;

  @Test
  void laysPointsOverByLeastSquares() {
    Page page = desk.opened();
    assertThat(page.evaluate(RIGID)).isEqualTo("0 10 5 0 90 0 1 1 null null");
  }

  private static final String COUNTS =
      """
      async () => {
        const { ridgeCount } = await import('/assets/workbench/ridge-count.js');
        const width = 300, height = 100;
        const make = (of) => ({ width, height,
          pixels: Uint8Array.from({ length: width * height }, (_, i) => of(i % width)) });
        const square = make((x) => x % 10 < 5 ? 40 : 220);
        const wave = make((x) => Math.round(128 - 60 * Math.cos(2 * Math.PI * (x + 0.5) / 9)));
        const flat = make(() => 255);
        const c = (grey, x0, x1) => ridgeCount(grey, { x: x0, y: 50 }, { x: x1, y: 50 }).count;
        const at = ridgeCount(square, { x: 97.5, y: 50 }, { x: 127.5, y: 50 }).crossings;
        return [c(square, 57.5, 157.5), c(square, 157.5, 57.5), c(square, 52.5, 152.5),
          c(square, 57.5, 64), c(wave, 49.5, 139.5), c(flat, 50, 150), c(square, 50, 51),
          c(square, 7.5, 297.5)].join(' ')
          + ' | ' + at.map((p) => p.x.toFixed(1) + ',' + p.y).join(' ');
      }\
      """;

  @Test
  void countsRidgesExactly() {
    Page page = desk.opened();
    // Valley to valley 10; the same backwards; ridge to ridge without the two under the points 9;
    // no whole ridge 0; a fine wave 10; nothing on blank paper; too short; to the print's edges.
    assertThat(page.evaluate(COUNTS)).isEqualTo("10 10 9 0 10 0 0 29 | 102.5,50 112.5,50 122.5,50");
  }

  private static final String SMALL_TARGETS =
      """
      () => [...document.querySelectorAll('button, summary, select, input, a[href]')]
        .filter((e) => e.checkVisibility() && !e.closest('.top, .skip'))
        .map((e) => [e.closest('label') ?? e, e])
        .filter(([box]) => { const r = box.getBoundingClientRect();
          return r.width > 1 && (r.width < 24 || r.height < 24); })
        .map(([, e]) => e.outerHTML.slice(0, 90)).join('; ')\
      """;

  private static final String COLOURS =
      """
      () => {
        const canvas = document.querySelector('.overlay-side canvas');
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        let red = 0, cyan = 0, dark = 0;
        for (let i = 0; i < data.length; i += 4) {
          const [r, g] = [data[i], data[i + 1]];
          red += r > 200 && g < 100; cyan += r < 100 && g > 200; dark += r < 80 && g < 80;
        }
        return [red, cyan, dark].map((n) => n > 500).join(' ');
      }\
      """;

  @Test
  void fitsTheWindowInLightAndDark() throws IOException {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      Page page = desk.window(1280, 720, scheme);
      page.navigate(desk.server.url() + "/examine/t1");
      ExaminerDesk.isReady(page);
      assertThat(percent(page)).isBetween(60, 120);
      ExaminerDesk.press(page, "2");
      ExaminerDesk.isReady(page);
      ExaminerDesk.press(page, "z", "Shift+D", "m");
      ExaminerDesk.mark(page, 200, 200, 215, 205);
      ExaminerDesk.mark(page, 300, 210, 312, 222);
      ExaminerDesk.mark(page, 250, 350, 259, 355);
      ExaminerDesk.press(page, "n");
      ExaminerDesk.mark(page, 320, 330, 330, 338);
      ExaminerDesk.press(page, "c");
      ExaminerDesk.clickPrint(page, "left", 200, 200);
      ExaminerDesk.clickPrint(page, "left", 250, 350);
      ExaminerDesk.press(page, "f");
      page.waitForTimeout(500);
      picture(page, scheme, "bench");
      assertThat(page.evaluate(SMALL_TARGETS)).isEqualTo("");
      assertThat(
              (Boolean)
                  page.evaluate(
                      "document.documentElement.scrollHeight <= innerHeight"
                          + " && document.documentElement.scrollWidth <= innerWidth"))
          .isTrue();
      assertThat(Axe.violations(page)).isEmpty();
      ExaminerDesk.press(page, "o");
      page.waitForTimeout(200);
      picture(page, scheme, "overlay");
      assertThat(percent(page)).isBetween(60, 120);
      assertThat(page.evaluate(COLOURS)).isEqualTo("true true true");
      assertThat(Axe.violations(page)).isEmpty();
      ExaminerDesk.press(page, "o", "?");
      picture(page, scheme, "help");
      assertThat(Axe.violations(page)).isEmpty();
      ExaminerDesk.press(page, "Escape", "9");
      page.getByLabel("Identification").check();
      page.getByLabel("Reason for fewer than 8").fill("Three rare features");
      picture(page, scheme, "missing");
      page.getByText("Give verdict…").click();
      picture(page, scheme, "confirm");
      assertThat(Axe.violations(page)).isEmpty();
    }
    assertThat(desk.complaints).isEmpty();
  }

  /// Of the plate, the share of its height or width, whichever is more, that has ink in it.
  private static final String FILLED =
      """
      side => {
        const canvas = document.querySelector(`[data-side=${side}] canvas`);
        const { width, height } = canvas;
        const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
        let [left, right, top, bottom] = [width, 0, height, 0];
        for (let y = 0; y < height - 40; y++) {
          for (let x = 0; x < width; x++) {
            if (data[4 * (y * width + x)] < 100 && data[4 * (y * width + x) + 3] === 255) {
              [left, right] = [Math.min(left, x), Math.max(right, x)];
              [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
            }
          }
        }
        return Math.max((right - left) / width, (bottom - top) / height);
      }\
      """;

  @Test
  void aPrintOnALargePlateFillsItsPlaceAndResetGoesBackThere() {
    Page page = desk.opened();
    ExaminerDesk.press(page, String.valueOf(ComparisonServer.PLATED));
    assertThat(page.locator("[data-side=left] .plate-note")).isHidden();
    page.waitForTimeout(500);
    ExaminerDesk.picture(page, "workbench-plated");
    double[] left = ExaminerDesk.view(page, "left");
    double[] right = ExaminerDesk.view(page, "right");
    assertThat(left[0]).as("both prints at one size").isEqualTo(right[0]);
    double most =
        Math.max(
            ((Number) page.evaluate(FILLED, "left")).doubleValue(),
            ((Number) page.evaluate(FILLED, "right")).doubleValue());
    assertThat(most).isBetween(0.88, 1.0);
    ExaminerDesk.press(page, "+", "ArrowRight", ".", "l", "r");
    assertThat(ExaminerDesk.view(page, "left")).isEqualTo(left);
    assertThat(ExaminerDesk.view(page, "right")).isEqualTo(right);
    assertThat(ExaminerDesk.action(page, "step")).hasAttribute("aria-pressed", "true");
  }

  private static final String INK =
      """
      async () => {
        const { inkBox } = await import('/assets/workbench/print.js');
        const width = 400, height = 300;
        const make = (of) => ({ width, height,
          pixels: Uint8Array.from({ length: width * height },
            (_, i) => of(i % width, Math.floor(i / width))) });
        const box = (of) => Object.values(inkBox(make(of))).join(' ');
        const inside = (x, y) => x >= 100 && x < 250 && y >= 60 && y < 260;
        return [box((x, y) => inside(x, y) ? 40 : 255), box((x, y) => inside(x, y) ? 255 : 40),
          box((x, y) => inside(x, y) ? 40 : 225 + (x * 7 + y * 13) % 31),
          box((x, y) => inside(x, y) || (x === 20 && y < 8) ? 40 : 255),
          box(() => 255), box((x, y) => x >= 200 && x < 220 && y >= 140 && y < 160 ? 0 : 255)]
          .join(' | ');
      }\
      """;

  @Test
  void findsTheInkOfAPlate() {
    Page page = desk.opened();
    // Dark on light; light on dark; on noisy paper; with a speck; no ink; a dab no larger than
    // that.
    assertThat(page.evaluate(INK))
        .isEqualTo(
            "86 46 178 228 | 86 46 178 228 | 86 46 178 228 | 86 46 178 228"
                + " | 0 0 400 300 | 150 90 120 120");
  }

  private static int percent(Page page) {
    return Integer.parseInt(page.locator("#percent").textContent().replaceAll("[^0-9]", ""));
  }

  private static void picture(Page page, ColorScheme scheme, String what) {
    ExaminerDesk.picture(page, "workbench-" + what + "-" + scheme.name().toLowerCase());
  }

  @Test
  void fitsASmallAndALargeWindow() {
    for (int[] size : new int[][] {{1024, 768}, {1920, 1080}}) {
      Page page = desk.window(size[0], size[1], ColorScheme.LIGHT);
      page.navigate(desk.server.url() + "/examine/t1");
      ExaminerDesk.isReady(page);
      ExaminerDesk.press(page, "2");
      ExaminerDesk.isReady(page);
      ExaminerDesk.press(page, "m");
      ExaminerDesk.mark(page, 200, 200, 215, 205);
      page.getByLabel("Inconclusive").check();
      page.waitForTimeout(300);
      ExaminerDesk.picture(page, "workbench-" + size[0]);
      assertThat(
              (Boolean)
                  page.evaluate(
                      "document.documentElement.scrollHeight <= innerHeight"
                          + " && document.documentElement.scrollWidth <= innerWidth"))
          .as("width " + size[0])
          .isTrue();
      assertThat(page.evaluate(SMALL_TARGETS)).isEqualTo("");
    }
  }

  @Test
  void blinksByHandWhereMotionIsReduced() {
    Page page = desk.window(1280, 720, ColorScheme.LIGHT);
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    page.navigate(desk.server.url() + "/examine/t1");
    ExaminerDesk.isReady(page);
    ExaminerDesk.press(page, "2");
    ExaminerDesk.isReady(page);
    ExaminerDesk.press(page, "o", "k");
    page.waitForTimeout(300);
    Object first = pixels(page);
    page.waitForTimeout(1_600);
    assertThat(pixels(page)).isEqualTo(first);
    ExaminerDesk.press(page, "k");
    page.waitForTimeout(300);
    assertThat(pixels(page)).isNotEqualTo(first);
  }

  private static Object pixels(Page page) {
    return page.evaluate("document.querySelector('.overlay-side canvas').toDataURL()");
  }

  @Test
  void aNarrowWindowIsToLookAt() throws IOException {
    Page page = desk.window(360, 740, ColorScheme.LIGHT);
    page.navigate(desk.server.url() + "/examine/t1");
    ExaminerDesk.isReady(page);
    assertThat(page.locator(".narrow-only")).isVisible();
    assertThat(percent(page)).isBetween(30, 110);
    assertThat(Axe.violations(page)).isEmpty();
    assertThat(page.locator("#verdict")).isHidden();
    assertThat(ExaminerDesk.action(page, "mark")).isHidden();
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isTrue();
    ExaminerDesk.picture(page, "workbench-360");
  }
}
