package org.ridgeline.codec.itl;

import static org.ridgeline.codec.itl.TaggedRecord.RS;
import static org.ridgeline.codec.itl.TaggedRecord.US;

import java.util.Optional;

/// Counts the information items of a file while it is read, before any is made a text: each costs a
/// hundred times its separator.
/// - **Limit** [Limits#SUBFIELDS_MAX] subfields of a field, [Limits#ITEMS_MAX] items of a file
final class ItemRoom {
  private int items;

  /// What there is too much of.
  record Excess(String expected, String found) {}

  /// Takes room for a field's value, `from` to before `to`; where there is none, nothing is taken.
  Optional<Excess> take(byte[] file, int from, int to) {
    int subfields = 1;
    int more = 1;
    for (int i = from; i < to; i++) {
      subfields += file[i] == RS ? 1 : 0;
      more += file[i] == RS || file[i] == US ? 1 : 0;
    }
    if (subfields > Limits.SUBFIELDS_MAX) {
      String expected = "at most " + Limits.SUBFIELDS_MAX + " subfields in a field";
      return Optional.of(new Excess(expected, String.valueOf(subfields)));
    }
    if (more > Limits.ITEMS_MAX - items) {
      String expected = "at most " + Limits.ITEMS_MAX + " information items in a file";
      return Optional.of(new Excess(expected, (long) items + more + " up to this field's end"));
    }
    items += more;
    return Optional.empty();
  }
}
