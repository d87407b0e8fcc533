package org.ridgeline.repository.amend;

import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Function;
import org.ridgeline.repository.Amended;

/// The text of an erasure's receipt.
///
/// It says which records went, by ids that mean nothing outside, how many rows, on whose word and
/// by whom. A plain SHA-256 of a file would let anybody who has the card again, or a list of cards,
/// see that this person was here: so each file is named by a mark made with a key that lies in the
/// data folder only. Of templates there is none: who has the card makes them anew, and a mark of
/// them would say nothing that the file's does not.
final class ErasureReceipt {
  private ErasureReceipt() {}

  /// - **Shape** `asked` before it was decided; `mark` of a file's SHA-256
  static String text(
      String repository,
      Amendment asked,
      Amendment.Step approved,
      Amended erased,
      Function<byte[], String> mark) {
    StringJoiner rows = new StringJoiner(", ");
    erased.rows().forEach((table, count) -> rows.add(table + " " + count));
    StringBuilder text = new StringBuilder("RIDGELINE-ERASURE-RECEIPT-1\n");
    line(text, "amendment", asked.id().toString());
    line(text, "repository", repository);
    line(text, "erasure", asked.change().kind().words());
    line(text, "authority", asked.ground().authority());
    line(text, "asked", asked.asked().by() + " " + asked.asked().at());
    line(text, "approved", approved.by() + " " + approved.at());
    line(text, "persons", ids(erased.persons()));
    line(text, "encounters", ids(erased.encounters()));
    line(text, "rows", rows.toString());
    erased.fileSha256().stream().map(mark).sorted().forEach(one -> line(text, "file-mark", one));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value.isEmpty() ? "none" : value).append('\n');
  }

  private static String ids(List<UUID> ids) {
    return String.join(" ", ids.stream().map(UUID::toString).toList());
  }
}
