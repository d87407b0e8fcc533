package org.ridgeline.console.agency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ridgeline.casework.desk.RefusedStep;
import org.ridgeline.console.page.ConsoleRefusal;
import org.ridgeline.console.page.Limits;
import org.ridgeline.console.page.Moment;
import org.ridgeline.console.page.Who;
import org.ridgeline.exchange.jurisdiction.Change;
import org.ridgeline.exchange.jurisdiction.Coverage;
import org.ridgeline.exchange.jurisdiction.Deactivations;
import org.ridgeline.exchange.jurisdiction.JurisdictionRegister;
import org.ridgeline.exchange.jurisdiction.JurisdictionRegister.Line;
import org.ridgeline.exchange.jurisdiction.Period;
import org.ridgeline.exchange.jurisdiction.Waves;
import org.ridgeline.rest.PlainText;
import org.ridgeline.vocabulary.Fips;
import org.ridgeline.vocabulary.JurisdictionCount;
import org.ridgeline.vocabulary.StateCount;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The register of jurisdictions: how ready each is, its waves, what was changed. Administrators
/// end a jurisdiction's part from it.
@Controller
class JurisdictionPage {
  private static final int REASON_CHARS_MAX =
      org.ridgeline.exchange.Limits.ACTIVATION_REASON_CHARS_MAX;

  private final JurisdictionRegister register;
  private final Waves waves;
  private final Deactivations ends;

  JurisdictionPage(JurisdictionRegister register, Waves waves, Deactivations ends) {
    this.register = register;
    this.waves = waves;
    this.ends = ends;
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  /// The two counts, each of its own kind.
  record Counts(JurisdictionCount jurisdictions, StateCount states, int territories) {
    static Counts of(Coverage coverage) {
      return new Counts(coverage.jurisdictions(), coverage.states(), coverage.territories());
    }
  }

  /// A jurisdiction as the page shows it; dates empty where there are none.
  record Row(
      String fips,
      String name,
      String state,
      boolean active,
      String from,
      String to,
      String ready,
      String agencies) {
    /// Whether its part can be ended: something is active, or will be.
    public boolean isOpen() {
      return !agencies.startsWith("0 ") || !from.isEmpty() && to.isEmpty();
    }

    static Row of(Line line) {
      return new Row(
          line.jurisdiction().fips().value(),
          line.jurisdiction().name(),
          line.jurisdiction().state(),
          line.isOn(today()),
          line.period().map(p -> p.from().toString()).orElse(""),
          line.period().flatMap(Period::to).map(LocalDate::toString).orElse(""),
          line.ready().done() + " of " + line.ready().items(),
          line.agencies().active() + " of " + line.agencies().all());
    }
  }

  /// A wave: how many of its jurisdictions have nothing open on their checklist.
  record WaveRow(String name, String day, JurisdictionCount size, String state) {
    static WaveRow of(Waves.Wave wave, Map<Fips, Line> lines) {
      long ready =
          wave.members().stream()
              .map(fips -> Optional.ofNullable(lines.get(fips)))
              .filter(line -> line.filter(l -> l.ready().isAll()).isPresent())
              .count();
      return new WaveRow(
          wave.name(),
          wave.day().toString(),
          wave.size(),
          wave.activatedBy()
              .map(by -> "carried out by " + by)
              .orElse("planned, " + ready + " of " + wave.members().size() + " ready"));
    }
  }

  /// A line of the list of changes.
  record ChangeRow(Moment at, String by, String fips, String name, String what, String why) {
    static ChangeRow of(Change change) {
      return new ChangeRow(
          Moment.of(change.at()),
          change.by(),
          change.of().fips().value(),
          change.of().name(),
          change.what(),
          change.why());
    }
  }

  @GetMapping("/activation/jurisdictions")
  String page(@RequestParam(defaultValue = "") String q, Model model) {
    String sought = q.strip().toLowerCase(Locale.ROOT);
    List<Line> all = register.lines(today());
    Map<Fips, Line> byCode =
        all.stream().collect(Collectors.toMap(l -> l.jurisdiction().fips(), Function.identity()));
    List<Row> found =
        all.stream()
            .filter(sought.isEmpty() ? JurisdictionPage::isUnderWay : matches(sought))
            .map(Row::of)
            .toList();
    model.addAttribute("counts", Counts.of(register.coverage(today())));
    model.addAttribute("listed", all.size());
    model.addAttribute("found", found.size());
    model.addAttribute("sought", q.strip());
    model.addAttribute("max", Limits.JURISDICTIONS_SHOWN_MAX);
    model.addAttribute("rows", found.stream().limit(Limits.JURISDICTIONS_SHOWN_MAX).toList());
    model.addAttribute(
        "waves",
        waves.all().stream()
            .limit(Limits.WAVES_SHOWN_MAX)
            .map(wave -> WaveRow.of(wave, byCode))
            .toList());
    model.addAttribute(
        "changes",
        register.changes().stream().limit(Limits.CHANGES_SHOWN_MAX).map(ChangeRow::of).toList());
    return "console/jurisdictions";
  }

  private static boolean isUnderWay(Line line) {
    return line.period().isPresent() || line.ready().done() > 0 || line.agencies().all() > 0;
  }

  private static Predicate<Line> matches(String sought) {
    return line ->
        line.jurisdiction().fips().value().startsWith(sought)
            || line.jurisdiction().state().toLowerCase(Locale.ROOT).equals(sought)
            || line.jurisdiction().name().toLowerCase(Locale.ROOT).contains(sought);
  }

  /// What the form that ends a jurisdiction's part sends; `confirmed` once the person has read what
  /// it does.
  record EndForm(
      String fips,
      @NotNull @DateTimeFormat(iso = ISO.DATE) LocalDate day,
      @NotBlank @Size(max = REASON_CHARS_MAX) String reason,
      @Nullable Boolean confirmed) {}

  @GetMapping("/activation/jurisdictions/end")
  String form(@RequestParam String fips, Model model) {
    return form(model, listed(fips), today().plusDays(1), "");
  }

  private String form(Model model, Line line, LocalDate day, String reason) {
    Row row = Row.of(line);
    model.addAttribute("jurisdiction", row);
    model.addAttribute("day", day.toString());
    model.addAttribute("reason", reason);
    model.addAttribute("today", today().toString());
    model.addAttribute("reasonCharsMax", REASON_CHARS_MAX);
    model.addAttribute("agencies", ends.agencies(line.jurisdiction().fips(), day));
    return "console/jurisdiction-end";
  }

  /// Asks once more before it ends anything, naming how many agencies end and from when.
  @PostMapping("/activation/jurisdictions/end")
  String end(
      @Valid EndForm form,
      BindingResult errors,
      HttpServletRequest request,
      Model model,
      RedirectAttributes after) {
    if (errors.hasErrors()
        || form.reason().isBlank()
        || form.day().isBefore(today())
        || !PlainText.isInReach(form.day())) {
      throw new RefusedStep(ConsoleRefusal.ACTIVATION_END_ENTRY, REASON_CHARS_MAX);
    }
    Line line = listed(form.fips());
    if (!Boolean.TRUE.equals(form.confirmed())) {
      model.addAttribute("asked", true);
      return form(model, line, form.day(), form.reason().strip());
    }
    int agencies =
        ends.end(line.jurisdiction().fips(), form.day(), form.reason(), Who.acting(request))
            .orElseThrow(() -> new RefusedStep(ConsoleRefusal.JURISDICTION_NOT_ACTIVE))
            .size();
    after.addFlashAttribute(
        "done",
        line.jurisdiction().name()
            + " takes no part in the second search from "
            + form.day()
            + ". Agencies that end with it: "
            + agencies
            + ".");
    return "redirect:/activation/jurisdictions";
  }

  private Line listed(String code) {
    Optional<Fips> fips;
    try {
      fips = Optional.of(Fips.of(code));
    } catch (IllegalArgumentException _) {
      fips = Optional.empty();
    }
    return fips.flatMap(known -> register.of(known, today()))
        .orElseThrow(() -> new RefusedStep(ConsoleRefusal.NO_SUCH_JURISDICTION));
  }
}
