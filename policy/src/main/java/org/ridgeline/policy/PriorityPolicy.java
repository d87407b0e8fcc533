package org.ridgeline.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ridgeline.policy.ExplanationRow.Kind;
import org.ridgeline.policy.history.Conviction;
import org.ridgeline.policy.history.Disposition;
import org.ridgeline.policy.history.History;
import org.ridgeline.policy.history.NumberedCharge;

/// Applies one table to histories. The same history, factors and day give the same answer.
public final class PriorityPolicy {
  private final PolicyTable table;

  public PriorityPolicy(PolicyTable table) {
    this.table = table;
  }

  /// The policy of the current table.
  public static PriorityPolicy current() {
    return new PriorityPolicy(PolicyTables.current());
  }

  /// The table applied.
  public PolicyTable table() {
    return table;
  }

  /// A case's priority on a day.
  ///
  /// The level is the highest of the rows that are met for certain by convictions that stand. If
  /// none is, and one would be if something not known were so, it is undetermined; else there is no
  /// conviction that counts.
  public Priority assess(History history, Factors factors, LocalDate asOf) {
    List<Conviction> standing = history.standing(asOf);
    Map<PolicyRow, Support> support = new LinkedHashMap<>();
    for (PolicyRow row : table.rows()) {
      support.put(row, Support.of(row, standing, history.unresolved()));
    }
    Level level = level(support);
    List<ExplanationRow> rows = new ArrayList<>();
    for (Conviction conviction : standing) {
      rows.add(conviction(conviction, level, support));
    }
    rows.addAll(open(history, standing, level, support));
    rows.addAll(notCounted(history, asOf));
    rows.addAll(factors(factors, asOf));
    return new Priority(level, table.version(), rows);
  }

  /// The priority of a case whose history cannot be had now.
  public Priority unknown(String why) {
    return new Priority(
        Level.UNDETERMINED,
        table.version(),
        List.of(ExplanationRow.of(Kind.OPEN, "", "criminal history", why)));
  }

  private static Level level(Map<PolicyRow, Support> support) {
    Optional<Level> met = Optional.empty();
    boolean possible = false;
    for (var entry : support.entrySet()) {
      PolicyRow row = entry.getKey();
      if (entry.getValue().isMet(row) && (met.isEmpty() || row.level().isBefore(met.get()))) {
        met = Optional.of(row.level());
      }
      possible |= entry.getValue().isPossible(row);
    }
    return met.orElse(possible ? Level.UNDETERMINED : Level.NO_CONVICTION);
  }

  /// What a standing conviction did: the row of the level if it is part of what meets one, else the
  /// highest row it meets for itself.
  private ExplanationRow conviction(
      Conviction conviction, Level level, Map<PolicyRow, Support> support) {
    String charge = conviction.charge().number().toString();
    String what = said(conviction);
    Optional<PolicyRow> best = Optional.empty();
    for (var entry : support.entrySet()) {
      PolicyRow row = entry.getKey();
      boolean better = best.isEmpty() || row.level().isBefore(best.get().level());
      if (entry.getValue().isMet(row) && entry.getValue().sure().contains(conviction) && better) {
        best = Optional.of(row);
      }
    }
    if (best.isEmpty()) {
      return ExplanationRow.of(
          Kind.NOT_COUNTED, charge, what, "no row of table " + table.version() + " is met for it");
    }
    PolicyRow row = best.get();
    boolean made = row.level() == level;
    return cited(
        made ? Kind.COUNTED : Kind.BELOW,
        charge,
        what,
        row.level().words() + ": " + row.offence() + " (" + row.conditions() + ")",
        row);
  }

  /// What is not known and would give a higher level than stands.
  private List<ExplanationRow> open(
      History history, List<Conviction> standing, Level level, Map<PolicyRow, Support> support) {
    List<ExplanationRow> rows = new ArrayList<>();
    for (Conviction conviction : standing) {
      String charge = conviction.charge().number().toString();
      higher(level, support, s -> s.unsure().contains(conviction))
          .ifPresent(row ->
              rows.add(
                  cited(
                      Kind.OPEN,
                      charge,
                      said(conviction),
                      "not all of what the row asks is recorded: " + row.conditions(),
                      row)));
    }
    for (NumberedCharge charge : history.unresolved()) {
      rows.add(open(charge, higher(level, support, s -> s.unresolved().contains(charge))));
    }
    return rows;
  }

  private ExplanationRow open(NumberedCharge charge, Optional<PolicyRow> higher) {
    String number = charge.number().toString();
    return higher
        .map(row ->
            cited(
                Kind.OPEN,
                number,
                said(charge),
                "outcome not reported; not a conviction. It would matter: ask the court",
                row))
        .orElseGet(() ->
            ExplanationRow.of(
                Kind.NOT_COUNTED,
                number,
                said(charge),
                "outcome not reported; not a conviction. It would change nothing"));
  }

  private static Optional<PolicyRow> higher(
      Level level, Map<PolicyRow, Support> support, Predicate<Support> concerned) {
    return support.entrySet().stream()
        .filter(e -> e.getKey().level().isBefore(level))
        .filter(e -> concerned.test(e.getValue()) && e.getValue().isPossible(e.getKey()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static List<ExplanationRow> notCounted(History history, LocalDate asOf) {
    List<ExplanationRow> rows = new ArrayList<>();
    for (NumberedCharge charge : history.charges()) {
      Disposition disposition = charge.charge().disposition();
      Optional<String> why =
          switch (disposition) {
            case Disposition.Unknown _ -> Optional.empty();
            case Disposition.Convicted c ->
                c.on().isAfter(asOf) ? Optional.of("convicted after that day") : Optional.empty();
            case Disposition.Vacated _ ->
                Optional.of(disposition.words() + "; it no longer stands");
            case Disposition.Arrested _,
                Disposition.Charged _,
                Disposition.Pending _,
                Disposition.NotFiled _,
                Disposition.Dismissed _,
                Disposition.Acquitted _,
                Disposition.Diverted _,
                Disposition.Expunged _ ->
                Optional.of(disposition.words() + "; not a conviction");
          };
      why.ifPresent(words ->
          rows.add(
              ExplanationRow.of(
                  Kind.NOT_COUNTED, charge.number().toString(), said(charge), words)));
    }
    return rows;
  }

  private static List<ExplanationRow> factors(Factors factors, LocalDate asOf) {
    List<ExplanationRow> rows = new ArrayList<>();
    for (Factor factor : factors.factors()) {
      Optional<String> objection = factor.objection(asOf);
      String source = factor.evidence().source();
      rows.add(
          ExplanationRow.of(
              objection.isPresent() ? Kind.FACTOR_NOT_COUNTED : Kind.FACTOR,
              "",
              factor.words(),
              objection.orElse("until " + factor.evidence().expiresOn() + "; source " + source)));
    }
    return rows;
  }

  private ExplanationRow cited(Kind kind, String charge, String what, String why, PolicyRow row) {
    return new ExplanationRow(
        kind,
        charge,
        what,
        why,
        Optional.of(row.id()),
        Optional.of(table.citation(row)),
        Optional.of(row.mark() == Mark.SEEN ? row.codeMark() : row.mark()));
  }

  private static String said(Conviction conviction) {
    String judgment = conviction.judgment().words();
    return conviction.isOfAnotherOffence()
        ? judgment + "; charged was " + conviction.charge().charge().offence().words()
        : judgment;
  }

  private static String said(NumberedCharge charge) {
    return "arrest "
        + charge.arrestedOn().map(LocalDate::toString).orElse("of a day not recorded")
        + ": "
        + charge.charge().offence().words();
  }
}
