package org.ridgeline.counter;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.redress.ClaimKind;
import org.ridgeline.casework.redress.Opening;

/// What the public form sends, as it was typed: what is amiss is said all at once, with the form as
/// it was filled in. Null is what was not sent.
record RedressForm(
    @Nullable String kind,
    @Nullable String custody,
    @Nullable String account,
    @Nullable String wish,
    @Nullable String name,
    @Nullable String contact,
    @Nullable String facility,
    @Nullable String reference) {
  static final RedressForm EMPTY = new RedressForm(null, null, null, null, null, null, null, null);

  /// What a form carries beside what people fill in: its stamp, and a field that only machines
  /// fill.
  record Stamp(@Nullable String form, @Nullable String website) {
    String stamp() {
      return form == null ? "" : form;
    }

    boolean isTrapped() {
      return website != null && !website.isEmpty();
    }
  }

  /// What is claimed; empty while nothing is chosen.
  Optional<ClaimKind> claim() {
    return Arrays.stream(ClaimKind.values()).filter(one -> one.name().equals(kind)).findFirst();
  }

  /// What is to be opened, in the language the form was read in.
  Opening opening(String language) {
    return new Opening(
        claim().orElse(ClaimKind.CIVIL_LIBERTIES),
        custody != null,
        text(account),
        text(wish),
        new Opening.Person(text(name), text(contact), text(facility), text(reference)),
        language);
  }

  /// Control characters but line ends carry nothing that can be read.
  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", "");
  }
}
