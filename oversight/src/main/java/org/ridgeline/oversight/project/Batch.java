package org.ridgeline.oversight.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ridgeline.outbox.Recorded;
import org.ridgeline.oversight.Limits;
import org.ridgeline.oversight.track.Fact;
import tools.jackson.core.JacksonException;

/// Facts of one stream that are taken in together.
/// - **Shape** `last` the sequence of the last of them, read or not
public record Batch(long last, List<Fact> facts, List<Unread> unread) {
  public Batch {
    facts = List.copyOf(facts);
    unread = List.copyOf(unread);
  }

  /// A fact that this version cannot read.
  public record Unread(long sequence, String kind, String why) {}

  /// Of facts as their owner keeps them, at least one.
  public static Batch of(List<Recorded> recorded) {
    List<Fact> facts = new ArrayList<>(recorded.size());
    List<Unread> unread = new ArrayList<>();
    for (Recorded one : recorded) {
      try {
        facts.add(new Fact(Pseudonyms.second(one.occurredAt()), one.event()));
      } catch (JacksonException | IllegalArgumentException e) {
        unread.add(new Unread(one.sequence(), one.kind() + "/" + one.version(), said(e)));
      }
    }
    return new Batch(recorded.getLast().sequence(), facts, unread);
  }

  private static String said(RuntimeException e) {
    String why = String.valueOf(e.getMessage());
    return why.substring(0, Math.min(why.length(), Limits.WHY_CHARS_MAX));
  }

  /// When the latest of them happened.
  Optional<Instant> lastAt() {
    return facts.stream().map(Fact::at).max(Comparator.naturalOrder());
  }
}
