package org.ridgeline.exchange.renew;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.identify.Card;
import org.ridgeline.exchange.identify.Cards;
import org.ridgeline.exchange.identify.FairPool;
import org.ridgeline.exchange.identify.ProbeMaker;
import org.ridgeline.exchange.submission.ProbeFinger;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Action;
import org.ridgeline.ledger.Subject;
import org.ridgeline.repository.NewTemplates;
import org.ridgeline.repository.NotRenewed;
import org.ridgeline.repository.OldTemplates;
import org.ridgeline.repository.Renewer;
import org.ridgeline.repository.TemplateStanding;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;

/// Makes the templates of one repository anew that are of an earlier extractor than the present
/// one, from the files its encounters came in, as they were made when these were enrolled.
///
/// Ended at any moment, a template is wholly old or wholly new, and the next run goes on with what
/// is left. A run needs no gallery, and so none that a server has: galleries follow the database.
public final class TemplateRenewal {
  private static final Logger LOG = System.getLogger(TemplateRenewal.class.getName());
  private static final UUID FIRST = new UUID(0, 0);
  private static final String SENDER = "renewal";
  private static final Trail.Person BY =
      new Trail.Person("command line", "SYSTEM", "renewal of templates");

  private final RepositoryName name;
  private final Renewer renewer;
  private final Cards cards;
  private final Trail trail;

  /// - **Shape** `renewer` of the repository of that name; `cards` of files
  public TemplateRenewal(RepositoryName name, Renewer renewer, Cards cards, Trail trail) {
    this.name = name;
    this.renewer = renewer;
    this.cards = cards;
    this.trail = trail;
  }

  /// How much of a run there is.
  /// - **Shape** `most` encounters, of which `batch` are replaced in one transaction
  /// - **Limit** `most` from 1; `batch` 1..[Limits#RENEWAL_BATCH_MAX]
  /// - **Error** beyond: IllegalArgumentException
  public record Portion(long most, int batch) {
    public Portion {
      if (most < 1 || batch < 1 || batch > Limits.RENEWAL_BATCH_MAX) {
        throw new IllegalArgumentException(
            "most=" + most + " limit=1.. batch=" + batch + " limit=1.." + Limits.RENEWAL_BATCH_MAX);
      }
    }

    int next(long done) {
      return (int) Math.min(batch, most - done);
    }
  }

  /// How all templates stand, before and after a run.
  public TemplateStanding standing() {
    return renewer.standing();
  }

  /// The version of the extractor that templates are to be of.
  public int extractor() {
    return renewer.present();
  }

  /// Works until nothing waits, or a portion is done; after each transaction `told` what is done,
  /// and how many encounters waited when it began. The ledger has an entry when it begins and one
  /// when it ends: of a run that was killed the first alone.
  public Renewed run(FairPool pool, Portion portion, ObjLongConsumer<Renewed> told)
      throws InterruptedException {
    ProbeMaker probes = new ProbeMaker(pool);
    TemplateStanding before = standing();
    record("begin", Map.of("waiting", text(before.waiting())));
    Renewed done = Renewed.NOTHING;
    UUID after = FIRST;
    List<UUID> next = renewer.waiting(after, portion.next(0));
    while (!next.isEmpty()) {
      done = done.plus(renew(probes, next));
      told.accept(done, before.waitingEncounters());
      after = next.getLast();
      int more = portion.next(done.encounters());
      next = more > 0 ? renewer.waiting(after, more) : List.of();
    }
    record(
        "end",
        Map.of(
            "encounters", text(done.encounters()),
            "replaced", text(done.replaced()),
            "without-image", text(done.withoutImage()),
            "not-usable", text(done.notUsable()),
            "failed", text(done.failed())));
    return done;
  }

  private void record(String step, Map<String, String> counts) {
    Map<String, String> detail = new TreeMap<>(counts);
    detail.put("step", step);
    detail.put("extractor", text(renewer.present()));
    trail.person(BY, Action.Known.REPOSITORY_RENEW, Subject.Kind.REPOSITORY.of(name.key()), detail);
  }

  private static String text(long number) {
    return String.valueOf(number);
  }

  private Renewed renew(ProbeMaker probes, List<UUID> encounters) throws InterruptedException {
    List<NewTemplates> all = new ArrayList<>();
    long failed = 0;
    for (UUID encounter : encounters) {
      OldTemplates old = renewer.read(encounter);
      Optional<NewTemplates> made = make(probes, old);
      made.ifPresent(all::add);
      failed += made.isEmpty() ? old.fingers().size() : 0;
    }
    int replaced = renewer.replace(all);
    long made = all.stream().mapToLong(one -> one.templates().size()).sum();
    return new Renewed(
        encounters.size(),
        replaced,
        count(all, NotRenewed.NO_IMAGE),
        count(all, NotRenewed.NOT_USABLE),
        failed,
        made - replaced);
  }

  private static long count(List<NewTemplates> made, NotRenewed reason) {
    return made.stream()
        .flatMap(one -> one.left().values().stream())
        .filter(reason::equals)
        .count();
  }

  /// Empty where extraction failed: one encounter that breaks it must not hold up all others.
  private Optional<NewTemplates> make(ProbeMaker probes, OldTemplates old)
      throws InterruptedException {
    try {
      return Optional.of(sorted(old, fingers(probes, old)));
    } catch (IllegalStateException e) {
      LOG.log(Level.WARNING, "encounter " + old.encounterId() + " keeps its templates", e);
      return Optional.empty();
    }
  }

  /// Under the positions it was enrolled with: the file alone has those its sender gave.
  private List<ProbeFinger> fingers(ProbeMaker probes, OldTemplates old)
      throws InterruptedException {
    Optional<Card> card = cards.of(old.file());
    return card.isEmpty() ? List.of() : probes.make(SENDER, card.get()).fingers();
  }

  /// Only fingers that were enrolled: others of the card were not good enough, or not there, when a
  /// search had to decide whose it is.
  private static NewTemplates sorted(OldTemplates old, List<ProbeFinger> fingers) {
    Map<FingerPosition, Template> made = new EnumMap<>(FingerPosition.class);
    Map<FingerPosition, NotRenewed> left = new EnumMap<>(FingerPosition.class);
    old.fingers().forEach(finger -> left.put(finger, NotRenewed.NO_IMAGE));
    for (ProbeFinger found : fingers) {
      if (found.usable() && left.remove(found.finger()) != null) {
        made.put(found.finger(), found.template());
      } else {
        left.replace(found.finger(), NotRenewed.NOT_USABLE);
      }
    }
    return new NewTemplates(old.encounterId(), made, left);
  }
}
