package org.ridgeline.app.console;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The accessibility engine axe-core, run in a page by the browser's own debugger: the page's
/// content policy stays as it is.
final class Axe {
  private static final String SCRIPT = script();

  private Axe() {}

  private static String script() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What the page breaks of WCAG 2.2 A and AA, as lines "rule: where".
  @SuppressWarnings("unchecked")
  static List<String> violations(Page page) {
    page.evaluate(SCRIPT + "; true");
    Object found =
        page.evaluate(
            """
            async () => {
              const result = await axe.run(document, {
                runOnly: {
                  type: 'tag',
                  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
                },
              });
              return result.violations.flatMap(v => v.nodes.map(n => ({
                id: v.id + ' (' + v.impact + '): ' + v.help,
                where: n.target.join(' ') + ' ' + n.html.slice(0, 160),
              }))).concat(result.passes.length > 5 ? [] : [{id: 'nothing ran', where: ''}]);
            }
            """);
    return ((List<Map<String, String>>) found)
        .stream().map(line -> line.get("id") + ": " + line.get("where")).toList();
  }
}
