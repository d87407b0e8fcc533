package org.ridgeline.synth.card;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.print.Finger;
import org.ridgeline.vocabulary.FingerPosition;

/// A person's hands for as long as one card takes: each finger is made once, when first touched.
final class Hands {
  private final FictionalPerson person;
  private final Set<FingerPosition> bandaged;
  private final Map<FingerPosition, Finger> fingers = new EnumMap<>(FingerPosition.class);

  Hands(FictionalPerson person, Set<FingerPosition> bandaged) {
    this.person = person;
    this.bandaged = bandaged;
  }

  boolean has(FingerPosition position) {
    return !isAmputated(position) && !bandaged.contains(position);
  }

  /// Why a finger is not there, as 2.084 and 14.018 say it: XX gone, UP unable to print.
  String reason(FingerPosition position) {
    return isAmputated(position) ? "XX" : "UP";
  }

  private boolean isAmputated(FingerPosition position) {
    return person.amputated().contains(position);
  }

  Finger finger(FingerPosition position) {
    return fingers.computeIfAbsent(position, person::finger);
  }
}
