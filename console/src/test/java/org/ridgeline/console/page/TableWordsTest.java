package org.ridgeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class TableWordsTest {
  private final SpringTemplateEngine engine = new SpringTemplateEngine();

  TableWordsTest() {
    engine.setTemplateResolver(new StringTemplateResolver());
    engine.addDialect(new Refilling());
  }

  private String shown(String page) {
    Context context = new Context();
    context.setVariables(Map.of("lines", new int[] {1, 2}, "label", "Made & \"sent\""));
    return engine.process(page, context);
  }

  @Test
  void everyCellIsGivenTheWordsOfItsHead() {
    assertThat(
            shown(
                """
                <table><thead><tr><th>Case</th><th>
                  <span th:text="${label}">x</span></th><td></td></tr></thead><tbody>\
                <tr th:each="l : ${lines}"><th th:text="${l}">1</th>\
                <td><b>a</b></td><td>b</td></tr>\
                </tbody></table>\
                """))
        .contains(
            "<th role=\"rowheader\" data-label=\"Case\">1</th>"
                + "<td role=\"cell\" data-label=\"Made &amp; &quot;sent&quot;\"><b>a</b></td>"
                + "<td role=\"cell\">b</td>",
            "<th role=\"rowheader\" data-label=\"Case\">2</th>",
            "<th role=\"columnheader\">Case</th>");
  }

  @Test
  void whatATemplateSaysItselfStays() {
    assertThat(
            shown(
                "<table role=\"presentation\"><thead><tr><th>A</th></tr></thead>"
                    + "<tbody><tr><td data-label=\"B\">1</td></tr></tbody></table>"))
        .contains("<table role=\"presentation\">", "data-label=\"B\"")
        .doesNotContain("data-label=\"A\"");
  }

  @Test
  void oneTablesHeadsAreNotAnothers() {
    assertThat(
            shown(
                "<table><thead><tr><th>A</th></tr></thead></table>"
                    + "<table><tbody><tr><td>1</td></tr></tbody></table>"))
        .doesNotContain("data-label");
  }
}
