package org.ridgeline.oversight.disparity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What people shall look into. It names a place and a group, no booking, no case and no person.
/// - **Shape** `says` the numbers in words, small ones left out; `study` the SHA-256 of the
///   `disparity.json` that opened it
public record Review(
    UUID id, About about, String says, String study, Instant openedAt, Standing standing) {
  /// Of whom, at which step, in which direction: what is open once only.
  /// - **Shape** `name` as people read the unit
  public record About(
      Ask.By by, String unit, String name, String group, String step, Direction direction) {}

  /// Where a share lies.
  public enum Direction {
    OVER,
    UNDER
  }

  /// What became of it.
  public sealed interface Standing {
    /// Nobody has it.
    record Open() implements Standing {}

    /// Somebody looks into it.
    record Taken(String by, Instant at) implements Standing {}

    /// Somebody closed it, with words.
    record Closed(String by, Instant at, Finding finding, String reason) implements Standing {}
  }

  /// What a person found.
  public enum Finding {
    /// There is a reason that is nobody's treatment of anybody.
    EXPLAINED("explained"),
    /// What was counted was recorded wrongly.
    DATA("wrong data"),
    /// No reason was found: it may be chance.
    NO_REASON("no reason found"),
    /// It goes to who can look into what was done.
    REFERRED("referred");

    private final String words;

    Finding(String words) {
      this.words = words;
    }

    /// As a page shows it.
    public String words() {
      return words;
    }
  }

  /// Who has it now; nobody where it is open.
  public Optional<String> holder() {
    return switch (standing) {
      case Standing.Open _ -> Optional.empty();
      case Standing.Taken taken -> Optional.of(taken.by());
      case Standing.Closed closed -> Optional.of(closed.by());
    };
  }
}
