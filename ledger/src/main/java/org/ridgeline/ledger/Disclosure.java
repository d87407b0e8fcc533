package org.ridgeline.ledger;

import java.util.Map;
import java.util.TreeMap;

/// Something told to somebody outside: what a correction must later reach.
/// - **Shape** `recipientKind` like `agency`, see [RecipientKind]; `recipient` its id (an ORI, a
///   state, an office's name); `document` what kind of thing was told, like `answer.SRE` or
///   `determination`; `sha256` of its bytes in hex; `about` other subjects it concerns, by kind:
///   `case` → `case:UUID`
public record Disclosure(
    String recipientKind,
    String recipient,
    String document,
    String sha256,
    Map<String, String> about) {
  /// The action of the entry that keeps a disclosure.
  public static final Action ACTION = Action.Known.DISCLOSURE_MAKE;

  /// Of something told to a recipient of a kind this version knows.
  public static Disclosure to(
      RecipientKind kind,
      String recipient,
      String document,
      String sha256,
      Map<String, String> about) {
    return new Disclosure(kind.key(), recipient, document, sha256, about);
  }

  public Disclosure {
    about = Map.copyOf(about);
  }

  Map<String, String> detail() {
    Map<String, String> detail = new TreeMap<>(about);
    detail.put("recipient-kind", recipientKind);
    detail.put("recipient", recipient);
    detail.put("document", document);
    detail.put("sha256", sha256);
    return detail;
  }

  static Disclosure of(Map<String, String> detail) {
    Map<String, String> about = new TreeMap<>(detail);
    return new Disclosure(
        taken(about, "recipient-kind"),
        taken(about, "recipient"),
        taken(about, "document"),
        taken(about, "sha256"),
        about);
  }

  private static String taken(Map<String, String> detail, String key) {
    String value = detail.remove(key);
    return value == null ? "" : value;
  }
}
