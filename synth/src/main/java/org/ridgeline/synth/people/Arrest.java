package org.ridgeline.synth.people;

import java.time.LocalDate;
import java.util.List;

/// One arrest of a criminal history: when, by which agency, under which name, for what.
public record Arrest(LocalDate date, String ori, PersonName nameUsed, List<Charge> charges) {
  public Arrest {
    charges = List.copyOf(charges);
  }
}
