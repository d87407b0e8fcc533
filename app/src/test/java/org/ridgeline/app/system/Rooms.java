package org.ridgeline.app.system;

import java.time.Clock;
import org.ridgeline.app.Server;
import org.ridgeline.app.Services;
import org.ridgeline.casework.casefile.CaseDesk;
import org.ridgeline.casework.casefile.CaseExhibits;
import org.ridgeline.casework.casefile.CaseIntake;
import org.ridgeline.casework.casefile.CaseQueue;
import org.ridgeline.casework.casefile.EvidenceDesk;
import org.ridgeline.casework.casefile.HistoryDesk;
import org.ridgeline.casework.casefile.JoinedBookings;
import org.ridgeline.casework.casefile.LeadTaker;
import org.ridgeline.casework.casefile.Shelf;
import org.ridgeline.casework.custody.BurdenMeter;
import org.ridgeline.casework.custody.CaseClosing;
import org.ridgeline.casework.custody.CustodyCounts;
import org.ridgeline.casework.custody.CustodyDesk;
import org.ridgeline.casework.custody.CustodyRules;
import org.ridgeline.casework.custody.CustodyWatch;
import org.ridgeline.casework.custody.FacilityRegister;
import org.ridgeline.casework.custody.OutcomeDesk;
import org.ridgeline.casework.custody.ReferralDesk;
import org.ridgeline.casework.determination.AnswerCounts;
import org.ridgeline.casework.determination.AnswerRelay;
import org.ridgeline.casework.determination.DeterminationStore;
import org.ridgeline.casework.determination.SigningDesk;
import org.ridgeline.casework.redress.Redress;
import org.ridgeline.casework.verification.ExaminerDesk;
import org.ridgeline.casework.verification.KnownPairs;
import org.ridgeline.casework.verification.Preparer;
import org.ridgeline.casework.verification.SupervisorDesk;
import org.ridgeline.casework.verification.VerificationCounts;
import org.ridgeline.casework.verification.VerificationDesk;
import org.ridgeline.exchange.agency.ActivationRegister;
import org.ridgeline.exchange.agency.AgencyStore;
import org.ridgeline.exchange.agency.OfficeStore;
import org.ridgeline.exchange.agency.StateOptions;
import org.ridgeline.exchange.answer.AnswerStore;
import org.ridgeline.exchange.answer.BureauStore;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.intake.EncounterImport;
import org.ridgeline.exchange.intake.EncounterImports;
import org.ridgeline.exchange.intake.Intake;
import org.ridgeline.exchange.lead.LeadStore;
import org.ridgeline.exchange.operator.OperatorStore;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.exchange.submission.SearchStore;
import org.ridgeline.exchange.submission.SubmissionStore;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.LedgerReader;
import org.ridgeline.node.DataFolder;
import org.ridgeline.search.rank.Engine;

/// The services of a Ridgeline by room, for tests that look behind its doors.
public final class Rooms implements AutoCloseable {
  /// Gives a service by its kind.
  public interface Source {
    <T> T get(Class<T> kind);
  }

  private final Source source;
  private final AutoCloseable opened;

  private Rooms(Source source, AutoCloseable opened) {
    this.source = source;
    this.opened = opened;
  }

  /// Of a running server, which whoever started it closes.
  public static Rooms of(Server server) {
    return new Rooms(
        new Source() {
          @Override
          public <T> T get(Class<T> kind) {
            return server.get(kind);
          }
        },
        () -> {});
  }

  /// Over a data folder without a server, galleries open.
  public static Rooms open(DataFolder folder, Engine engine, Clock clock) {
    Services services = Services.open(folder, () -> engine, clock);
    try {
      services.get(Repositories.class);
    } catch (RuntimeException e) {
      services.close();
      throw e;
    }
    return of(services);
  }

  /// Of services that are closed with this.
  static Rooms of(Services services) {
    return new Rooms(
        new Source() {
          @Override
          public <T> T get(Class<T> kind) {
            return services.get(kind);
          }
        },
        services);
  }

  /// Tells those who listen where, as a server does when it starts.
  void hearing() {
    get(org.ridgeline.app.CaseHearing.class);
  }

  /// Any service.
  public <T> T get(Class<T> kind) {
    return source.get(kind);
  }

  public Exchange stores() {
    return new Exchange(source);
  }

  public Casework casework() {
    return new Casework(source);
  }

  public LedgerReader ledger() {
    return get(LedgerReader.class);
  }

  public Checkpoints checkpoints() {
    return get(Checkpoints.class);
  }

  public Redress redress() {
    return get(Redress.class);
  }

  public Repositories repositories() {
    return get(Repositories.class);
  }

  public OperatorStore operators() {
    return get(OperatorStore.class);
  }

  public Intake intake() {
    return get(Intake.class);
  }

  public EncounterImport importer(RepositoryName name) {
    return get(EncounterImports.class).of(name);
  }

  @Override
  public void close() {
    try {
      opened.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// What exchange keeps.
  public record Exchange(Source source) {
    public AgencyStore agencies() {
      return source.get(AgencyStore.class);
    }

    public OfficeStore offices() {
      return source.get(OfficeStore.class);
    }

    public ActivationRegister activation() {
      return source.get(ActivationRegister.class);
    }

    public SubmissionStore submissions() {
      return source.get(SubmissionStore.class);
    }

    public SearchStore searches() {
      return source.get(SearchStore.class);
    }

    public AnswerStore answers() {
      return source.get(AnswerStore.class);
    }

    public LeadStore leads() {
      return source.get(LeadStore.class);
    }

    public BureauStore bureaus() {
      return source.get(BureauStore.class);
    }

    public StateOptions options() {
      return source.get(StateOptions.class);
    }
  }

  /// What casework does.
  public record Casework(Source source) {
    public Cases cases() {
      return new Cases(source);
    }

    public Custody custody() {
      return new Custody(source);
    }

    public Verification verification() {
      return new Verification(source);
    }

    public CaseClosing closing() {
      return source.get(CaseClosing.class);
    }
  }

  /// Cases and what is written on them.
  public record Cases(Source source) {
    public Shelf shelf() {
      return source.get(Shelf.class);
    }

    public CaseDesk desk() {
      return source.get(CaseDesk.class);
    }

    public CaseExhibits exhibits() {
      return source.get(CaseExhibits.class);
    }

    public CaseQueue queue() {
      return source.get(CaseQueue.class);
    }

    public EvidenceDesk evidence() {
      return source.get(EvidenceDesk.class);
    }

    public HistoryDesk history() {
      return source.get(HistoryDesk.class);
    }

    public JoinedBookings joined() {
      return source.get(JoinedBookings.class);
    }

    public CaseIntake intake() {
      return source.get(CaseIntake.class);
    }

    public LeadTaker taker() {
      return source.get(LeadTaker.class);
    }

    public DeterminationStore determinations() {
      return source.get(DeterminationStore.class);
    }

    public SigningDesk signing() {
      return source.get(SigningDesk.class);
    }

    public AnswerRelay relay() {
      return source.get(AnswerRelay.class);
    }

    public AnswerCounts counts() {
      return source.get(AnswerCounts.class);
    }
  }

  /// Custody and its ends.
  public record Custody(Source source) {
    public CustodyDesk desk() {
      return source.get(CustodyDesk.class);
    }

    public OutcomeDesk outcomes() {
      return source.get(OutcomeDesk.class);
    }

    public ReferralDesk referrals() {
      return source.get(ReferralDesk.class);
    }

    public FacilityRegister facilities() {
      return source.get(FacilityRegister.class);
    }

    public CustodyRules rules() {
      return source.get(CustodyRules.class);
    }

    public CustodyCounts counts() {
      return source.get(CustodyCounts.class);
    }

    public BurdenMeter burden() {
      return source.get(BurdenMeter.class);
    }

    public CustodyWatch watch() {
      return source.get(CustodyWatch.class);
    }
  }

  /// Blind verification.
  public record Verification(Source source) {
    public VerificationDesk desk() {
      return source.get(VerificationDesk.class);
    }

    public ExaminerDesk examiners() {
      return source.get(ExaminerDesk.class);
    }

    public SupervisorDesk supervisors() {
      return source.get(SupervisorDesk.class);
    }

    public KnownPairs knownPairs() {
      return source.get(KnownPairs.class);
    }

    public VerificationCounts counts() {
      return source.get(VerificationCounts.class);
    }

    public Preparer preparer() {
      return source.get(Preparer.class);
    }
  }
}
