package org.ridgeline.console.page;

import java.util.ArrayList;
import java.util.List;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.ITemplateStart;
import org.thymeleaf.model.IText;
import org.unbescape.html.HtmlEscape;

/// Writes the words of a table's head at each of its cells (`data-label`), so that a style sheet
/// can show a line as a card where the window is narrow, and the roles that a table then keeps for
/// screen readers. One rule for every table: templates say nothing of it.
public final class TableWords extends AbstractTemplateHandler {
  private final List<String> heads = new ArrayList<>();
  private final StringBuilder head = new StringBuilder();
  private boolean isHead;
  private boolean isInTable;
  private boolean isHeading;
  private int column;

  /// Used by Thymeleaf, once a page.
  public TableWords() {}

  @Override
  public void handleTemplateStart(ITemplateStart start) {
    heads.clear();
    isInTable = false;
    super.handleTemplateStart(start);
  }

  @Override
  public void handleOpenElement(IOpenElementTag tag) {
    super.handleOpenElement(
        switch (tag.getElementCompleteName()) {
          case "table" -> {
            heads.clear();
            isInTable = true;
            yield given(tag, "role", "table");
          }
          case "thead" -> {
            isHead = true;
            yield given(tag, "role", "rowgroup");
          }
          case "tbody" -> given(tag, "role", "rowgroup");
          case "tr" -> {
            column = 0;
            yield given(tag, "role", "row");
          }
          case "th", "td" -> isInTable ? cell(tag) : tag;
          default -> tag;
        });
  }

  private IOpenElementTag cell(IOpenElementTag tag) {
    boolean isTh = tag.getElementCompleteName().equals("th");
    if (isHead) {
      head.setLength(0);
      isHeading = true;
      return given(tag, "role", isTh ? "columnheader" : "cell");
    }
    IOpenElementTag named = given(tag, "role", isTh ? "rowheader" : "cell");
    String label = column < heads.size() ? heads.get(column) : "";
    column++;
    return label.isEmpty() ? named : given(named, "data-label", label);
  }

  @Override
  public void handleText(IText text) {
    if (isHeading) {
      head.append(text.getText());
    }
    super.handleText(text);
  }

  @Override
  public void handleCloseElement(ICloseElementTag tag) {
    switch (tag.getElementCompleteName()) {
      case "table" -> isInTable = false;
      case "thead" -> isHead = false;
      case "th", "td" -> {
        if (isHeading) {
          heads.add(HtmlEscape.unescapeHtml(head.toString()).strip().replaceAll("\\s+", " "));
          isHeading = false;
        }
      }
      default -> {
        // Nothing of a table.
      }
    }
    super.handleCloseElement(tag);
  }

  /// What a template says itself, it knows better.
  private <T extends IProcessableElementTag> T given(T tag, String attribute, String value) {
    return tag.hasAttribute(attribute)
        ? tag
        : getContext()
            .getModelFactory()
            .setAttribute(tag, attribute, HtmlEscape.escapeHtml4Xml(value));
  }
}
