package org.ridgeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ridgeline.casework.desk.Reason;
import org.ridgeline.console.page.Forms.Form;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.web.IWebApplication;
import org.thymeleaf.web.IWebExchange;

/// Every form of the console comes back with what was typed.
class RefillTest {
  private static final Pattern FIELD = Pattern.compile("<(input|textarea|select)\\b[^>]*>");
  private static final Refused.Words WHY = new Refused.Words("Not <so>.", "en", Reason.Code.INPUT);
  private static final String TYPED = "typed <\"&> here";
  private static final String SHOWN = "typed &lt;&quot;&amp;&gt; here";

  private final TemplateEngine engine = new TemplateEngine();

  RefillTest() {
    engine.setTemplateResolver(new StringTemplateResolver());
    engine.setDialect(new Refilling());
  }

  private String shown(String page, Map<String, Object> attributes) {
    IWebApplication application =
        (IWebApplication)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {IWebApplication.class},
                (_, _, _) -> {
                  throw new UnsupportedOperationException();
                });
    IWebExchange exchange =
        (IWebExchange)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {IWebExchange.class},
                (_, method, arguments) ->
                    switch (method.getName()) {
                      case "getAttributeValue" -> attributes.get(arguments[0]);
                      case "getApplication" -> application;
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    return engine.process(page, new WebContext(exchange, Locale.ENGLISH));
  }

  private String refused(String page, String action, Map<String, String> typed) {
    Map<String, List<String>> fields = new HashMap<>();
    typed.forEach((name, value) -> fields.put(name, List.of(value)));
    return shown(page, Map.of(Refused.key(), new Refused(action, WHY, fields)));
  }

  /// A form as a browser gets it, as far as that does not hang on data.
  private static String drawn(Form form) {
    return form.text()
        .replaceAll("\\s(th|sec):[\\w-]+=\"[^\"]*\"", "")
        .replaceFirst("<form\\b", "<form action=\"/at\"");
  }

  private static String attribute(String tag, String name) {
    var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? found.group(1) : "";
  }

  private static List<String> fields(String html) {
    return FIELD.matcher(html).results().map(found -> found.group()).toList();
  }

  @Test
  void everyFormOfTheConsoleComesBackAsItWasTyped() {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (Form form : Forms.sent()) {
      String before = drawn(form);
      Map<String, String> typed = new HashMap<>();
      fields(before).forEach(tag -> typed.put(attribute(tag, "name"), value(tag)));
      String after = refused("<main>" + before + "</main>", "/at", typed);
      for (String tag : fields(after)) {
        String name = attribute(tag, "name");
        String type = attribute(tag, "type");
        boolean isText =
            tag.startsWith("<input") && !type.matches("hidden|password|file|checkbox|radio");
        if (isText && !Refused.DRAWN_ANEW.contains(name)) {
          count++;
          if (!attribute(tag, "value").equals(SHOWN)) {
            wrong.add(form.template() + " " + tag);
          }
        }
        if (tag.startsWith("<textarea")) {
          count++;
          if (!after.contains(tag + SHOWN + "</textarea>")) {
            wrong.add(form.template() + " " + tag);
          }
        }
        if (type.equals("password")) {
          assertThat(tag).as(form.template()).doesNotContain("typed");
          assertThat(Refused.SECRETS).as(form.template()).contains(name);
        }
      }
      assertThat(after).contains("class=\"note bad beside\">Not &lt;so&gt;.</p></form>");
      assertThat(after).doesNotContain("id=\"typed\"");
    }
    assertThat(wrong).isEmpty();
    assertThat(count).isGreaterThan(60);
  }

  private static String value(String tag) {
    return attribute(tag, "type").equals("hidden") ? attribute(tag, "value") : TYPED;
  }

  @Test
  void choicesAndTicksComeBackButWhatIsMeantForGoodIsSaidAgain() {
    String page =
        """
        <main><details><form action="/at"><input type="hidden" name="version" value="7">
        <select name="kind"><option value="" selected="selected">choose</option>
        <option value="A">a</option><option value="B">b</option></select>
        <input type="checkbox" name="remedy" value="X">
        <input type="checkbox" name="remedy" value="Y" checked="checked">
        <input type="checkbox" name="confirmed" value="true">
        <input type="radio" name="why" value="R"></form></details></main>\
        """;
    String after =
        refused(
            page,
            "/at",
            Map.of("kind", "B", "remedy", "X", "confirmed", "true", "why", "R", "version", "6"));
    assertThat(after)
        .contains("<option value=\"\">choose", "<option value=\"B\" selected=\"selected\">")
        .contains("value=\"X\" checked=\"checked\"", "value=\"R\" checked=\"checked\"")
        .contains("name=\"remedy\" value=\"Y\">", "name=\"confirmed\" value=\"true\">")
        .contains("<details open=\"open\">", "name=\"version\" value=\"7\"");
  }

  @Test
  void anotherFormAtTheSameAddressStaysAsItIs() {
    String form =
        "<form action=\"/at\"><input type=\"hidden\" name=\"step\" value=\"%s\">"
            + "<input name=\"note\"></form>";
    String after =
        refused(
            "<main>" + form.formatted("RENEW") + form.formatted("REOPEN") + "</main>",
            "/at",
            Map.of("step", "REOPEN", "note", "because"));
    assertThat(after.split("value=\"because\"", -1)).hasSize(2);
    assertThat(after.indexOf("because")).isGreaterThan(after.indexOf("REOPEN"));
  }

  @Test
  void whatHasNoFormAnyMoreIsListed() {
    String after =
        refused(
            "<main><form action=\"/other\"><input name=\"note\"></form></main>",
            "/at",
            Map.of("note", TYPED, "version", "3", "empty", " "));
    assertThat(after)
        .contains("id=\"typed\"", "<dt>note</dt><dd class=\"said\">" + SHOWN + "</dd>")
        .doesNotContain("<dt>version", "<dt>empty", "value=");
  }

  @Test
  void aPageThatNothingWasRefusedOnIsSentAsItIs() {
    String page =
        "<main><details><form action=\"/at\"><input name=\"note\"></form></details></main>";
    assertThat(shown(page, Map.of())).isEqualTo(page);
  }
}
