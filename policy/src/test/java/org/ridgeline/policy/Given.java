package org.ridgeline.policy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ridgeline.policy.history.Arrest;
import org.ridgeline.policy.history.Charge;
import org.ridgeline.policy.history.Disposition;
import org.ridgeline.policy.history.Grade;
import org.ridgeline.policy.history.History;
import org.ridgeline.policy.history.Offence;
import org.ridgeline.policy.history.Sentence;
import org.ridgeline.policy.history.Source;

/// Histories to assess.
final class Given {
  static final LocalDate DAY = LocalDate.of(2009, 1, 1);
  static final LocalDate TODAY = LocalDate.of(2011, 1, 1);
  static final Source.Court COURT = new Source.Court("Court", "1", "officer.one", TODAY);
  static final Offence FELONY = Offence.of("2202", "BURGLARY", Grade.FELONY);
  static final Offence MISDEMEANOUR = Offence.of("5311", "DISORDERLY", Grade.MISDEMEANOUR);

  private Given() {}

  static Charge convicted(Offence of) {
    return new Charge(of, new Disposition.Convicted(of, Optional.empty(), DAY), COURT);
  }

  static Charge convicted(Offence of, int days) {
    Optional<Sentence> sentence = Optional.of(new Sentence(days));
    return new Charge(of, new Disposition.Convicted(of, sentence, DAY), COURT);
  }

  static History history(Charge... charges) {
    return new History(List.of(new Arrest(Optional.of(DAY), "AGENCY", Arrays.asList(charges))));
  }

  static Priority under(String version, Charge... charges) {
    return new PriorityPolicy(PolicyTables.of(version).orElseThrow())
        .assess(history(charges), Factors.none(), TODAY);
  }
}
