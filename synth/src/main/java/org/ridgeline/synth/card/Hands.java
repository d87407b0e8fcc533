package org.ridgeline.synth.card;

import java.util.EnumMap;
import java.util.Map;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.print.Finger;
import org.ridgeline.vocabulary.FingerPosition;

/// A person's hands for as long as one card takes: each finger is made once, when first touched.
final class Hands {
  private final FictionalPerson person;
  private final Map<FingerPosition, Finger> fingers = new EnumMap<>(FingerPosition.class);

  Hands(FictionalPerson person) {
    this.person = person;
  }

  boolean has(FingerPosition position) {
    return !person.amputated().contains(position);
  }

  Finger finger(FingerPosition position) {
    return fingers.computeIfAbsent(position, person::finger);
  }
}
