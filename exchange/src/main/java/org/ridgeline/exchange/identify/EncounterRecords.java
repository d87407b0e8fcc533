package org.ridgeline.exchange.identify;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ridgeline.codec.itl.TaggedRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.repository.EncounterRecord;
import org.ridgeline.repository.HistoryRecord;
import org.ridgeline.repository.Limits;
import org.ridgeline.repository.RepositoryProfile;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;
import org.ridgeline.vocabulary.TenPrint;

/// What of a transaction's Type-2 a repository keeps with an encounter.
public final class EncounterRecords {
  private static final int FBI = 14;
  private static final int SID = 15;
  private static final int MNU = 17;
  private static final int NAM = 18;
  private static final int AKA = 19;
  private static final int RFP = 37;
  private static final int DPR = 38;
  private static final int DOA = 45;
  private static final int ASL = 47;
  private static final int CSL = 51;

  private EncounterRecords() {}

  /// The encounter a transaction describes.
  /// - **Shape** `source` as in [EncounterRecord]; only usable fingers are kept
  public static EncounterRecord of(
      Transaction transaction,
      RepositoryName repository,
      String source,
      List<ProbeFinger> fingers,
      byte[] bytes) {
    Optional<TaggedRecord> two = transaction.typeTwo();
    Optional<LocalDate> date = date(two, DOA).or(() -> date(two, DPR));
    return new EncounterRecord(
        source,
        date,
        names(two),
        identifiers(two, repository),
        history(two, date, repository),
        prints(fingers),
        bytes);
  }

  /// Names claimed: 2.018 NAM first, then 2.019 AKA, each once.
  public static List<String> names(Optional<TaggedRecord> two) {
    Set<String> names = new LinkedHashSet<>();
    two.ifPresent(record -> {
      names.addAll(record.values(NAM));
      names.addAll(record.values(AKA));
    });
    names.removeIf(String::isBlank);
    return List.copyOf(names);
  }

  private static TenPrint prints(List<ProbeFinger> fingers) {
    Map<FingerPosition, Template> usable = new EnumMap<>(FingerPosition.class);
    fingers.stream().filter(ProbeFinger::usable).forEach(f -> usable.put(f.finger(), f.template()));
    return new TenPrint(usable);
  }

  private static Map<String, String> identifiers(
      Optional<TaggedRecord> two, RepositoryName repository) {
    Map<String, String> found = new LinkedHashMap<>();
    if (two.isEmpty()) {
      return found;
    }
    switch (repository) {
      case CRIMINAL -> {
        two.get().value(FBI).ifPresent(value -> found.put(RepositoryProfile.FBI, value));
        two.get().value(SID).ifPresent(value -> found.put(RepositoryProfile.SID, value));
      }
      case IMMIGRATION -> {
        for (String mnu : two.get().values(MNU)) {
          miscellaneous(mnu, found);
        }
      }
      case CIVIL -> {
        two.get().value(FBI).ifPresent(value -> found.put(RepositoryProfile.UCN, value));
        two.get().value(SID).ifPresent(value -> found.put(RepositoryProfile.SID, value));
      }
    }
    found.values().removeIf(String::isBlank);
    found.replaceAll((_, value) -> clean(value));
    return found;
  }

  /// 2.017 MNU is a code of two letters, a hyphen, and the number: FN is a FIN, AR an A-number.
  private static void miscellaneous(String mnu, Map<String, String> found) {
    if (mnu.startsWith("FN-")) {
      found.put(RepositoryProfile.FIN, mnu.substring(3));
    } else if (mnu.startsWith("AR-")) {
      found.put(RepositoryProfile.A_NUMBER, mnu.substring(3));
    }
  }

  private static List<HistoryRecord> history(
      Optional<TaggedRecord> two, Optional<LocalDate> date, RepositoryName repository) {
    List<HistoryRecord> history = new ArrayList<>();
    if (two.isEmpty()) {
      return history;
    }
    if (repository != RepositoryName.CIVIL) {
      offences(two.get(), date, repository, history);
    }
    two.get()
        .value(RFP)
        .filter(t -> !t.isBlank())
        .ifPresent(t -> history.add(new HistoryRecord(kind(repository), date, clean(t))));
    return history;
  }

  /// Why somebody was printed: as an applicant, or because they were met.
  private static String kind(RepositoryName repository) {
    return switch (repository) {
      case CRIMINAL, IMMIGRATION -> "ENCOUNTERED";
      case CIVIL -> "APPLIED";
    };
  }

  /// Arrests and courts. The civil repository keeps none, whatever a file says: who asks there asks
  /// about an applicant.
  private static void offences(
      TaggedRecord two,
      Optional<LocalDate> date,
      RepositoryName repository,
      List<HistoryRecord> history) {
    String kind = repository == RepositoryName.CRIMINAL ? "ARRESTED" : "ENCOUNTERED";
    for (List<String> items : two.subfields(ASL)) {
      text(items, 1).ifPresent(t -> history.add(new HistoryRecord(kind, date, t)));
    }
    for (List<String> items : two.subfields(CSL)) {
      text(items, 1)
          .ifPresent(t -> history.add(new HistoryRecord("COURT", ofText(items.getFirst()), t)));
    }
  }

  private static Optional<String> text(List<String> items, int index) {
    return items.size() > index && !items.get(index).isBlank()
        ? Optional.of(clean(items.get(index)))
        : Optional.empty();
  }

  /// Text as a row can hold it: a tolerant reader lets through what no form allows.
  private static String clean(String text) {
    String shown = text.replaceAll("\\p{Cntrl}", "?");
    return shown.length() <= Limits.TEXT_CHARS_MAX
        ? shown
        : shown.substring(0, Limits.TEXT_CHARS_MAX);
  }

  private static Optional<LocalDate> date(Optional<TaggedRecord> two, int field) {
    return two.flatMap(record -> record.value(field)).flatMap(EncounterRecords::ofText);
  }

  private static Optional<LocalDate> ofText(String text) {
    try {
      return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
