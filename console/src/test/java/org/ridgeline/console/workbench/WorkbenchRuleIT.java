package org.ridgeline.console.workbench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.ridgeline.fixture.Axe;

/// The workbench asks for what the server's rule asks for, and for no more.
class WorkbenchRuleIT extends OnWorkbench {
  private static final String VERDICT = "/examine/t1/verdict";

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void mark(Page page, int from, int count) {
    for (int i = from; i < from + count; i++) {
      ExaminerDesk.mark(page, 200 + 15 * i, 220, 205 + 15 * i, 220);
    }
  }

  private static String finger(Page page) {
    return page.locator("#tally").innerText();
  }

  @Test
  void eightMarksInOneFingerAreNeededNotEightInAll() {
    Page page = desk.opened();
    page.getByLabel("Identification").check();
    ExaminerDesk.press(page, "m");
    mark(page, 0, 5);
    ExaminerDesk.press(page, "2");
    ExaminerDesk.isReady(page);
    ExaminerDesk.press(page, "m");
    mark(page, 0, 7);
    assertThat(finger(page)).startsWith("7 of 8 agreeing marks in 2 Right index; 0 differences");
    assertThat(page.locator("#note-label"))
        .hasText("Reason for fewer than 8 agreeing marks in one finger (required)");
    button(page, "Give verdict…").click();
    assertThat(page.locator("#verdict-error")).containsText("at least 15 characters");
    page.locator("#note").fill("fourteen chars");
    assertThat(page.locator("#note-length")).hasText("14 of at least 15 characters");
    button(page, "Give verdict…").click();
    assertThat(page.locator("#confirm")).isHidden();
    page.locator("#note").fill("");
    ExaminerDesk.plate(page, "left").focus();
    mark(page, 7, 1);
    assertThat(page.locator("#note-label")).hasText("Note (if you wish)");
    button(page, "Give verdict…").click();
    page.locator("#confirm-send").click();
    assertThat(page).hasTitle("Queue");
    assertThat(desk.server.received.getFirst()).contains("\"note\":\"\"");
  }

  @Test
  void theRulesAreReadBeforeAndTheDialogNamesTheFingersNotLookedAt() {
    Page page = desk.opened();
    assertThat(page.locator("#verdict fieldset"))
        .hasText(
            "Conclusion Identification 8 marks, or a reason Exclusion a difference, or a reason"
                + " Inconclusive a reason");
    assertThat(Axe.violations(page)).isEmpty();
    page.getByLabel("Identification").check();
    page.locator("#note").fill("the ridges flow alike");
    button(page, "Give verdict…").click();
    Locator facts = page.locator("#confirm-facts");
    assertThat(facts).containsText("Not looked at");
    assertThat(facts).containsText("2 Right index");
    assertThat(facts).not().containsText("1 Right thumb");
    page.locator("#confirm .close").click();
    ExaminerDesk.press(page, "2");
    ExaminerDesk.isReady(page);
    button(page, "Give verdict…").click();
    assertThat(facts).not().containsText("2 Right index");
    assertThat(facts).containsText("3 Right middle");
  }

  @Test
  void aDifferenceIsMarkedByItsKeyAndCarriesAnExclusion() {
    Page page = desk.opened();
    page.getByLabel("Exclusion").check();
    assertThat(page.locator("#note-label"))
        .hasText("Reason, as no difference is marked (required)");
    ExaminerDesk.press(page, "m");
    mark(page, 0, 8);
    assertThat(page.locator("#note-label")).containsText("(required)");
    ExaminerDesk.press(page, "n");
    mark(page, 8, 1);
    assertThat(finger(page)).startsWith("8 of 8 agreeing marks in 1 Right thumb; 1 difference");
    assertThat(page.getByLabel("Mark 9 is a difference")).hasAttribute("aria-pressed", "true");
    assertThat(page.locator("#note-label")).hasText("Note (if you wish)");
    page.mouse().move(0, 0);
    ExaminerDesk.press(page, "a");
    assertThat(page.locator("#said")).hasText("Mark 9 agrees.");
    assertThat(page.locator("#note-label")).containsText("(required)");
    ExaminerDesk.press(page, "u", "p");
    assertThat(page.getByLabel("Kind of mark 9")).hasValue("DOT");
    button(page, "Give verdict…").click();
    assertThat(page.locator("#confirm-facts")).containsText("8 marks, 8 of them in 1 Right thumb");
    assertThat(page.locator("#confirm-facts")).containsText("1 mark");
    page.locator("#confirm-send").click();
    assertThat(page).hasTitle("Queue");
    String sent = desk.server.received.getFirst();
    assertThat(sent).contains("\"kind\":\"DOT\",\"differs\":true}]");
    assertThat(sent.split("\"differs\":false", -1)).hasSize(9);
  }

  /// What is drawn of a mark, colours left out: where it is lighter or darker than without it.
  private static final String SHAPE =
      """
      () => {
        const canvas = document.querySelector('[data-side=left] canvas');
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        let dark = 0;
        for (let i = 0; i < data.length; i += 4) {
          dark += data[i] < 30 && data[i + 1] < 30 && data[i + 2] < 40;
        }
        return dark;
      }\
      """;

  @Test
  void aDifferenceHasAShapeOfItsOwn() {
    Page page = desk.opened();
    ExaminerDesk.press(page, "m");
    mark(page, 0, 1);
    page.mouse().move(0, 0);
    page.waitForTimeout(100);
    int agreeing = (Integer) page.evaluate(SHAPE);
    ExaminerDesk.press(page, "a");
    page.waitForTimeout(100);
    // The cross and the sign beside the number have dark outlines whatever their colour.
    assertThat((Integer) page.evaluate(SHAPE)).isGreaterThan(agreeing + 40);
  }

  @Test
  void inconclusiveAlwaysNeedsItsReason() {
    Page page = desk.opened();
    ExaminerDesk.press(page, "m");
    mark(page, 0, 8);
    page.getByLabel("Inconclusive").check();
    assertThat(page.locator("#note-label")).hasText("Reason (required)");
    button(page, "Give verdict…").click();
    assertThat(page.locator("#verdict-error"))
        .hasText("A reason is asked for, of at least 15 characters.");
    page.locator("#note").fill("smeared in every finger");
    button(page, "Give verdict…").click();
    assertThat(page.locator("#confirm-word")).containsText("Inconclusive");
  }

  @Test
  void aRefusalStandsInTheDialogInWords() {
    Page page = desk.opened();
    page.getByLabel("Exclusion").check();
    page.locator("#note").fill("whorl against loop");
    button(page, "Give verdict…").click();
    desk.server.instead.put(
        VERDICT,
        new ComparisonServer.Answer(
            422, "{\"title\":\"Something is missing\",\"detail\":\"Mark it, or write why.\"}"));
    page.locator("#confirm-send").click();
    assertThat(page.locator("#confirm #confirm-error"))
        .hasText("Not sent. Something is missing. Mark it, or write why. ");
    assertThat(page.locator("#confirm-error")).isVisible();
    ExaminerDesk.picture(page, "workbench-refused");
    assertThat(page.locator("#confirm-send")).isEnabled();
  }

  @Test
  void isPassedOnForAConflictOfInterest() {
    Page page = desk.opened();
    ExaminerDesk.press(page, "q");
    button(page, "Skip").click();
    assertThat(page.locator("#skip-error")).hasText("Choose a reason.");
    page.getByLabel("Conflict of interest").check();
    ExaminerDesk.picture(page, "workbench-skip");
    assertThat(Axe.violations(page)).isEmpty();
    button(page, "Skip").click();
    assertThat(page).hasTitle("Queue");
    assertThat(desk.server.received)
        .containsExactly(
            "/examine/t1/skip token-1 {\"reason\":\"Conflict of interest\",\"interest\":true}");
  }

  @Test
  void isPassedOnForSomethingElseInWords() {
    Page page = desk.opened();
    ExaminerDesk.press(page, "q");
    page.getByLabel("Something else").check();
    assertThat(page.locator("#skip-label")).hasText("Reason (required)");
    button(page, "Skip").click();
    assertThat(page.locator("#skip-error")).hasText("Give the reason in words.");
    page.locator("#skip-reason").fill("My screen is too small for it");
    button(page, "Skip").click();
    assertThat(page).hasTitle("Queue");
    assertThat(desk.server.received)
        .containsExactly(
            "/examine/t1/skip token-1"
                + " {\"reason\":\"My screen is too small for it\",\"interest\":false}");
  }
}
