package org.ridgeline.oversight.inventory;

import java.time.temporal.ChronoUnit;
import java.util.List;

/// An inventory as a page. Nothing on it is loaded from elsewhere, and nothing runs.
final class InventoryPage {
  private static final String STYLE =
      "body{font:16px/1.5 system-ui,sans-serif;max-width:80rem;margin:0 auto;padding:1rem;"
          + "color:#1b1f24;background:#fff}table{border-collapse:collapse;margin:.5rem 0 1.5rem}"
          + "caption{text-align:left}th,td{padding:.25rem .75rem;text-align:left;"
          + "vertical-align:top;overflow-wrap:anywhere;border-bottom:1px solid #8885}"
          + "th{overflow-wrap:normal}.w{overflow-x:auto}a{color:#1f5fa8}.d{color:#555}"
          + "@media(prefers-color-scheme:dark){body{color:#e6e8eb;background:#14171a}"
          + "a{color:#8dbdf5}.d{color:#aab2bb}}";

  private final StringBuilder html = new StringBuilder(64_000);

  private InventoryPage() {}

  static String of(Inventory inventory) {
    InventoryPage page = new InventoryPage();
    page.top(inventory);
    for (Part part : Part.values()) {
      page.part(part, inventory.rows(part));
    }
    page.html.append("</main></body></html>\n");
    return page.html.toString();
  }

  private void top(Inventory inventory) {
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"/>")
        .append("<title>Inventory – Ridgeline</title><style>")
        .append(STYLE)
        .append("</style></head><body><main>\n<h1>Inventory</h1>\n<p>Ridgeline ")
        .append(escaped(inventory.program()))
        .append(", asked of the running system ")
        .append(inventory.madeAt().truncatedTo(ChronoUnit.SECONDS))
        .append(" (UTC). The same as <a href=\"")
        .append(InventoryFiles.JSON)
        .append("\">JSON</a> and <a href=\"")
        .append(InventoryFiles.PDF)
        .append("\">PDF</a>.</p>\n<ul>");
    for (Part part : Part.values()) {
      html.append("<li><a href=\"#")
          .append(part.key())
          .append("\">")
          .append(escaped(part.title()))
          .append("</a>, ")
          .append(inventory.sizes().getOrDefault(part, 0))
          .append("</li>");
    }
    html.append("</ul>\n");
  }

  private void part(Part part, List<Entry> rows) {
    html.append("<h2 id=\"")
        .append(part.key())
        .append("\">")
        .append(escaped(part.title()))
        .append("</h2>\n<div class=\"w\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .append(escaped(part.title()))
        .append("\"><table><caption class=\"d\">")
        .append(escaped(part.words()))
        .append("</caption><thead><tr>");
    part.heads().forEach(head -> cell("<th scope=\"col\">", head, "</th>"));
    html.append("</tr></thead><tbody>\n");
    for (Entry entry : rows) {
      html.append("<tr>");
      cell("<th scope=\"row\">", entry.cells().getFirst(), "</th>");
      entry.cells().stream().skip(1).forEach(text -> cell("<td>", text, "</td>"));
      html.append("</tr>\n");
    }
    html.append("</tbody></table></div>\n");
    if (rows.isEmpty()) {
      html.append("<p>None.</p>\n");
    }
  }

  private void cell(String open, String text, String close) {
    html.append(open).append(escaped(text)).append(close);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
