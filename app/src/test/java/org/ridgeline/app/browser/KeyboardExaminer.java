package org.ridgeline.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ridgeline.console.workbench.ExaminerDesk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An examiner at the real workbench who has a keyboard and nothing else, with all that the browser
/// got of comparisons.
final class KeyboardExaminer {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern TASK = Pattern.compile(".*/examine/[0-9a-f-]{36}");

  /// Marks of one finger lie at least so far apart.
  private static final int APART_PX = 45;

  /// A minutia of the other print this near to where a mate would be is taken for the same.
  private static final int SAME_PX = 30;

  private static final int STEP_PX = 4;

  /// A request and what came back.
  record Got(String method, String path, int status, Map<String, String> headers, byte[] body) {
    String text() {
      return new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }
  }

  /// A place in a print.
  record Spot(double x, double y, String kind) {
    double to(Spot other) {
      return Math.hypot(x - other.x, y - other.y);
    }
  }

  final Page page;
  final List<Got> got = new ArrayList<>();
  final List<String> sent = new ArrayList<>();
  private final Map<String, Spot> cursor = new HashMap<>();

  KeyboardExaminer(Page page) {
    this.page = page;
    page.route(url -> URI.create(url).getPath().startsWith("/examine"), this::pass);
  }

  private void pass(Route route) {
    String method = route.request().method();
    String path = URI.create(route.request().url()).getPath();
    if (method.equals("POST") && !path.endsWith("/verdict")) {
      route.resume();
      return;
    }
    APIResponse answer = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
    got.add(new Got(method, path, answer.status(), answer.headers(), answer.body()));
    if (method.equals("POST")) {
      sent.add(route.request().postData());
    }
    route.fulfill(new Route.FulfillOptions().setResponse(answer));
  }

  void press(String... keys) {
    ExaminerDesk.press(page, keys);
  }

  /// Takes the next comparison from a page whose button has the focus; gives what came with it.
  JsonNode take() {
    int before = got.size();
    assertThat(page.locator("main form button").first()).isFocused();
    press("Enter");
    assertThat(page).hasURL(TASK);
    ExaminerDesk.isReady(page);
    JsonNode work =
        got.subList(before, got.size()).stream()
            .filter(one -> one.path().endsWith("/work.json"))
            .map(one -> JSON.readTree(one.body()))
            .findFirst()
            .orElseThrow();
    int prints = 2 * work.path("fingers").size();
    page.waitForCondition(
        () -> got.stream().skip(before).filter(o -> o.path().endsWith(".png")).count() == prints);
    cursor.clear();
    return work;
  }

  /// What the page shows of a finger first.
  static JsonNode first(JsonNode work) {
    return work.path("fingers").get(0);
  }

  /// Marks features that both prints of a finger seem to have, by cross-hair; gives how many.
  int mark(JsonNode finger, int count) {
    List<Spot> lefts = spots(finger, "left");
    List<Spot> rights = spots(finger, "right");
    double[] left = ExaminerDesk.view(page, "left");
    double[] right = ExaminerDesk.view(page, "right");
    List<Spot> chosen = new ArrayList<>();
    press("m");
    for (Spot spot : nearest(lefts, new Spot(left[1], left[2], ""))) {
      Spot there = new Spot(spot.x() - left[1] + right[1], spot.y() - left[2] + right[2], "");
      Spot mate = nearest(rights, there).getFirst();
      boolean isFree = chosen.stream().allMatch(other -> other.to(spot) > APART_PX);
      if (chosen.size() < count && isFree && mate.to(there) < SAME_PX) {
        pair(spot, mate);
        press(spot.kind().equals("bifurcation") ? "b" : "e");
        chosen.add(spot);
      }
    }
    return chosen.size();
  }

  /// Marks the left print's feature nearest to its middle as one that the right print has not.
  void differ(JsonNode finger) {
    double[] left = ExaminerDesk.view(page, "left");
    double[] right = ExaminerDesk.view(page, "right");
    Spot spot = nearest(spots(finger, "left"), new Spot(left[1] + 60, left[2] + 60, "")).getFirst();
    press("n");
    pair(spot, new Spot(spot.x() - left[1] + right[1], spot.y() - left[2] + right[2], ""));
  }

  private void pair(Spot left, Spot right) {
    if (page.locator(".side.active").getAttribute("data-side").equals("right")) {
      press("s");
    }
    move("left", left);
    press("Enter");
    move("right", right);
    press("Enter");
  }

  /// Moves the cross-hair by steps, then by pixels.
  private void move(String side, Spot to) {
    double[] view = ExaminerDesk.view(page, side);
    Spot from = cursor.getOrDefault(side, new Spot(view[1], view[2], ""));
    int right = (int) Math.round((to.x() - from.x()) * view[0]);
    int down = (int) Math.round((to.y() - from.y()) * view[0]);
    step(right, "ArrowRight", "ArrowLeft");
    step(down, "ArrowDown", "ArrowUp");
    cursor.put(side, new Spot(from.x() + right / view[0], from.y() + down / view[0], ""));
  }

  private void step(int by, String on, String back) {
    String key = by < 0 ? back : on;
    for (int i = 0; i < Math.abs(by) / STEP_PX; i++) {
      press(key);
    }
    for (int i = 0; i < Math.abs(by) % STEP_PX; i++) {
      press("Control+" + key);
    }
  }

  /// Chooses a conclusion, the first, second or third, writes a reason, and looks at what is asked.
  void conclude(int which, String reason) {
    press("v");
    if (which == 0) {
      press("Space");
    }
    for (int i = 0; i < which; i++) {
      press("ArrowDown");
    }
    press("Tab");
    page.keyboard().type(reason);
    press("Tab", "Enter");
    assertThat(page.locator("#confirm")).isVisible();
  }

  void send() {
    press("Enter");
    assertThat(page).not().hasURL(TASK);
  }

  void picture(String name) throws Exception {
    Path shots = Path.of("target", "screenshots");
    Files.createDirectories(shots);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(shots.resolve("examine-" + name + ".png")));
  }

  private static List<Spot> spots(JsonNode finger, String side) {
    List<Spot> spots = new ArrayList<>();
    finger
        .path(side)
        .path("minutiae")
        .forEach(m ->
            spots.add(
                new Spot(
                    m.path("x").asDouble(), m.path("y").asDouble(), m.path("kind").asString())));
    return spots;
  }

  private static List<Spot> nearest(List<Spot> spots, Spot to) {
    return spots.stream().sorted(Comparator.comparingDouble(to::to)).toList();
  }
}
