package org.ridgeline.repository.amend;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.LedgerEntry;
import org.ridgeline.ledger.Subject;
import org.ridgeline.repository.Amended;
import org.ridgeline.repository.Amender;
import org.ridgeline.repository.OldEncounters;
import org.ridgeline.repository.RepositoryProfile;
import org.ridgeline.vocabulary.Sha256;

/// What of one repository goes by its age. An encounter is deleted as by an amendment that removes
/// it, with the last one its person too, and leaves a signed receipt; nobody asks or approves,
/// since the rule did.
///
/// That it was done stands in the ledger afterwards, where need be by [#recordApplied()] after a
/// crash between the two.
/// - **Error** database trouble: Spring's DataAccessException
public final class Expiry {
  private static final String PURPOSE = "retention";

  private final String repository;
  private final OldEncounters old;
  private final ExpiryStore store;
  private final Amender amender;
  private final Outside outside;

  /// - **Shape** `dataSource` of the repository of the profile, its schema up to date
  Expiry(RepositoryProfile profile, DataSource dataSource, Outside outside) {
    repository = profile.name();
    old = new OldEncounters(dataSource);
    store = new ExpiryStore(dataSource);
    amender = new Amender(dataSource, profile);
    this.outside = outside;
  }

  /// Which encounters are old.
  public OldEncounters old() {
    return old;
  }

  /// Takes out encounters enrolled before a time, the oldest first, each in a transaction of its
  /// own; gives how many went.
  /// - **Shape** `kept`: sources whose encounters stay; `why`: the rule and its days, as receipts
  ///   say it
  public int expire(Instant before, List<String> kept, String why, int most) {
    int count = 0;
    for (UUID id : old.due(before, kept, most)) {
      Optional<Expired> gone = store.together(() -> expire(id, before, why));
      gone.ifPresent(this::record);
      count += gone.isPresent() ? 1 : 0;
    }
    return count;
  }

  private Optional<Expired> expire(UUID encounterId, Instant before, String why) {
    return amender
        .expire(encounterId, before)
        .map(erased -> {
          Instant now = outside.clock().instant().truncatedTo(ChronoUnit.MICROS);
          String text = ErasureReceipt.ofExpiry(repository, why, now, erased, outside.mark());
          Expired one =
              new Expired(encounterId, person(erased), why, now, outside.signer().apply(text));
          store.add(one);
          return one;
        });
  }

  private static Optional<UUID> person(Amended erased) {
    return erased.persons().stream().findFirst();
  }

  /// Writes into the ledger what was done and does not stand there yet.
  void recordApplied() {
    store.notRecorded().forEach(this::record);
  }

  private void record(Expired one) {
    Map<String, String> detail = new HashMap<>();
    detail.put("repository", repository);
    detail.put("why", one.why());
    detail.put("receipt", digest(one));
    one.personId().ifPresent(id -> detail.put("person", Subject.Kind.PERSON.text(id)));
    outside
        .ledger()
        .append(
            new LedgerEntry(
                "repository",
                "SYSTEM",
                PURPOSE,
                Action.Known.ENCOUNTER_EXPIRE,
                Subject.Kind.ENCOUNTER.of(one.encounterId()),
                detail));
    store.recorded(one.encounterId(), outside.clock().instant());
  }

  /// What the ledger's entry says of a receipt: the SHA-256 of it as printed.
  public static String digest(Expired one) {
    return Sha256.hex(one.receipt().printed().getBytes(StandardCharsets.UTF_8));
  }

  /// What became of an encounter; empty where it did not go by its age.
  public Optional<Expired> find(UUID encounterId) {
    return store.find(encounterId);
  }

  List<Unswept.Gone> notSwept() {
    return store.notSwept();
  }

  void swept(List<Unswept.Gone> gone) {
    store.swept(gone.stream().map(Unswept.Gone::encounterId).toList(), outside.clock().instant());
  }
}
