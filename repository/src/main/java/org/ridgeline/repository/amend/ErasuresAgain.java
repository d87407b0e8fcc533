package org.ridgeline.repository.amend;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.ridgeline.repository.AmendmentRefusedException;
import org.ridgeline.repository.amend.Change.Kind;

/// Does erasures again that receipts name: rows came back with a backup of before them.
///
/// Each encounter that is there again is an amendment of its own, asked for and approved by the two
/// who are named in the receipt, as `receipt of NAME`: they decided then, and nobody decides anew.
public final class ErasuresAgain {
  private static final String BY = "receipt of ";

  private final AmendmentDesk desk;

  public ErasuresAgain(AmendmentDesk desk) {
    this.desk = desk;
  }

  /// What a receipt's erasure was now.
  /// - **Shape** `erased` encounters that had come back; `gone` others, which were not there
  public record Done(String repository, int erased, int gone) {}

  /// Erases what a receipt names; done again, it changes nothing.
  /// - **Shape** `text` of a receipt whose signature is known to hold
  /// - **Error** no receipt of two officers' erasure: [AmendmentRefusedException]
  public Done of(String text) {
    Map<String, String> said = new LinkedHashMap<>();
    text.lines()
        .forEach(line -> {
          String[] parts = line.split(": ", 2);
          said.putIfAbsent(parts[0], parts.length > 1 ? parts[1] : "");
        });
    Optional<Kind> kind = kind(said.getOrDefault("erasure", ""));
    if (!text.startsWith(ErasureReceipt.FIRST) || kind.isEmpty()) {
      throw new AmendmentRefusedException(
          "no receipt of an erasure that two officers decided; what went by its age goes again"
              + " with the rules of retention");
    }
    Amendments amendments = desk.of(said.getOrDefault("repository", ""));
    Ground ground =
        new Ground(
            said.getOrDefault("authority", ""),
            "again after a restore: receipt of amendment " + said.get("amendment"));
    List<UUID> encounters = ids(said.getOrDefault("encounters", ""));
    int erased = 0;
    for (UUID one : encounters) {
      boolean wasThere =
          amendments.eraseAgain(
              Change.of(kind.get(), one), ground, by(said, "asked"), by(said, "approved"));
      erased += wasThere ? 1 : 0;
    }
    return new Done(amendments.repository(), erased, encounters.size() - erased);
  }

  private static String by(Map<String, String> said, String step) {
    return BY + said.getOrDefault(step, "nobody").replaceFirst(" \\S+$", "");
  }

  /// By encounter, whatever it was: a person goes with the last of them.
  private static Optional<Kind> kind(String words) {
    return Stream.of(Kind.values())
        .filter(kind -> kind.isErasure() && kind.words().equals(words))
        .findFirst()
        .map(kind -> kind.isExpungement() ? Kind.EXPUNGE_ENCOUNTER : Kind.REMOVE_ENCOUNTER);
  }

  private static List<UUID> ids(String text) {
    try {
      return Arrays.stream(text.split(" "))
          .filter(one -> !one.isEmpty() && !one.equals("none"))
          .map(UUID::fromString)
          .toList();
    } catch (IllegalArgumentException e) {
      throw new AmendmentRefusedException("its encounters are no ids: " + text);
    }
  }
}
