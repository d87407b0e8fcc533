package org.ridgeline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ridgeline.policy.Given.COURT;
import static org.ridgeline.policy.Given.DAY;
import static org.ridgeline.policy.Given.FELONY;
import static org.ridgeline.policy.Given.MISDEMEANOUR;
import static org.ridgeline.policy.Given.TODAY;
import static org.ridgeline.policy.Given.convicted;
import static org.ridgeline.policy.Given.under;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ridgeline.policy.ExplanationRow.Kind;
import org.ridgeline.policy.history.Charge;
import org.ridgeline.policy.history.Disposition;
import org.ridgeline.policy.history.Grade;
import org.ridgeline.policy.history.LegalFinding;
import org.ridgeline.policy.history.Offence;

class PriorityPolicyTest {
  private static final Offence INFRACTION = Offence.of("5499", "SPEEDING", Grade.INFRACTION);

  @Test
  void twoFeloniesAreLevelOneUnderBAndOneIsLevelTwo() {
    assertThat(under("B", convicted(FELONY)).level()).isEqualTo(Level.LEVEL_2);
    assertThat(under("B", convicted(FELONY), convicted(FELONY)).level()).isEqualTo(Level.LEVEL_1);
    assertThat(under("B", convicted(FELONY), convicted(MISDEMEANOUR)).level())
        .isEqualTo(Level.LEVEL_2);
  }

  @Test
  void threeMisdemeanoursAreLevelTwoUnderBAndTwoAreLevelThree() {
    Charge one = convicted(MISDEMEANOUR);
    assertThat(under("B", one).level()).isEqualTo(Level.LEVEL_3);
    assertThat(under("B", one, one).level()).isEqualTo(Level.LEVEL_3);
    assertThat(under("B", one, one, one).level()).isEqualTo(Level.LEVEL_2);
  }

  @Test
  void anAggravatedFelonyIsLevelOneOnlyWhereAPersonFoundSo() {
    LegalFinding finding = new LegalFinding("101(a)(43)(F)", "officer.two", TODAY);
    var found = new Disposition.Convicted(FELONY, Optional.empty(), DAY, Optional.of(finding));
    Priority priority = under("B", new Charge(FELONY, found, COURT));
    assertThat(priority.level()).isEqualTo(Level.LEVEL_1);
    assertThat(priority.rows().getFirst().row()).contains("B11");
  }

  @Test
  void anInfractionCountsForNothingUnderB() {
    Priority priority = under("B", convicted(INFRACTION));
    assertThat(priority.level()).isEqualTo(Level.NO_CONVICTION);
    assertThat(priority.rows().getFirst().kind()).isEqualTo(Kind.NOT_COUNTED);
  }

  @Test
  void aConvictionOfUnknownGradeIsUndeterminedUnderBAndNeverAFelony() {
    Priority priority = under("B", convicted(Offence.ofText("SOMETHING")));
    assertThat(priority.level()).isEqualTo(Level.UNDETERMINED);
    assertThat(priority.rows()).anyMatch(row -> row.kind() == Kind.OPEN);
  }

  @Test
  void drugsAreLevelOneUnderAOnlyWithASentenceOverAYear() {
    Offence drugs = Offence.of("3532", "POSSESSION OF COCAINE", Grade.FELONY);
    assertThat(under("A", convicted(drugs, 365)).level()).isEqualTo(Level.LEVEL_2);
    assertThat(under("A", convicted(drugs, 366)).level()).isEqualTo(Level.LEVEL_1);
    Priority unknown = under("A", convicted(drugs));
    assertThat(unknown.level()).as("sentence not known").isEqualTo(Level.LEVEL_2);
    assertThat(unknown.rows())
        .anyMatch(row -> row.kind() == Kind.OPEN && row.row().equals(Optional.of("A135")));
  }

  @Test
  void aSimpleAssaultIsNoAggravatedOneUnderA() {
    Offence simple = Offence.of("1313", "SIMPLE ASSAULT", Grade.MISDEMEANOUR);
    Offence aggravated = Offence.of("1315", "AGGRAVATED ASSAULT", Grade.FELONY);
    assertThat(under("A", convicted(simple)).level()).isEqualTo(Level.LEVEL_3);
    assertThat(under("A", convicted(aggravated)).level()).isEqualTo(Level.LEVEL_1);
  }

  @Test
  void whatCountsIsTheOffenceOfTheJudgmentNotOfTheCharge() {
    Offence robbery = Offence.of("1201", "ROBBERY", Grade.FELONY);
    Charge less =
        new Charge(robbery, new Disposition.Convicted(MISDEMEANOUR, Optional.empty(), DAY), COURT);
    Priority priority = under("A", less);
    assertThat(priority.level()).isEqualTo(Level.LEVEL_3);
    assertThat(priority.rows().getFirst().what()).contains("DISORDERLY").contains("ROBBERY");
  }

  @Test
  void theSamePersonCanBeLevelOneUnderAAndThreeUnderB() {
    Offence weapon = Offence.of("5203", "CARRYING CONCEALED WEAPON", Grade.MISDEMEANOUR);
    assertThat(under("A", convicted(weapon)).level()).isEqualTo(Level.LEVEL_1);
    assertThat(under("B", convicted(weapon)).level()).isEqualTo(Level.LEVEL_3);
  }

  @Test
  void anOutcomeNobodyReportedIsUndeterminedInWordsAndWaitsAsLongAsNoConviction() {
    Charge unknown = Charge.ofLine(FELONY, "ARRESTED");
    Priority priority = under("A", unknown);
    assertThat(priority.level().words()).isEqualTo("Undetermined");
    assertThat(priority.level().rank()).isEqualTo(under("A").level().rank());
    assertThat(under("A").level().words()).isEqualTo("No conviction");
    assertThat(priority.rows().getFirst().why()).contains("not a conviction").contains("court");
  }

  @Test
  void anUnknownOutcomeThatWouldChangeNothingLeavesTheLevel() {
    Charge unknown = Charge.ofLine(INFRACTION, "ARRESTED");
    assertThat(under("B", unknown).level()).isEqualTo(Level.NO_CONVICTION);
    Priority first = under("A", convicted(Offence.of("0912", "HOMICIDE", Grade.FELONY)), unknown);
    assertThat(first.level()).isEqualTo(Level.LEVEL_1);
    assertThat(first.rows()).noneMatch(row -> row.kind() == Kind.OPEN);
  }

  @Test
  void chargesThatEndedWithoutConvictionSayWhyTheyDoNotCount() {
    Priority priority =
        under(
            "A",
            new Charge(FELONY, new Disposition.Dismissed(DAY), COURT),
            new Charge(FELONY, new Disposition.Acquitted(DAY), COURT),
            new Charge(FELONY, new Disposition.Pending(), COURT));
    assertThat(priority.level()).isEqualTo(Level.NO_CONVICTION);
    assertThat(priority.rows())
        .extracting(ExplanationRow::why)
        .containsExactly(
            "dismissed 2009-01-01; not a conviction",
            "acquitted 2009-01-01; not a conviction",
            "proceedings pending; not a conviction");
  }

  @Test
  void everyCountedConvictionCitesItsRowAndSource() {
    ExplanationRow row = under("A", convicted(FELONY)).rows().getFirst();
    assertThat(row.kind()).isEqualTo(Kind.COUNTED);
    assertThat(row.row()).contains("A222");
    assertThat(row.citation().orElseThrow()).contains("Sacramento");
    assertThat(row.mark()).contains(Mark.SEEN);
  }

  @Test
  void factorsOrderWithinALevelOnly() {
    Evidence evidence = new Evidence("register 1", "a", TODAY, TODAY.plusDays(30));
    Factors fugitive = new Factors(List.of(new Factor.Fugitive(evidence)));
    PriorityPolicy policy = PriorityPolicy.current();
    Priority plain = policy.assess(Given.history(convicted(FELONY)), Factors.none(), TODAY);
    Priority ahead = policy.assess(Given.history(convicted(FELONY)), fugitive, TODAY);
    Priority lower = policy.assess(Given.history(convicted(MISDEMEANOUR)), fugitive, TODAY);
    assertThat(List.of(lower, plain, ahead).stream().sorted(Priority.QUEUE_ORDER))
        .containsExactly(ahead, plain, lower);
  }
}
