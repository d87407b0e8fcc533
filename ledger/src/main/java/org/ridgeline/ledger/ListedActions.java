package org.ridgeline.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All actions that this version writes, by key.
final class ListedActions {
  private static final List<Action.Listed> ALL =
      Stream.<Action.Listed[]>of(
              Action.Known.values(), RegisterAction.values(), KeepingAction.values())
          .flatMap(Stream::of)
          .toList();

  private static final Map<String, Action.Listed> BY_KEY =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Action::key, Function.identity()));

  private ListedActions() {}

  /// In the order of the document.
  static List<Action.Listed> all() {
    return ALL;
  }

  static Optional<Action.Listed> ofKey(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }
}
