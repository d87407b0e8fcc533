package org.ridgeline.console.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.ITemplateStart;
import org.thymeleaf.model.IText;
import org.unbescape.html.HtmlEscape;

/// Fills a form that was refused with what was typed, wherever it stands on the page, and says why
/// beside it and at the top. Where the form is not there any more, all that was typed is listed.
/// One rule for every form: templates say nothing of it.
///
/// It sees the page as it is sent, element by element. Password and file fields stay empty; a
/// folded part is open, since the form may be in it.
public final class Refill extends AbstractTemplateHandler {
  private Optional<Refused> refused = Optional.empty();
  private boolean isPlain;
  private boolean isFound;
  private boolean isMine;
  private boolean skipsText;
  private String choice = "";

  /// Used by Thymeleaf, once a page.
  public Refill() {}

  @Override
  public void handleTemplateStart(ITemplateStart start) {
    if (getContext() instanceof IWebContext web) {
      refused = Refused.left(web.getExchange().getAttributeValue(Refused.key()));
    }
    isPlain = "console/refused".equals(getContext().getTemplateData().getTemplate());
    super.handleTemplateStart(start);
  }

  @Override
  public void handleOpenElement(IOpenElementTag tag) {
    if (refused.isEmpty()) {
      super.handleOpenElement(tag);
      return;
    }
    switch (tag.getElementCompleteName()) {
      case "main" -> {
        super.handleOpenElement(tag);
        if (!isPlain) {
          write(alert(refused.get().words()));
        }
      }
      case "details" -> super.handleOpenElement(set(tag, "open", "open"));
      case "form" -> {
        isMine = value(tag, "action").equals(refused.get().action());
        super.handleOpenElement(tag);
      }
      case "select" -> {
        choice = value(tag, "name");
        super.handleOpenElement(tag);
      }
      case "option" -> super.handleOpenElement(option(tag));
      case "textarea" -> {
        super.handleOpenElement(tag);
        typed(tag)
            .ifPresent(text -> {
              write(escaped(text.getFirst()));
              skipsText = true;
            });
      }
      default -> super.handleOpenElement(tag);
    }
  }

  @Override
  public void handleStandaloneElement(IStandaloneElementTag tag) {
    boolean isField = refused.isPresent() && tag.getElementCompleteName().equals("input");
    super.handleStandaloneElement(isField && isMine ? input(tag) : tag);
  }

  @Override
  public void handleText(IText text) {
    if (!skipsText) {
      super.handleText(text);
    }
  }

  @Override
  public void handleCloseElement(ICloseElementTag tag) {
    if (refused.isPresent()) {
      switch (tag.getElementCompleteName()) {
        case "textarea" -> skipsText = false;
        case "select" -> choice = "";
        case "form" -> {
          if (isMine) {
            isFound = true;
            write(beside(refused.get().words()));
          }
          isMine = false;
        }
        case "main" -> {
          if (!isFound) {
            write(list(refused.get().typed()));
          }
        }
        default -> {}
      }
    }
    super.handleCloseElement(tag);
  }

  private IStandaloneElementTag input(IStandaloneElementTag tag) {
    String value = value(tag, "value");
    return switch (value(tag, "type")) {
      case "hidden" -> {
        isMine = !refused.orElseThrow().isOther(value(tag, "name"), value);
        yield tag;
      }
      case "password", "file", "submit" -> tag;
      case "checkbox", "radio" -> {
        String sent = tag.hasAttribute("value") ? value : "on";
        yield is(tag, "checked", sent(value(tag, "name"), sent));
      }
      default -> typed(tag).map(text -> set(tag, "value", text.getFirst())).orElse(tag);
    };
  }

  /// An empty box is not sent: what was not is not set.
  private boolean sent(String name, String value) {
    return refused.orElseThrow().filled(name).filter(all -> all.contains(value)).isPresent();
  }

  private IOpenElementTag option(IOpenElementTag tag) {
    if (!isMine || choice.isEmpty() || refused.orElseThrow().filled(choice).isEmpty()) {
      return tag;
    }
    return is(tag, "selected", sent(choice, value(tag, "value")));
  }

  private Optional<List<String>> typed(IProcessableElementTag tag) {
    return isMine ? refused.orElseThrow().filled(value(tag, "name")) : Optional.empty();
  }

  private <T extends IProcessableElementTag> T is(T tag, String attribute, boolean isSet) {
    return isSet
        ? set(tag, attribute, attribute)
        : getContext().getModelFactory().removeAttribute(tag, attribute);
  }

  private <T extends IProcessableElementTag> T set(T tag, String attribute, String value) {
    return getContext().getModelFactory().setAttribute(tag, attribute, escaped(value));
  }

  private static String value(IProcessableElementTag tag, String attribute) {
    String raw = tag.getAttributeValue(attribute);
    return raw == null ? "" : HtmlEscape.unescapeHtml(raw);
  }

  private void write(String html) {
    super.handleText(getContext().getModelFactory().createText(html));
  }

  private static String escaped(String text) {
    return HtmlEscape.escapeHtml4Xml(text);
  }

  private static String said(Refused.Words words, String attributes) {
    String language = words.language().equals("en") ? "" : " lang=\"" + words.language() + "\"";
    return "<p" + attributes + language + ">" + escaped(words.why()) + "</p>";
  }

  private static String alert(Refused.Words words) {
    return "<div class=\"note bad\" role=\"alert\">"
        + said(words, " id=\"why\"")
        + "<p>Nothing was changed, and what you typed is still in the form. Rule: <code>"
        + escaped(words.code().name())
        + "</code></p></div>";
  }

  private static String beside(Refused.Words words) {
    return said(words, " class=\"note bad beside\"");
  }

  private static String list(Map<String, List<String>> typed) {
    StringBuilder list = new StringBuilder();
    typed.forEach((name, values) -> {
      if (!Refused.DRAWN_ANEW.contains(name) && values.stream().anyMatch(v -> !v.isBlank())) {
        list.append("<div><dt>").append(escaped(name)).append("</dt>");
        values.forEach(v -> list.append("<dd class=\"said\">").append(escaped(v)).append("</dd>"));
        list.append("</div>");
      }
    });
    return list.isEmpty()
        ? ""
        : "<section id=\"typed\" aria-labelledby=\"h-typed\"><h2 id=\"h-typed\">What you had"
            + " typed</h2><p class=\"hint\">Its form is not on this page now. Copy what you still"
            + " need.</p><dl class=\"facts\">"
            + list
            + "</dl></section>";
  }
}
