package org.ridgeline.console.cases;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.casefile.CaseDesk.Wish;
import org.ridgeline.casework.casefile.EvidenceDesk.Run;
import org.ridgeline.casework.casefile.Step;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.casework.determination.SigningDesk.Paper;
import org.ridgeline.casework.evidence.CheckResult;
import org.ridgeline.casework.evidence.CitizenshipCheck;
import org.ridgeline.casework.evidence.Fact;
import org.ridgeline.casework.evidence.ProtectedStop;
import org.ridgeline.casework.evidence.Reliability;
import org.ridgeline.casework.evidence.SourceDocument;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Typed;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.multipart.MultipartFile;

/// What the forms of a case's page send. `version` is the case's that the form was drawn for,
/// `dossier` the token of the digest of everything that the page showed.
final class CaseForms {
  private static final int VERSION_MAX = 999_999_999;

  private CaseForms() {}

  /// A step of the table.
  record StepForm(
      @NotNull(message = "NOT_ON_LIST") Step step,
      @NotNull @PositiveOrZero @Max(VERSION_MAX) Integer version,
      String note,
      String dossier) {
    StepForm {
      note = Typed.text(note);
      dossier = Typed.text(dossier);
    }

    Wish wish(UUID id) {
      return new Wish(id, version, step, note, dossier);
    }
  }

  /// A citizenship check; `result` by its key, `detail` what was said with it.
  record CheckForm(
      @NotNull(message = "NOT_ON_LIST") CitizenshipCheck kind,
      @NotBlank(message = "NOT_ON_LIST") String result,
      String detail,
      String source,
      @NotNull(message = "NOT_A_DAY") @DateTimeFormat(iso = ISO.DATE) LocalDate on) {
    CheckForm {
      result = Typed.text(result);
      detail = Typed.text(detail);
      source = Typed.text(source);
    }

    Run run() {
      return new Run(kind, CheckResult.of(result, detail), source, on);
    }
  }

  /// A supervisor's review of positive checks.
  record ReviewForm(String finding, String dossier) {
    ReviewForm {
      finding = Typed.text(finding);
      dossier = Typed.text(dossier);
    }
  }

  /// A fact for or against; its kind is not asked where none was found.
  record FactForm(
      @NotNull(message = "NOT_ON_LIST") Fact.Side side,
      Fact.@Nullable Kind kind,
      String content,
      String source) {
    FactForm {
      content = Typed.text(content);
      source = Typed.text(source);
    }

    Fact fact(String by) {
      Fact.Kind which = side == Fact.Side.NONE_FOUND ? Fact.Kind.OTHER : kind;
      if (which == null) {
        throw new RefusedStep(ConsoleRefusal.NOT_ON_LIST);
      }
      return new Fact(side, which, content, source, by, Instant.now());
    }
  }

  /// An interview, or why there was none; the day only where it was held.
  record InterviewForm(
      @NotNull(message = "NOT_ON_LIST") Boolean held,
      @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate on,
      String language,
      String content) {
    InterviewForm {
      language = Typed.text(language);
      content = Typed.text(content);
    }

    Optional<LocalDate> heldOn() {
      if (!Typed.isTicked(held)) {
        return Optional.empty();
      }
      if (on == null) {
        throw new RefusedStep(ConsoleRefusal.NOT_A_DAY);
      }
      return Optional.of(on);
    }
  }

  /// A document and what it is.
  record DocumentForm(
      @NotNull(message = "FORM_INCOMPLETE") MultipartFile file,
      String title,
      @NotNull(message = "NOT_ON_LIST") Boolean primary,
      @NotNull(message = "NOT_ON_LIST") Reliability grade,
      @NotNull(message = "NOT_A_DAY") @DateTimeFormat(iso = ISO.DATE) LocalDate on) {
    DocumentForm {
      title = Typed.text(title);
    }

    SourceDocument.Head head() {
      return new SourceDocument.Head(
          title,
          Typed.isTicked(primary),
          grade,
          on,
          Optional.ofNullable(file.getContentType()).orElse("application/octet-stream"));
    }
  }

  /// A protected-person stop.
  record StopForm(
      @NotNull(message = "NOT_ON_LIST") ProtectedStop.Kind kind,
      @NotNull @PositiveOrZero @Max(VERSION_MAX) Integer version,
      String note) {
    StopForm {
      note = Typed.text(note);
    }

    Wish wish(UUID id) {
      return new Wish(id, version, Step.STOP, note);
    }
  }

  /// A version and a note: the release of a stop, a determination given back.
  record NoteForm(
      @NotNull @PositiveOrZero @Max(VERSION_MAX) Integer version, String note, String dossier) {
    NoteForm {
      note = Typed.text(note);
      dossier = Typed.text(dossier);
    }

    Wish release(UUID id) {
      return new Wish(id, version, Step.RELEASE_STOP, note, dossier);
    }
  }

  /// A determination and its signature.
  record SignForm(
      @NotNull @PositiveOrZero @Max(VERSION_MAX) Integer version,
      @NotBlank(message = "NOT_ON_LIST") String outcome,
      @Nullable UUID document,
      String narrative,
      String against,
      String dossier,
      String password) {
    SignForm {
      dossier = Typed.text(dossier);
      outcome = Typed.text(outcome);
      narrative = Typed.text(narrative);
      against = Typed.text(against);
      password = Typed.text(password);
    }

    Paper paper(UUID id) {
      return new Paper(id, version, outcome, Optional.ofNullable(document), narrative, dossier);
    }
  }

  /// A second signature.
  record CountersignForm(
      @NotNull @PositiveOrZero @Max(VERSION_MAX) Integer version, String dossier, String password) {
    CountersignForm {
      dossier = Typed.text(dossier);
      password = Typed.text(password);
    }
  }
}
