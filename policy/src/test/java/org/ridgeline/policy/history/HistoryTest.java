package org.ridgeline.policy.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private static final LocalDate DAY = LocalDate.of(2009, 3, 4);
  private static final Source.Court COURT =
      new Source.Court("Superior Court", "CR-1", "officer.one", DAY.plusYears(1));
  private static final Offence BURGLARY = Offence.of("2202", "BURGLARY", Grade.FELONY);
  private static final Offence TRESPASS = Offence.of("5707", "TRESPASSING", Grade.MISDEMEANOUR);

  private static History lines(HistoryLine... lines) {
    return HistoryLines.read(List.of(lines));
  }

  private static HistoryLine arrested(String text) {
    return new HistoryLine("ARRESTED", Optional.of(DAY), text);
  }

  @Test
  void aLineOfTheRepositoryIsAnArrestWhoseOutcomeNobodyReported() {
    History history = lines(arrested("BURGLARY"), arrested("TRESPASSING"));
    assertThat(history.arrests()).hasSize(1);
    assertThat(history.charges())
        .hasSize(2)
        .allSatisfy(charge -> {
          assertThat(charge.charge().disposition()).isEqualTo(new Disposition.Unknown());
          assertThat(charge.charge().offence().code()).isEmpty();
          assertThat(charge.charge().offence().grade()).isEqualTo(Grade.UNKNOWN);
        });
    assertThat(history.standing(DAY.plusYears(50))).isEmpty();
    assertThat(history.unresolved()).hasSize(2);
  }

  @Test
  void anEncounterIsNoArrest() {
    HistoryLine met = new HistoryLine("ENCOUNTERED", Optional.of(DAY), "VISA APPLICATION");
    assertThat(lines(met).arrests()).isEmpty();
  }

  @Test
  void aCourtLineSaysNothingOfTheEnd() {
    HistoryLine court = new HistoryLine("COURT", Optional.of(DAY), "BURGLARY");
    assertThat(lines(court).charges().getFirst().charge().disposition().isUnknown()).isTrue();
  }

  @Test
  void moreChargesOfADayThanAnArrestTakesAreAllKept() {
    List<HistoryLine> many = Collections.nCopies(Limits.CHARGES_MAX + 1, arrested("THEFT"));
    History history = HistoryLines.read(many);
    assertThat(history.arrests()).hasSize(2);
    assertThat(history.charges()).hasSize(Limits.CHARGES_MAX + 1);
  }

  @Test
  void onlyACourtsRecordSaysHowAChargeEnded() {
    Source line = new Source.RepositoryLine("ARRESTED");
    Disposition convicted = new Disposition.Convicted(BURGLARY, Optional.empty(), DAY);
    assertThatThrownBy(() -> new Charge(BURGLARY, convicted, line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected a court");
    Disposition dismissed = new Disposition.Dismissed(DAY);
    assertThatThrownBy(() -> new Charge(BURGLARY, dismissed, line))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aConvictionMayBeOfAnotherOffenceThanWasCharged() {
    LocalDate day = DAY.plusMonths(2);
    History history =
        lines(arrested("BURGLARY"))
            .with(
                ChargeNumber.of("1.1"),
                new Disposition.Convicted(TRESPASS, Optional.of(new Sentence(10)), day),
                COURT);
    Conviction conviction = history.standing(day).getFirst();
    assertThat(conviction.judgment().of()).isEqualTo(TRESPASS);
    assertThat(conviction.charge().charge().offence().text()).isEqualTo("BURGLARY");
    assertThat(conviction.isOfAnotherOffence()).isTrue();
    assertThat(history.standing(day.minusDays(1))).as("not yet").isEmpty();
  }

  @Test
  void whatACourtHasUndoneDoesNotStand() {
    var convicted = new Disposition.Convicted(BURGLARY, Optional.empty(), DAY.plusDays(9));
    History before = lines(arrested("BURGLARY")).with(ChargeNumber.of("1.1"), convicted, COURT);
    LocalDate later = DAY.plusYears(3);
    assertThat(before.standing(later)).hasSize(1);
    History vacated =
        before.with(ChargeNumber.of("1.1"), new Disposition.Vacated(convicted, later), COURT);
    History expunged = before.with(ChargeNumber.of("1.1"), new Disposition.Expunged(later), COURT);
    assertThat(vacated.standing(later)).isEmpty();
    assertThat(expunged.standing(later)).isEmpty();
    assertThat(vacated.unresolved()).isEmpty();
  }

  @Test
  void datesThatCannotBeAreRefused() {
    var early = new Disposition.Convicted(BURGLARY, Optional.empty(), DAY.minusDays(1));
    Charge charge = new Charge(BURGLARY, early, COURT);
    assertThatThrownBy(() -> new Arrest(Optional.of(DAY), "X", List.of(charge)))
        .hasMessageContaining("before the arrest");
    assertThatThrownBy(() -> new Disposition.Vacated(early, DAY.minusDays(2)))
        .hasMessageContaining("before the conviction");
  }

  @Test
  void recordsRefuseWhatTheyCannotHold() {
    assertThatThrownBy(() -> Offence.of("22", "BURGLARY", Grade.FELONY))
        .hasMessageContaining("four digits");
    assertThatThrownBy(() -> Offence.ofText(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Sentence(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LegalFinding("101(a)(43)", "officer.one", DAY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ChargeNumber.of("0.1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> History.empty().with(ChargeNumber.of("1.1"), new Disposition.Pending(), COURT))
        .hasMessageContaining("no charge 1.1");
  }

  @Test
  void limitsHoldBelowAtAndAbove() {
    Charge charge = Charge.ofLine(BURGLARY, "ARRESTED");
    for (int count : List.of(Limits.CHARGES_MAX - 1, Limits.CHARGES_MAX)) {
      new Arrest(Optional.empty(), "X", Collections.nCopies(count, charge));
    }
    List<Charge> charges = Collections.nCopies(Limits.CHARGES_MAX + 1, charge);
    assertThatThrownBy(() -> new Arrest(Optional.empty(), "X", charges))
        .hasMessageContaining("limit=0..40");
    Arrest arrest = new Arrest(Optional.empty(), "X", List.of(charge));
    for (int count : List.of(Limits.ARRESTS_MAX - 1, Limits.ARRESTS_MAX)) {
      new History(Collections.nCopies(count, arrest));
    }
    List<Arrest> arrests = Collections.nCopies(Limits.ARRESTS_MAX + 1, arrest);
    assertThatThrownBy(() -> new History(arrests)).hasMessageContaining("limit=0..1000");
    Offence.ofText("x".repeat(Limits.TEXT_CHARS_MAX));
    assertThatThrownBy(() -> Offence.ofText("x".repeat(Limits.TEXT_CHARS_MAX + 1)))
        .hasMessageContaining("limit=1..1000");
  }

  @Test
  void linesBeyondTheLimitsAreCutNotRefused() {
    List<HistoryLine> days = new java.util.ArrayList<>();
    for (int i = 0; i <= Limits.ARRESTS_MAX; i++) {
      days.add(new HistoryLine("ARRESTED", Optional.of(DAY.plusDays(i)), "x".repeat(1001)));
    }
    assertThat(HistoryLines.read(days).arrests()).hasSize(Limits.ARRESTS_MAX);
  }
}
