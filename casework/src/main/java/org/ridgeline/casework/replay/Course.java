package org.ridgeline.casework.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ridgeline.casework.desk.Daybook;
import org.ridgeline.casework.replay.Replay.Before;
import org.ridgeline.casework.replay.Replay.Entry;
import org.ridgeline.casework.replay.Replay.Moment;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.ChainedEntry;

/// Puts what was done and what was on file into one order of time.
///
/// An entry on file belongs to the first thing that its author did from then on, the ledger's entry
/// being written in the same transaction, a moment later.
final class Course {
  /// Details that say which one, not what.
  private static final Set<String> IDS =
      Set.of("person", "number", "comparison", "control", "tcn", "document", "case", "booking");

  private final Instant opened;
  private final Cast cast;
  private final Veil veil;
  private final List<Entry> onFile;
  private final Map<String, Read> lastRead = new HashMap<>();

  /// When somebody last opened the case, and as which moment.
  private record Read(int number, Instant at) {}

  Course(Instant opened, Cast cast, Veil veil, List<Entry> onFile) {
    this.opened = opened;
    this.cast = cast;
    this.veil = veil;
    this.onFile = onFile;
  }

  List<Moment> of(List<ChainedEntry> entries) {
    Map<Integer, List<Entry>> added = placed(entries);
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      ChainedEntry one = entries.get(i);
      moments.add(
          new Moment(
              i + 1,
              Duration.between(opened, one.at()),
              cast.label(one.entry().actor()),
              says(one),
              veil.of(one.entry().purpose()),
              added.getOrDefault(i, List.of()).stream().map(this::called).toList(),
              before(one)));
      if (isOpening(one)) {
        lastRead.put(one.entry().actor(), new Read(i + 1, one.at()));
      }
    }
    return moments;
  }

  private static boolean isOpening(ChainedEntry one) {
    return one.entry().action().equals(Action.Known.CASE_READ);
  }

  private Entry called(Entry entry) {
    return new Entry(entry.at(), entry.kind(), entry.text(), cast.label(entry.by()));
  }

  /// Which entries each moment added.
  private Map<Integer, List<Entry>> placed(List<ChainedEntry> entries) {
    Map<Integer, List<Entry>> placed = new HashMap<>();
    for (Entry entry : onFile) {
      for (int i = 0; i < entries.size(); i++) {
        ChainedEntry one = entries.get(i);
        boolean isAuthor = entry.by().isEmpty() || entry.by().equals(one.entry().actor());
        if (!one.at().isBefore(entry.at()) && isAuthor && !isOpening(one)) {
          placed.computeIfAbsent(i, _ -> new ArrayList<>()).add(entry);
          break;
        }
      }
    }
    return placed;
  }

  private String says(ChainedEntry one) {
    String words =
        one.entry().action() instanceof Action.Listed listed
            ? listed.says()
            : one.entry().action().key();
    String detail =
        one.entry().detail().entrySet().stream()
            .filter(pair -> !IDS.contains(pair.getKey()))
            .map(pair -> pair.getKey() + " " + veil.of(pair.getValue()))
            .collect(Collectors.joining(", "));
    return detail.isEmpty() ? words : words + " (" + detail + ")";
  }

  /// What a person had before them; nothing of the program, and of a look itself.
  private Optional<Before> before(ChainedEntry one) {
    String actor = one.entry().actor();
    boolean isCase = one.entry().action().family().matches("case|evidence");
    if (one.entry().role().equals(Daybook.MACHINE_ROLE) || !isCase || isLook(one)) {
      return Optional.empty();
    }
    Optional<Read> read = Optional.ofNullable(lastRead.get(actor));
    Instant since = read.map(Read::at).orElse(Instant.MIN);
    return Optional.of(
        new Before(
            read.map(Read::number),
            (int) onFile.stream().filter(entry -> !entry.at().isAfter(since)).count(),
            onFile.stream()
                .filter(entry -> entry.at().isAfter(since) && entry.at().isBefore(one.at()))
                .filter(entry -> !entry.by().equals(actor))
                .map(this::called)
                .toList()));
  }

  private static boolean isLook(ChainedEntry one) {
    return one.entry().action().verb().matches("read.*|export|look.*");
  }
}
