package org.ridgeline.console.workbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The examiner's workbench in a real browser: the real page and scripts, fictional prints.
class WorkbenchIT extends OnWorkbench {
  private static final String VERDICT = "/examine/t1/verdict";

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  @Test
  void sizesAndMovesInStepUntilUnlocked() {
    Page page = desk.opened();
    Locator left = page.locator("[data-side=left] canvas");
    Locator right = page.locator("[data-side=right] canvas");
    ExaminerDesk.press(page, "z");
    assertThat(left).hasAttribute("aria-label", Pattern.compile(".*100 %.*"));
    ExaminerDesk.press(page, "+");
    assertThat(left).hasAttribute("aria-label", Pattern.compile(".*125 %.*"));
    assertThat(right).hasAttribute("aria-label", Pattern.compile(".*125 %.*"));
    BoundingBox box = ExaminerDesk.plate(page, "right").boundingBox();
    page.mouse().move(box.x + 100, box.y + 100);
    page.mouse().wheel(0, -500);
    assertThat(left).hasAttribute("aria-label", Pattern.compile(".*340 %.*"));
    ExaminerDesk.press(page, "l", "f");
    ExaminerDesk.action(page, "step").focus();
    assertThat(ExaminerDesk.action(page, "step")).hasAttribute("aria-pressed", "false");
    ExaminerDesk.plate(page, "right").focus();
    ExaminerDesk.press(page, "z", "+", ".", ".");
    assertThat(right).hasAttribute("aria-label", Pattern.compile(".*125 %, turned 10°"));
    assertThat(left).hasAttribute("aria-label", Pattern.compile(".*100 %, turned 0°"));
    ExaminerDesk.press(page, "d", "Shift+I");
    assertThat(right).hasAttribute("aria-label", Pattern.compile(".*minutiae shown.*"));
    assertThat(left).not().hasAttribute("aria-label", Pattern.compile(".*minutiae shown.*"));
    assertThat(page.locator("[data-action=invert][aria-pressed=true]")).hasCount(2);
    assertThat(desk.complaints).isEmpty();
  }

  @Test
  void aComparisonIsSentExactlyAsItWasMade() {
    Page page = desk.opened();
    ExaminerDesk.press(page, "z", "m");
    ExaminerDesk.mark(page, 200, 200, 220, 200);
    ExaminerDesk.mark(page, 300, 200, 320, 200);
    ExaminerDesk.mark(page, 250, 350, 270, 350);
    ExaminerDesk.press(page, "b");
    assertThat(page.locator("#marks-list li")).hasCount(3);
    page.mouse().move(0, 0);
    ExaminerDesk.press(page, "o");
    assertThat(page.locator("#residual"))
        .hasText(Pattern.compile("3 pairs, turned −?0.0°. Residual 0.0 px = 0.00 mm.*"));
    ExaminerDesk.press(page, "o", "0");
    assertThat(page.locator("#finger-name")).hasText("10 Left little");
    ExaminerDesk.press(page, "z", "m");
    ExaminerDesk.mark(page, 107, 200, 107, 200);
    ExaminerDesk.mark(page, 207, 200, 207, 200);
    ExaminerDesk.press(page, "c");
    ExaminerDesk.clickPrint(page, "left", 107, 200);
    ExaminerDesk.clickPrint(page, "left", 207, 200);
    assertThat(page.getByLabel("Ridges, Left, 1 to 2")).hasValue("10");
    assertThat(page.locator("#said")).hasText("10 ridges between the points. ");
    ExaminerDesk.clickPrint(page, "right", 107, 200);
    ExaminerDesk.clickPrint(page, "right", 207, 200);
    page.getByLabel("Ridges, Right, 1 to 2").fill("9");
    page.getByLabel("Ridges, Right, 1 to 2").press("Tab");
    assertThat(page.locator("#counts-list")).containsText("software: 10");
    ExaminerDesk.press(page, "v", "Space");
    page.getByRole(AriaRole.BUTTON, named("Give verdict…")).click();
    assertThat(page.locator("#verdict-error")).containsText("at least 15 characters");
    page.getByLabel("Reason for fewer than 8").fill("Clear prints,\nrare features");
    page.getByRole(AriaRole.BUTTON, named("Give verdict…")).click();
    assertThat(page.locator("#confirm-facts")).containsText("3 of them in 1 Right thumb");
    page.locator("#confirm-send").click();
    assertThat(page).hasTitle("Queue");
    assertThat(desk.server.received).hasSize(1);
    assertThat(desk.server.received.getFirst().replaceFirst("\"seconds\":\\d+", "\"seconds\":S"))
        .isEqualTo(
            VERDICT
                + " token-1 {\"conclusion\":\"IDENTIFICATION\",\"note\":\"Clear prints,"
                + "\\nrare features\",\"seconds\":S,\"marks\":["
                + sent(1, 200, 200, 220, "ENDING")
                + sent(1, 300, 200, 320, "ENDING")
                + sent(1, 250, 350, 270, "BIFURCATION")
                + sent(10, 107, 200, 107, "BIFURCATION")
                + sent(10, 207, 200, 207, "BIFURCATION").replace("},", "}")
                + "],\"ridgeCounts\":["
                + "{\"finger\":10,\"side\":\"left\",\"from\":1,\"to\":2,\"count\":10},"
                + "{\"finger\":10,\"side\":\"right\",\"from\":1,\"to\":2,\"count\":9}]}");
    assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
    assertThat(desk.dialogs).isEmpty();
    assertThat(desk.complaints).isEmpty();
  }

  private static String sent(int finger, int leftX, int y, int rightX, String kind) {
    return """
    {"finger":%d,"leftX":%d,"leftY":%d,"rightX":%d,"rightY":%d,"kind":"%s","differs":false},\
    """
        .formatted(finger, leftX, y, rightX, y, kind);
  }

  @Test
  void draggingMovesBothPrintsByTheSame() {
    Page page = desk.opened();
    ExaminerDesk.press(page, "z");
    BoundingBox box = ExaminerDesk.plate(page, "right").boundingBox();
    double[] left = ExaminerDesk.view(page, "left");
    double[] right = ExaminerDesk.view(page, "right");
    page.mouse().move(box.x + 100, box.y + 100);
    page.mouse().down();
    page.mouse().move(box.x + 140, box.y + 120);
    page.mouse().up();
    // 40 right by hand and 40 back by the arrow, 20 down: what was above is in the middle now.
    ExaminerDesk.press(page, "ArrowRight", "m");
    assertThat(ExaminerDesk.view(page, "left")).containsExactly(1, left[1], left[2] - 20, 0);
    assertThat(ExaminerDesk.view(page, "right")).containsExactly(1, right[1], right[2] - 20, 0);
    ExaminerDesk.mark(page, 200, 200, 220, 205);
    assertThat(kept(page)).contains("\"left\":{\"x\":200,\"y\":200}");
    assertThat(kept(page)).contains("\"right\":{\"x\":220,\"y\":205}");
    page.mouse().move(0, 0);
    assertThat(page.locator("#marks-list li.chosen")).hasCount(0);
    ExaminerDesk.clickPrint(page, "left", 203, 198);
    assertThat(page.locator("#marks-list li.chosen")).hasCount(1);
    page.mouse().move(box.x + 5, box.y + 5);
    assertThat(page.locator("#marks-list li.chosen")).hasCount(0);
  }

  private static String kept(Page page) {
    return (String) page.evaluate("sessionStorage.getItem('workbench t1')");
  }

  @Test
  void twoFingersPinch() {
    Page page = desk.opened();
    ExaminerDesk.press(page, "z");
    BoundingBox box = ExaminerDesk.plate(page, "left").locator("canvas").boundingBox();
    CDPSession touch = page.context().newCDPSession(page);
    double y = box.y + 200;
    touch(touch, "touchStart", box.x + 200, box.x + 300, y);
    touch(touch, "touchMove", box.x + 150, box.x + 350, y);
    touch.send("Input.dispatchTouchEvent", parsed("{\"type\":\"touchEnd\",\"touchPoints\":[]}"));
    assertThat(page.locator("#percent")).hasText("200 %");
    assertThat(page.locator("[data-side=right] canvas"))
        .hasAttribute("aria-label", Pattern.compile(".*200 %.*"));
  }

  private static void touch(CDPSession touch, String type, double x0, double x1, double y) {
    String points =
        """
        {"type":"%s","touchPoints":[{"x":%s,"y":%s,"id":0},{"x":%s,"y":%s,"id":1}]}\
        """;
    touch.send("Input.dispatchTouchEvent", parsed(points.formatted(type, x0, y, x1, y)));
  }

  private static JsonObject parsed(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }

  @Test
  void timeCountsOnlyWhileThePageIsSeen() {
    Page page = desk.window(1280, 720, ColorScheme.LIGHT);
    page.clock().install();
    page.navigate(desk.server.url() + "/examine/t1");
    ExaminerDesk.isReady(page);
    page.clock().runFor(10_000);
    assertThat(page.locator("#clock")).hasText(Pattern.compile("0:1\\d of 60 min"));
    int before = seconds(page);
    see(page, false);
    page.clock().runFor(120_000);
    see(page, true);
    page.clock().runFor(2_000);
    assertThat(seconds(page)).isBetween(before + 1, before + 20);
  }

  private static void see(Page page, boolean isSeen) {
    page.evaluate(
        "seen => { Object.defineProperty(document, 'hidden', { value: !seen, configurable: true });"
            + " document.dispatchEvent(new Event('visibilitychange')); }",
        isSeen);
  }

  private static int seconds(Page page) {
    String[] parts = page.locator("#clock").textContent().split("[: ]");
    return 60 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]);
  }

  @Test
  void marksByKeyboardAloneAndUndoes() {
    Page page = desk.opened();
    ExaminerDesk.press(page, "z", "m", "s");
    assertThat(ExaminerDesk.plate(page, "right")).isFocused();
    ExaminerDesk.press(page, "ArrowRight", "ArrowDown", "Enter");
    assertThat(ExaminerDesk.plate(page, "left")).isFocused();
    ExaminerDesk.press(page, "ArrowLeft", "Enter");
    assertThat(page.locator("#marks-list li")).hasCount(1);
    ExaminerDesk.press(page, "x");
    assertThat(page.getByLabel("Kind of mark 1")).hasValue("OTHER");
    ExaminerDesk.press(page, "u", "u");
    assertThat(page.locator("#marks-list li")).hasCount(0);
    ExaminerDesk.press(page, "y", "y");
    assertThat(page.getByLabel("Kind of mark 1")).hasValue("OTHER");
    page.getByLabel("Delete mark 1").press("Enter");
    assertThat(page.locator("#marks-list li")).hasCount(0);
    ExaminerDesk.press(page, "]", "]");
    assertThat(page.locator("#finger-name")).hasText("3 Right middle");
    ExaminerDesk.press(page, "?");
    assertThat(page.locator("#help")).isVisible();
    page.getByLabel("Single keys act").uncheck();
    ExaminerDesk.press(page, "Escape", "1");
    assertThat(page.locator("#finger-name")).hasText("3 Right middle");
  }

  @Test
  void workSurvivesAReload() {
    Page page = desk.opened();
    ExaminerDesk.press(page, "z", "m");
    ExaminerDesk.mark(page, 200, 200, 220, 200);
    page.getByLabel("Inconclusive").check();
    page.locator("#note").fill("kept");
    page.reload();
    ExaminerDesk.isReady(page);
    assertThat(desk.dialogs).containsExactly("beforeunload");
    assertThat(page.locator("#said")).hasText("Your unsent work on this comparison is back.");
    assertThat(page.locator("#marks-list li")).hasCount(1);
    assertThat(page.getByLabel("Inconclusive")).isChecked();
    assertThat(page.locator("#note")).hasValue("kept");
  }

  @Test
  void saysWhatWentWrongAndKeepsTheWork() {
    Page page = desk.opened();
    page.getByLabel("Exclusion").check();
    page.locator("#note").fill("whorl against loop");
    page.getByRole(AriaRole.BUTTON, named("Give verdict…")).click();
    desk.server.instead.put(
        VERDICT,
        new ComparisonServer.Answer(409, "{\"title\":\"Gone\",\"detail\":\"It timed out.\"}"));
    page.locator("#confirm-send").click();
    assertThat(page.locator("#confirm-error")).hasText("Not sent. Gone. It timed out. ");
    desk.server.instead.put(VERDICT, new ComparisonServer.Answer(401, ""));
    page.locator("#confirm-send").click();
    assertThat(page.locator("#confirm-error")).containsText("Your session has ended");
    assertThat(page.locator("#confirm-error a")).hasAttribute("href", "/login?ended");
    page.route("**/verdict", route -> route.abort());
    page.locator("#confirm-send").click();
    assertThat(page.locator("#confirm-error")).containsText("No connection");
    page.unroute("**/verdict");
    desk.server.instead.clear();
    page.locator("#confirm-send").click();
    assertThat(page).hasTitle("Queue");
  }

  @Test
  void saysWhatCouldNotBeFetched() {
    desk.server.instead.put("/examine/t1/1/left.png", new ComparisonServer.Answer(404, ""));
    Page page = desk.opened();
    Locator note = page.locator("[data-side=left] .plate-note");
    assertThat(note).containsText("could not be fetched");
    ExaminerDesk.press(page, "9");
    assertThat(page.locator("[data-side=right] .plate-note"))
        .containsText("No right print of this finger.");
    ExaminerDesk.press(page, "1");
    // Coming back to the finger fetches again; that must have failed before the print is there.
    assertThat(note).containsText("could not be fetched");
    desk.server.instead.clear();
    note.getByRole(AriaRole.BUTTON).click();
    assertThat(note).isHidden();
    desk.server.instead.put("/examine/t1/work.json", new ComparisonServer.Answer(401, ""));
    page.reload();
    assertThat(page.locator("#trouble")).containsText("Your session has ended");
    assertThat(page.locator("#trouble-login")).isVisible();
    desk.server.instead.put(
        "/examine/t1/work.json",
        new ComparisonServer.Answer(422, "{\"title\":\"Not yours\",\"detail\":\"Go back.\"}"));
    page.reload();
    assertThat(page.locator("#trouble")).containsText("Not yours");
    desk.server.instead.clear();
    page.locator("#trouble-retry").click();
    ExaminerDesk.isReady(page);
  }

  @Test
  void pageSaysNothingThatIdentifies() {
    Page page = desk.opened();
    BoundingBox box = ExaminerDesk.plate(page, "left").locator("canvas").boundingBox();
    page.mouse().move(box.x + 100, box.y + 100);
    page.mouse().down(new Mouse.DownOptions());
    page.mouse().move(box.x + 160, box.y + 130);
    page.mouse().up();
    String text = page.locator("main").innerText().toLowerCase();
    assertThat(text).doesNotContain("score").doesNotContain("rank").doesNotContain("name");
    assertThat(desk.complaints).isEmpty();
  }
}
