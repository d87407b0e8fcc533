package org.ridgeline.app.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/// Whether a page keeps to its window: nothing lies beyond its right edge, no words are cut, no
/// number is broken in two.
final class Layout {
  /// Widths looked at: a desk, a small screen, a phone.
  static final int[] WIDTHS = {1440, 1024, 390};

  private static final String FAULTS =
      """
      () => {
        const faults = [];
        const named = (e) => e.outerHTML.slice(0, 90).replace(/\\s+/g, ' ');
        const wide = document.documentElement.scrollWidth;
        if (wide > innerWidth) {
          const out = [...document.querySelectorAll('body *')]
            .filter((e) => e.getBoundingClientRect().right > innerWidth && !e.closest('.scroll'));
          faults.push(`scrolls sideways, ${wide} px: ${out.slice(-3).map(named).join(' | ')}`);
        }
        for (const e of document.querySelectorAll('body *')) {
          const style = getComputedStyle(e);
          const cuts = style.overflowX !== 'visible' && style.display !== 'inline';
          const box = e.getBoundingClientRect();
          if (cuts && box.width > 1 && e.scrollWidth > e.clientWidth + 1
              && !e.matches('pre, textarea, input, select, thead, .hidden, .skip')) {
            faults.push(`cut, ${e.scrollWidth} of ${e.clientWidth} px: ${named(e)}`);
          }
        }
        const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (words.nextNode()) {
          const node = words.currentNode;
          for (const found of node.data.matchAll(/\\b(R\\d{19}|C\\d{4}-\\d{6}|CA\\d{7})\\b/g)) {
            const range = document.createRange();
            range.setStart(node, found.index);
            range.setEnd(node, found.index + found[0].length);
            const lines = new Set([...range.getClientRects()].map((r) => Math.round(r.top)));
            if (lines.size > 1 && node.parentElement.checkVisibility()) {
              faults.push(`breaks ${found[0]}: ${named(node.parentElement)}`);
            }
          }
        }
        return faults;
      }\
      """;

  private Layout() {}

  /// What is amiss at each width, as lines.
  static List<String> faults(Page page) {
    int[] before = {page.viewportSize().width, page.viewportSize().height};
    var all = new java.util.ArrayList<String>();
    for (int width : WIDTHS) {
      page.setViewportSize(width, before[1]);
      for (Object fault : (List<?>) page.evaluate(FAULTS)) {
        all.add("at " + width + " px " + fault);
      }
    }
    page.setViewportSize(before[0], before[1]);
    return List.copyOf(all);
  }
}
