package org.ridgeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ridgeline.console.page.Forms.Form;

/// No form decides by itself, and what is for good is never one press away.
class FormChoicesTest {
  private static final Pattern SELECT = Pattern.compile("(?s)<select\\b[^>]*>.*?</select>");
  private static final String TICK = "console/parts :: confirm(";

  /// Choices of which one stands already: the form shows it.
  private static final String STANDS = "th:selected";

  @Test
  void everyChoiceOfEveryFormBeginsWithNothingChosen() {
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (Form form : Forms.sent()) {
      for (String select : SELECT.matcher(form.text()).results().map(m -> m.group()).toList()) {
        count++;
        String first = select.replaceFirst("(?s)^<select\\b[^>]*>\\s*", "");
        if (!first.startsWith("<option value=\"\">") && !select.contains(STANDS)) {
          wrong.add(form.template() + ": " + select);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(count).isGreaterThan(20);
  }

  @Test
  void noRadioIsSetBeforehand() {
    for (Form form : Forms.sent()) {
      assertThat(form.text()).doesNotContainPattern("type=\"radio\"[^>]*checked");
    }
    assertThat(Forms.template("workbench.html"))
        .contains("type=\"radio\"")
        .doesNotContainPattern("type=\"radio\"[^>]*checked");
  }

  @Test
  void everyFormOfWhatIsForGoodHasItsTick() {
    for (Form form : Forms.sent()) {
      if (Arrays.stream(FinalAct.values()).anyMatch(act -> act.isAt(form.address()))) {
        assertThat(form.text()).as(form.template() + " " + form.address()).contains(TICK);
      }
    }
    String because = Forms.template("parts.html");
    assertThat(because.substring(because.indexOf("th:fragment=\"because("))).contains(TICK);
  }

  @Test
  void everythingForGoodHasAForm() {
    List<String> because =
        List.of("operator.html", "agency-access.html", "office-access.html", "parts.html").stream()
            .map(Forms::template)
            .toList();
    for (FinalAct act : FinalAct.values()) {
      boolean named = Forms.sent().stream().anyMatch(form -> act.isAt(form.address()));
      String step = act.name().substring(act.name().indexOf('_') + 1).toLowerCase();
      boolean shared =
          because.stream()
              .anyMatch(text -> text.matches("(?s).*because\\([^>]*/(end-)?" + step + "\\b.*"));
      assertThat(named || shared).as(act.name()).isTrue();
    }
  }
}
