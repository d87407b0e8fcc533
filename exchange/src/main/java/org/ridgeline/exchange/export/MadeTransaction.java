package org.ridgeline.exchange.export;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.TransactionBuilder;
import org.ridgeline.codec.template.FingerTemplate;
import org.ridgeline.codec.template.TypeNine;
import org.ridgeline.repository.ExportedEncounter;
import org.ridgeline.vocabulary.FingerPosition;
import org.ridgeline.vocabulary.Template;

/// A transaction in the place of a file that is not kept: Type-2 with the names, a Type-9 with the
/// minutiae of each finger (INCITS 378 block). It holds no image, so no system can make templates
/// of its own from it.
final class MadeTransaction {
  /// 1.007 and 1.008 of what no agency sent.
  private static final String MAKER = "RIDGELINE";

  private MadeTransaction() {}

  /// The same rows give the same bytes.
  static byte[] of(ExportedEncounter one, Map<FingerPosition, Template> templates) {
    LocalDate day =
        one.enrolled()
            .occurredOn()
            .orElseGet(() -> LocalDate.ofInstant(one.enrolled().at(), ZoneOffset.UTC));
    TransactionBuilder made =
        TransactionBuilder.of("EXPORT")
            .header(5, day.format(DateTimeFormatter.BASIC_ISO_DATE))
            .header(7, MAKER)
            .header(8, MAKER)
            .header(9, one.encounterId().toString());
    if (!one.names().isEmpty()) {
      made.field2(18, clean(one.names().getFirst()));
    }
    if (one.names().size() > 1) {
      made.field2(
          19, one.names().stream().skip(1).map(MadeTransaction::clean).toArray(String[]::new));
    }
    templates.forEach((finger, template) ->
        made.record(
            9,
            // Whether it was rolled is not kept with a template.
            TypeNine.fields(new FingerTemplate(finger.fgp(), false, template)),
            Optional.empty()));
    return ItlWriter.write(made.build());
  }

  /// Separators of the standard are control characters.
  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
