package org.ridgeline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ridgeline.policy.history.Arrest;
import org.ridgeline.policy.history.Charge;
import org.ridgeline.policy.history.Conviction;
import org.ridgeline.policy.history.Disposition;
import org.ridgeline.policy.history.Grade;
import org.ridgeline.policy.history.History;
import org.ridgeline.policy.history.LegalFinding;
import org.ridgeline.policy.history.Offence;
import org.ridgeline.policy.history.Sentence;
import org.ridgeline.policy.history.Source;

class PriorityPropertyTest {
  private static final LocalDate DAY = LocalDate.of(2010, 1, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final Source.Court COURT = new Source.Court("Court", "1", "officer.one", TODAY);

  @Property(seed = "11")
  void anArrestOrChargeWithoutConvictionMovesNoCaseForward(
      @ForAll("histories") History history,
      @ForAll("withoutConviction") Arrest arrest,
      @ForAll("tables") PolicyTable table) {
    Priority before = assess(table, history);
    Priority after = assess(table, history.with(arrest));
    assertThat(after.level().rank()).isEqualTo(before.level().rank());
    assertThat(Priority.QUEUE_ORDER.compare(before, after)).isZero();
  }

  @Property(seed = "12")
  void aConvictionThatIsUndoneNeverRaisesTheLevel(
      @ForAll("histories") History history, @ForAll("tables") PolicyTable table) {
    Priority before = assess(table, history);
    for (Conviction conviction : history.standing(TODAY)) {
      for (Disposition undone :
          List.of(
              new Disposition.Vacated(conviction.judgment(), TODAY),
              new Disposition.Expunged(TODAY),
              new Disposition.Dismissed(TODAY),
              new Disposition.Unknown())) {
        Priority after = assess(table, history.with(conviction.charge().number(), undone, COURT));
        assertThat(after.level().isBefore(before.level())).isFalse();
      }
    }
  }

  @Property(seed = "13")
  void onlyAStandingConvictionGivesALevel(
      @ForAll("histories") History history, @ForAll("tables") PolicyTable table) {
    Level level = assess(table, history).level();
    if (history.standing(TODAY).isEmpty()) {
      assertThat(level).isIn(Level.NO_CONVICTION, Level.UNDETERMINED);
    }
    if (level == Level.UNDETERMINED) {
      assertThat(assess(table, history).rows())
          .anyMatch(row -> row.kind() == ExplanationRow.Kind.OPEN);
    }
  }

  @Property(seed = "14")
  void theSameQuestionHasTheSameAnswer(
      @ForAll("histories") History history, @ForAll("tables") PolicyTable table) {
    assertThat(assess(table, history)).isEqualTo(assess(table, history));
  }

  @Property(seed = "15")
  void factorsNeverChangeALevel(
      @ForAll("histories") History history,
      @ForAll("factors") Factors factors,
      @ForAll("tables") PolicyTable table) {
    PriorityPolicy policy = new PriorityPolicy(table);
    assertThat(policy.assess(history, factors, TODAY).level())
        .isEqualTo(policy.assess(history, Factors.none(), TODAY).level());
  }

  @Property(seed = "16")
  void everyChargeIsAccountedForOnce(
      @ForAll("histories") History history, @ForAll("tables") PolicyTable table) {
    List<ExplanationRow> rows = assess(table, history).rows();
    for (var charge : history.charges()) {
      String number = charge.number().toString();
      assertThat(
              rows.stream()
                  .filter(r -> r.charge().equals(number))
                  .filter(r ->
                      r.kind() != ExplanationRow.Kind.OPEN
                          || charge.charge().disposition().isUnknown()))
          .as(number)
          .hasSize(1);
    }
  }

  private static Priority assess(PolicyTable table, History history) {
    return new PriorityPolicy(table).assess(history, Factors.none(), TODAY);
  }

  @Provide
  Arbitrary<PolicyTable> tables() {
    return Arbitraries.of(PolicyTables.published());
  }

  @Provide
  Arbitrary<History> histories() {
    return arrests(Arbitraries.oneOf(ends(), convictions())).list().ofMaxSize(6).map(History::new);
  }

  @Provide
  Arbitrary<Arrest> withoutConviction() {
    return arrests(ends());
  }

  @Provide
  Arbitrary<Factors> factors() {
    Evidence evidence = new Evidence("register 1", "a", TODAY.minusDays(9), TODAY.plusDays(20));
    Evidence expired = new Evidence("register 1", "a", TODAY.minusDays(9), TODAY.minusDays(1));
    Arbitrary<Factor> one =
        Arbitraries.of(
            new Factor.DrunkDriving(evidence, true),
            new Factor.DrunkDriving(evidence, false),
            new Factor.Fugitive(evidence),
            new Factor.Fugitive(expired),
            new Factor.RepeatViolation(evidence),
            new Factor.GangClaim(evidence, "b", TODAY.minusDays(8), "public page", false));
    return one.list().ofMaxSize(5).map(Factors::new);
  }

  private static Arbitrary<Arrest> arrests(Arbitrary<Disposition> dispositions) {
    Arbitrary<Charge> charge =
        Combinators.combine(offences(), dispositions)
            .as((offence, disposition) -> new Charge(offence, disposition, COURT));
    return charge.list().ofMaxSize(4).map(c -> new Arrest(Optional.of(DAY), "AGENCY", c));
  }

  private static Arbitrary<Offence> offences() {
    Arbitrary<Optional<String>> code =
        Arbitraries.of(
                "0912", "1313", "1315", "2202", "2303", "3532", "3802", "4104", "5404", "9999")
            .optional(0.8);
    return Combinators.combine(code, Arbitraries.of(Grade.class))
        .as((c, grade) -> new Offence(c, "AN OFFENCE", grade));
  }

  private static Arbitrary<Disposition> ends() {
    return Combinators.combine(offences(), Arbitraries.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
        .as(PriorityPropertyTest::end);
  }

  private static Disposition end(Offence offence, int which) {
    return switch (which) {
      case 0, 1 -> new Disposition.Unknown();
      case 2 -> new Disposition.Arrested();
      case 3 -> new Disposition.Charged(DAY);
      case 4 -> new Disposition.Pending();
      case 5 -> new Disposition.NotFiled(DAY);
      case 6 -> new Disposition.Dismissed(DAY);
      case 7 -> new Disposition.Acquitted(DAY);
      case 8 -> new Disposition.Diverted(DAY);
      case 9 -> new Disposition.Expunged(DAY);
      default ->
          new Disposition.Vacated(new Disposition.Convicted(offence, Optional.empty(), DAY), DAY);
    };
  }

  private static Arbitrary<Disposition> convictions() {
    Arbitrary<Optional<Sentence>> sentence =
        Arbitraries.of(0, 30, 365, 366, 900).map(Sentence::new).optional(0.7);
    Arbitrary<Optional<LegalFinding>> finding =
        Arbitraries.just(new LegalFinding("101(a)(43)(F)", "b", TODAY)).optional(0.1);
    return Combinators.combine(offences(), sentence, finding)
        .as((of, term, found) -> new Disposition.Convicted(of, term, DAY, found));
  }
}
