package org.ridgeline.counter;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.oversight.report.ReportStore;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The public statistics: every report as it was published, byte for byte.
@Controller
@RequestMapping("/public/statistics")
class StatisticsCounter {
  private static final Duration FROZEN_FOR = Duration.ofDays(1);
  private static final String INDEX = "index.html";

  private static final Map<String, MediaType> TYPES =
      Map.of(
          "html", new MediaType("text", "html", StandardCharsets.UTF_8),
          "csv", new MediaType("text", "csv", StandardCharsets.UTF_8),
          "json", MediaType.APPLICATION_JSON,
          "svg", new MediaType("image", "svg+xml"),
          "pdf", MediaType.APPLICATION_PDF);

  private final ReportStore reports;

  StatisticsCounter(ReportStore reports) {
    this.reports = reports;
  }

  /// A published version, as the list shows it.
  record Line(String month, int version, String madeAt, boolean newest) {}

  @GetMapping
  String list(Model model) {
    List<ReportStore.Issue> issues = reports.issues();
    model.addAttribute(
        "issues",
        issues.stream()
            .map(one ->
                new Line(
                    one.month().toString(),
                    one.version(),
                    one.madeAt().toString(),
                    reports.newest(one.month()).map(one::equals).orElse(false)))
            .toList());
    return "public/statistics";
  }

  @GetMapping("/{month}/{version}/")
  ResponseEntity<byte[]> page(@PathVariable String month, @PathVariable int version) {
    return file(month, version, INDEX);
  }

  @GetMapping("/{month}/{version}/{name}")
  ResponseEntity<byte[]> file(
      @PathVariable String month, @PathVariable int version, @PathVariable String name) {
    Optional<MediaType> type =
        Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    Optional<byte[]> bytes = month(month).flatMap(m -> reports.file(m, version, name));
    if (type.isEmpty() || bytes.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    return ResponseEntity.ok()
        .contentType(type.get())
        .cacheControl(CacheControl.maxAge(FROZEN_FOR).cachePublic().immutable())
        .body(bytes.get());
  }

  private static Optional<YearMonth> month(String text) {
    try {
      return Optional.of(YearMonth.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
