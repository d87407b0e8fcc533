package org.ridgeline.policy.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One arrest, or one entry of a court where no arrest is recorded.
/// - **Shape** `date` empty where not recorded; `agency` as the record names it
/// - **Limit** [Limits#CHARGES_MAX] charges, perhaps none
public record Arrest(Optional<LocalDate> date, String agency, List<Charge> charges) {
  public Arrest {
    Limits.text("agency", agency);
    charges = List.copyOf(charges);
    if (charges.size() > Limits.CHARGES_MAX) {
      throw new IllegalArgumentException(
          "charges=" + charges.size() + " limit=0.." + Limits.CHARGES_MAX);
    }
    for (Charge charge : charges) {
      if (charge.disposition() instanceof Disposition.Convicted convicted
          && date.isPresent()
          && convicted.on().isBefore(date.get())) {
        throw new IllegalArgumentException(
            "convicted " + convicted.on() + " before the arrest of " + date.get());
      }
    }
  }
}
