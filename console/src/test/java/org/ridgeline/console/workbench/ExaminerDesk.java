package org.ridgeline.console.workbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A browser before a workbench with fictional prints in it, and an examiner's hands.
public final class ExaminerDesk implements AutoCloseable {
  private static final Path PICTURES = Path.of("target");

  /// What the browser complained of, and requests that went elsewhere.
  final List<String> complaints = new ArrayList<>();

  /// Kinds of the dialogs the browser itself opened; all are accepted.
  final List<String> dialogs = new ArrayList<>();

  final ComparisonServer server;
  private final Playwright playwright;
  private final Browser browser;

  ExaminerDesk(Path chromium) throws IOException {
    server = new ComparisonServer();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")));
  }

  void forget() {
    server.instead.clear();
    server.received.clear();
    complaints.clear();
    dialogs.clear();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    server.close();
  }

  Page window(int width, int height, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setHasTouch(true));
    context.setDefaultTimeout(10_000);
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onRequest(request -> {
      if (!request.url().startsWith(server.url())) {
        complaints.add("request to " + request.url());
      }
    });
    page.onDialog(dialog -> {
      dialogs.add(dialog.type());
      dialog.accept();
    });
    return page;
  }

  Page opened() {
    Page page = window(1280, 720, ColorScheme.LIGHT);
    page.navigate(server.url() + "/examine/t1");
    isReady(page);
    return page;
  }

  public static void isReady(Page page) {
    for (String side : new String[] {"left", "right"}) {
      assertThat(plate(page, side)).hasAttribute("data-state", Pattern.compile("ready|failed"));
    }
  }

  public static Locator plate(Page page, String side) {
    return page.locator("[data-side=" + side + "] .plate");
  }

  public static void click(Page page, String side, double x, double y) {
    BoundingBox box = plate(page, side).locator("canvas").boundingBox();
    page.mouse().click(box.x + x, box.y + y);
  }

  public static void press(Page page, String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  /// Clicks where a plate shows a place of its print.
  public static void clickPrint(Page page, String side, int x, int y) {
    BoundingBox box = plate(page, side).locator("canvas").boundingBox();
    double[] view = view(page, side);
    click(
        page,
        side,
        box.width / 2 + view[0] * (x - view[1]),
        box.height / 2 + view[0] * (y - view[2]));
  }

  /// How a print lies: its size, the place of it that is in the middle (x, y), its turn.
  public static double[] view(Page page, String side) {
    String view = plate(page, side).locator("canvas").getAttribute("data-view");
    return Stream.of(view.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  public static void mark(Page page, int leftX, int leftY, int rightX, int rightY) {
    clickPrint(page, "left", leftX, leftY);
    clickPrint(page, "right", rightX, rightY);
  }

  public static Locator action(Page page, String name) {
    return page.locator("[data-action='" + name + "']").first();
  }

  public static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }
}
