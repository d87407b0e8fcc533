package org.ridgeline.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Eras that an administrator began openly. An entry alone begins none: it counts where the
/// ledger's own role wrote it and a checkpoint of a later era follows, on this chain, signed with
/// the key that the entry names.
final class OpenEras {
  /// The role that owns the ledger, as entries name it.
  static final String ROOM = "ridgeline_ledger";

  private final List<Opening> openings = new ArrayList<>();
  private final List<Checkpoint> fitting = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private int era = 1;

  private record Opening(long number, String key, boolean isOfKey) {}

  /// Hears an entry.
  void entry(long number, String room, String action, List<String> detail) {
    boolean isOfKey = action.equals(Action.Known.LEDGER_NEW_KEY.key());
    int at = detail.indexOf("key");
    if (room.equals(ROOM)
        && (isOfKey || action.equals(Action.Known.LEDGER_ACCEPT.key()))
        && at >= 0
        && at + 1 < detail.size()) {
      openings.add(new Opening(number, detail.get(at + 1), isOfKey));
    }
  }

  /// Hears a checkpoint that is signed and says what the chain says.
  void fits(Checkpoint one) {
    fitting.add(one);
  }

  /// Once the chain was read: which eras were begun.
  /// - **Shape** `trusted` names of keys
  void judge(Set<String> trusted) {
    for (Opening one : openings) {
      fitting.stream()
          .filter(follows -> follows.number() >= one.number() && follows.era() > era)
          .filter(follows -> follows.keyId().equals(one.key()))
          .filter(_ -> one.isOfKey() || trusted.contains(one.key()) || keys.contains(one.key()))
          .mapToInt(Checkpoint::era)
          .min()
          .ifPresent(begun -> {
            era = begun;
            keys.add(one.key());
          });
    }
  }

  /// Whether an era lies before one that was begun openly.
  boolean isBefore(int ofEra) {
    return ofEra < era;
  }

  /// Whether a key was begun openly.
  boolean isOpen(String keyId) {
    return keys.contains(keyId);
  }
}
