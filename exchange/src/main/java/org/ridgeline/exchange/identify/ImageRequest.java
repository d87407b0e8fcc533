package org.ridgeline.exchange.identify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ridgeline.codec.itl.FingerImage;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.exchange.answer.Answer;
import org.ridgeline.exchange.answer.AnswerSource;
import org.ridgeline.exchange.answer.AnswerWriter.RecordResult;
import org.ridgeline.exchange.answer.ServiceAnswers;
import org.ridgeline.exchange.submission.SearchDecision;
import org.ridgeline.exchange.submission.SearchRow;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.repository.PersonRecord;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.FingerPosition;

/// The images on record of the person named: of the encounter that has most of what is wanted, the
/// newest of several. Whose images went to whom, and who asked, is in the ledger.
final class ImageRequest implements Search {
  private static final int ATN = 6;
  private static final int FNR = 57;

  private final Bookings bookings;
  private final Cards cards;
  private final SearchStore searches;
  private final NamedPerson named;
  private final Closing closing;

  ImageRequest(
      Bookings bookings, Cards cards, SearchStore searches, NamedPerson named, Closing closing) {
    this.bookings = bookings;
    this.cards = cards;
    this.searches = searches;
    this.named = named;
    this.closing = closing;
  }

  /// An answer, and the encounter it is drawn from.
  private record Drawn(UUID encounterId, Answer answer) {}

  @Override
  public void run(SearchRow row) {
    Booking booking = bookings.load(row.control());
    Optional<PersonRecord> person = named.of(booking);
    if (person.isEmpty()) {
      closing.close(booking, row.of(SearchDecision.NO_HIT), named.unknown(booking, row));
      return;
    }
    Optional<Drawn> drawn = drawn(booking, row, person.get());
    if (drawn.isEmpty()) {
      Answer none =
          named.not(
              booking,
              row,
              FindingCode.IMAGES_NOT_ON_RECORD,
              "images on record of the fingers asked for",
              "none");
      closing.close(booking, row.of(SearchDecision.NO_HIT), none);
      return;
    }
    UUID encounter = drawn.get().encounterId();
    String asker = booking.two(ATN).orElse("");
    closing.close(
        booking,
        row.found(person.get().personId(), encounter),
        drawn.get().answer(),
        () -> searches.drawn(row, person.get().personId(), encounter, asker));
  }

  private Optional<Drawn> drawn(Booking booking, SearchRow row, PersonRecord person) {
    var repository = named.answers().repository();
    var purpose = named.answers().purpose();
    RecordResult result = named.answers().hit(booking, person);
    Set<Integer> wanted = wanted(booking);
    Optional<Drawable> best = Optional.empty();
    for (UUID encounter : repository.encounters(person.personId(), purpose)) {
      Optional<Card> card = repository.encounterFile(encounter, purpose).flatMap(cards::of);
      if (card.isPresent()) {
        Drawable one =
            new Drawable(encounter, card.get().transaction(), images(card.get(), wanted));
        if (one.fingers() > best.map(Drawable::fingers).orElse(0)) {
          best = Optional.of(one);
        }
        if (one.hasAll(wanted)) {
          break;
        }
      }
    }
    return best.map(one ->
        new Drawn(
            one.encounterId(),
            ServiceAnswers.images(
                booking.question(named.answers().now()),
                AnswerSource.of(row.repository()),
                result,
                one.file(),
                one.images())));
  }

  /// What an encounter has of the images wanted.
  private record Drawable(UUID encounterId, Transaction file, List<FingerImage> images) {
    int fingers() {
      return (int) images.stream().map(FingerImage::fgp).distinct().count();
    }

    boolean hasAll(Set<Integer> wanted) {
      return fingers() >= (wanted.isEmpty() ? FingerPosition.values().length : wanted.size());
    }
  }

  private static List<FingerImage> images(Card card, Set<Integer> wanted) {
    return card.images().stream()
        .filter(image -> wanted.isEmpty() || image.fgps().stream().anyMatch(wanted::contains))
        .toList();
  }

  private static Set<Integer> wanted(Booking booking) {
    return booking.transaction().typeTwo().stream()
        .flatMap(two -> two.values(FNR).stream())
        .map(Integer::valueOf)
        .collect(Collectors.toSet());
  }

  @Override
  public void giveUp(SearchRow row) {
    Booking booking = bookings.load(row.control());
    closing.close(booking, row.failed(), named.answers().failed(booking, row));
  }
}
