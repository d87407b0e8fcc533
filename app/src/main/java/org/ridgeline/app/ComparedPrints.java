package org.ridgeline.app;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ridgeline.casework.verification.Pair;
import org.ridgeline.casework.verification.Plate;
import org.ridgeline.casework.verification.PrintSource;
import org.ridgeline.exchange.identify.Card;
import org.ridgeline.exchange.identify.Cards;
import org.ridgeline.exchange.identify.Prints;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.extract.Extractor;
import org.ridgeline.repository.Purpose;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.FingerSequence;
import org.ridgeline.vocabulary.GrayImage;
import org.ridgeline.vocabulary.Template;

/// Reads the prints of a booking and of an immigration record for examiners: each on a plate of the
/// same size and resolution, as a PNG with nothing in it but pixels.
///
/// Where a booking was found with its fingers in another order, each print is laid beside the
/// finger that it was taken for.
public final class ComparedPrints implements PrintSource {
  private final Cards cards;
  private final SubmissionStore submissions;
  private final SearchStore searches;
  private final Repositories repositories;

  ComparedPrints(
      Cards cards, SubmissionStore submissions, SearchStore searches, Repositories repositories) {
    this.cards = cards;
    this.submissions = submissions;
    this.searches = searches;
    this.repositories = repositories;
  }

  @Override
  public List<FingerPair> read(Pair pair) {
    Optional<Card> probe = cards.of(pair.control());
    Optional<Card> candidate =
        repositories
            .immigration()
            .encounterFile(pair.encounterId(), Purpose.LEAD_REVIEW)
            .flatMap(cards::of);
    if (probe.isEmpty() || candidate.isEmpty()) {
      return List.of();
    }
    Map<FingerPosition, ProbeFinger> extracted = new EnumMap<>(FingerPosition.class);
    submissions.fingers(pair.control()).forEach(f -> extracted.put(f.finger(), f));
    Prints probePrints = Prints.of(probe.get());
    Prints candidatePrints = Prints.of(candidate.get());
    FingerSequence sequence = sequence(pair.control());
    List<FingerPair> pairs = new ArrayList<>();
    for (FingerPosition label : FingerPosition.values()) {
      FingerPosition finger = sequence.finger(label);
      Optional<ProbeFinger> found = Optional.ofNullable(extracted.get(label));
      Optional<GrayImage> first = probePrints.image(label, found.map(ProbeFinger::record));
      Optional<GrayImage> second =
          first.flatMap(_ -> candidatePrints.image(finger, Optional.empty()));
      second.ifPresent(image ->
          pairs.add(
              new FingerPair(
                  finger,
                  print(first.get(), found.map(ProbeFinger::template)),
                  print(image, Optional.empty()))));
    }
    return pairs;
  }

  /// The fingers that two cards share, as examiners see them.
  /// - **Shape** ITL files; none where one cannot be read
  public static List<FingerPair> ofCards(byte[] first, byte[] second) {
    var read = Stream.of(first, second).flatMap(bytes -> Card.asSent(bytes).stream()).toList();
    return read.size() < 2 ? List.of() : ofCards(read.getFirst(), read.getLast());
  }

  private static List<FingerPair> ofCards(Card first, Card second) {
    Prints one = Prints.of(first);
    Prints other = Prints.of(second);
    return Stream.of(FingerPosition.values())
        .flatMap(finger ->
            one
                .image(finger, Optional.empty())
                .flatMap(left ->
                    other
                        .image(finger, Optional.empty())
                        .map(right ->
                            new FingerPair(
                                finger,
                                print(left, Optional.empty()),
                                print(right, Optional.empty()))))
                .stream())
        .toList();
  }

  private FingerSequence sequence(String control) {
    return searches.of(control).stream()
        .filter(row -> row.repository() == RepositoryName.IMMIGRATION)
        .map(SearchRow::order)
        .findFirst()
        .orElse(FingerSequence.AS_GIVEN);
  }

  private static Print print(GrayImage image, Optional<Template> known) {
    Plate plate = Plate.of(image, known.orElseGet(() -> Extractor.extract(image)));
    return new Print(BarePng.of(plate.image()), plate.template());
  }
}
