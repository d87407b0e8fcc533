package org.ridgeline.repository.amend;

import java.time.Instant;
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
  /// Its first line.
  static final String FIRST = "RIDGELINE-ERASURE-RECEIPT-1\n";

  private ErasureReceipt() {}

  /// - **Shape** `asked` before it was decided; `mark` of a file's SHA-256
  static String text(
      String repository,
      Amendment asked,
      Amendment.Step approved,
      Amended erased,
      Function<byte[], String> mark) {
    StringBuilder text = new StringBuilder(FIRST);
    line(text, "amendment", asked.id().toString());
    line(text, "repository", repository);
    line(text, "erasure", asked.change().kind().words());
    line(text, "authority", asked.ground().authority());
    line(text, "asked", asked.asked().by() + " " + asked.asked().at());
    line(text, "approved", approved.by() + " " + approved.at());
    what(text, erased, mark);
    return text.toString();
  }

  /// Of what went by its age: the rule stands for the authority, and nobody asked or approved.
  static String ofExpiry(
      String repository, String why, Instant at, Amended erased, Function<byte[], String> mark) {
    StringBuilder text = new StringBuilder(FIRST);
    line(text, "repository", repository);
    line(text, "erasure", "expiry");
    line(text, "authority", why);
    line(text, "expired", at.toString());
    what(text, erased, mark);
    return text.toString();
  }

  private static void what(StringBuilder text, Amended erased, Function<byte[], String> mark) {
    StringJoiner rows = new StringJoiner(", ");
    erased.rows().forEach((table, count) -> rows.add(table + " " + count));
    line(text, "persons", ids(erased.persons()));
    line(text, "encounters", ids(erased.encounters()));
    line(text, "rows", rows.toString());
    erased.fileSha256().stream().map(mark).sorted().forEach(one -> line(text, "file-mark", one));
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value.isEmpty() ? "none" : value).append('\n');
  }

  private static String ids(List<UUID> ids) {
    return String.join(" ", ids.stream().map(UUID::toString).toList());
  }
}
