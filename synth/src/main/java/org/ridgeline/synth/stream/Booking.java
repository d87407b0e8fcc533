package org.ridgeline.synth.stream;

import java.time.LocalDateTime;
import java.util.Optional;
import org.ridgeline.synth.card.CardMaker;
import org.ridgeline.synth.card.CardOptions;
import org.ridgeline.synth.people.FictionalPerson;
import org.ridgeline.synth.people.Known;

/// One booking: who, where, when, under what name, and how long in custody.
///
/// `known` tells which repositories knew the person before the stream began: what a right answer
/// would find. `released` is empty for people still held when the stream ends.
public record Booking(
    LocalDateTime at,
    Agency agency,
    FictionalPerson person,
    Known known,
    CardOptions options,
    Optional<LocalDateTime> released) {
  /// The submission's bytes; drawn anew at each call, always the same.
  public byte[] card() {
    return CardMaker.card(person, options);
  }

  /// The transaction control number.
  public String tcn() {
    return options.tcn();
  }

  /// Whether the name given is not the person's own.
  public boolean isAlias() {
    return options.claimed().filter(name -> !name.equals(person.name())).isPresent();
  }

  /// Whether the card is broken in some way.
  public boolean isBad() {
    return !options.defects().isEmpty();
  }
}
