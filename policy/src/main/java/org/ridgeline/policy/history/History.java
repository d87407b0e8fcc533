package org.ridgeline.policy.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// All that is recorded of a person's arrests and charges.
/// - **Limit** [Limits#ARRESTS_MAX] arrests
public record History(List<Arrest> arrests) {
  public History {
    arrests = List.copyOf(arrests);
    if (arrests.size() > Limits.ARRESTS_MAX) {
      throw new IllegalArgumentException(
          "arrests=" + arrests.size() + " limit=0.." + Limits.ARRESTS_MAX);
    }
  }

  /// Nothing recorded.
  public static History empty() {
    return new History(List.of());
  }

  /// Every charge with its number, in the order of the record.
  public List<NumberedCharge> charges() {
    List<NumberedCharge> charges = new ArrayList<>();
    for (int a = 0; a < arrests.size(); a++) {
      Arrest arrest = arrests.get(a);
      for (int c = 0; c < arrest.charges().size(); c++) {
        charges.add(
            new NumberedCharge(
                new ChargeNumber(a + 1, c + 1),
                arrest.date(),
                arrest.agency(),
                arrest.charges().get(c)));
      }
    }
    return charges;
  }

  /// Convictions of that day or before that no court has undone: the only ones that count.
  public List<Conviction> standing(LocalDate asOf) {
    List<Conviction> standing = new ArrayList<>();
    for (NumberedCharge charge : charges()) {
      if (charge.charge().disposition() instanceof Disposition.Convicted judgment
          && !judgment.on().isAfter(asOf)) {
        standing.add(new Conviction(charge, judgment));
      }
    }
    return standing;
  }

  /// Charges of which nobody reported what became of them.
  public List<NumberedCharge> unresolved() {
    return charges().stream().filter(c -> c.charge().disposition().isUnknown()).toList();
  }

  /// Whether some charge has, as far as anybody reported, neither become a conviction nor ended.
  public boolean hasOpenCharge() {
    return charges().stream()
        .map(c -> c.charge().disposition())
        .anyMatch(end ->
            switch (end) {
              case Disposition.Unknown _, Disposition.Arrested _ -> true;
              case Disposition.Charged _, Disposition.Pending _ -> true;
              case Disposition.NotFiled _, Disposition.Dismissed _ -> false;
              case Disposition.Acquitted _, Disposition.Diverted _ -> false;
              case Disposition.Convicted _, Disposition.Vacated _ -> false;
              case Disposition.Expunged _ -> false;
            });
  }

  /// With one more arrest at the end.
  public History with(Arrest arrest) {
    List<Arrest> more = new ArrayList<>(arrests);
    more.add(arrest);
    return new History(more);
  }

  /// With a charge as a court's record has it.
  /// - **Error** no such charge: IllegalArgumentException
  public History with(ChargeNumber number, Charge charge) {
    if (number.arrest() > arrests.size()
        || number.charge() > arrests.get(number.arrest() - 1).charges().size()) {
      throw new IllegalArgumentException("no charge " + number);
    }
    Arrest arrest = arrests.get(number.arrest() - 1);
    List<Charge> charges = new ArrayList<>(arrest.charges());
    charges.set(number.charge() - 1, charge);
    List<Arrest> all = new ArrayList<>(arrests);
    all.set(number.arrest() - 1, new Arrest(arrest.date(), arrest.agency(), charges));
    return new History(all);
  }

  /// With what a court's record says of the end of a charge; the offence charged stays.
  /// - **Error** no such charge: IllegalArgumentException
  public History with(ChargeNumber number, Disposition disposition, Source.Court court) {
    for (NumberedCharge charge : charges()) {
      if (charge.number().equals(number)) {
        return with(number, new Charge(charge.charge().offence(), disposition, court));
      }
    }
    throw new IllegalArgumentException("no charge " + number);
  }
}
