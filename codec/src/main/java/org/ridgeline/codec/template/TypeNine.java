package org.ridgeline.codec.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.MinutiaeView;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;

/// A template as the INCITS 378 block of a Type-9 record, in and out.
/// - **Source** ANSI/NIST-ITL 1-2011, 8.9, fields 9.126 to 9.137
public final class TypeNine {
  private static final char RS = 0x1E;
  private static final char US = 0x1F;

  /// Format owner INCITS M1 (27) and format type INCITS 378-2004 (513), no product.
  private static final String CBI = "27" + US + "513" + US + "0";

  private static final int QUALITY_MISSING = 254;

  private TypeNine() {}

  /// The fields of a Type-9, for [org.ridgeline.codec.itl.TransactionBuilder#record].
  public static Map<Integer, String> fields(FingerTemplate finger) {
    Template template = finger.template();
    SortedMap<Integer, String> fields = new TreeMap<>();
    fields.put(3, finger.rolled() ? "1" : "0");
    fields.put(4, "U");
    fields.put(126, CBI);
    fields.put(127, "0" + US + "0" + US + "0");
    fields.put(128, String.valueOf(template.widthPx()));
    fields.put(129, String.valueOf(template.heightPx()));
    fields.put(130, "1");
    fields.put(131, String.valueOf(template.resolutionPpi()));
    fields.put(132, String.valueOf(template.resolutionPpi()));
    fields.put(133, "0");
    fields.put(134, String.valueOf(finger.fgp()));
    int quality = template.quality();
    int stated = quality == Template.QUALITY_UNKNOWN ? QUALITY_MISSING : quality;
    fields.put(135, stated + String.valueOf(US) + "0" + US + "1");
    List<Minutia> minutiae = ExchangeFormat.best(template);
    fields.put(136, String.valueOf(minutiae.size()));
    List<String> written = new ArrayList<>();
    for (Minutia minutia : minutiae) {
      String kind =
          switch (minutia) {
            case Minutia.RidgeEnding _ -> "1";
            case Minutia.Bifurcation _ -> "2";
          };
      written.add(
          String.join(
              String.valueOf(US),
              String.valueOf(written.size() + 1),
              String.valueOf(minutia.x()),
              String.valueOf(minutia.y()),
              String.valueOf(Angles.theirs(minutia.direction(), Angles.INCITS_STEPS)),
              kind,
              String.valueOf(minutia.quality())));
    }
    if (!written.isEmpty()) {
      fields.put(137, String.join(String.valueOf(RS), written));
    }
    return fields;
  }

  /// The template of a Type-9 with an INCITS 378 block; empty for records without one, and where
  /// size, resolution or finger are missing or out of limits.
  public static Optional<FingerTemplate> read(ItlRecord record) {
    return MinutiaeView.of(record).stream()
        .filter(MinutiaeView.Incits378.class::isInstance)
        .map(MinutiaeView.Incits378.class::cast)
        .findFirst()
        .flatMap(view -> template(record, view));
  }

  private static Optional<FingerTemplate> template(ItlRecord record, MinutiaeView.Incits378 view) {
    int fgp = view.fgps().isEmpty() ? 0 : view.fgps().getFirst();
    boolean rolled = List.of("1", "3").contains(record.value(3).orElse(""));
    int quality =
        record
            .value(135)
            .filter(v -> v.matches("[0-9]{1,3}"))
            .map(Integer::parseInt)
            .orElse(QUALITY_MISSING);
    try {
      List<Minutia> minutiae = new ArrayList<>();
      for (MinutiaeView.Incits378Minutia m : view.minutiae()) {
        int direction = Angles.ours(m.angle(), Angles.INCITS_STEPS);
        minutiae.add(ExchangeFormat.minutia(m.kind() == 2, m.x(), m.y(), direction, m.quality()));
      }
      Template template =
          new Template(
              view.hll(),
              view.vll(),
              view.resolutionPpi(),
              ExchangeFormat.quality(quality),
              minutiae);
      return Optional.of(new FingerTemplate(fgp, rolled, template));
    } catch (IllegalArgumentException e) {
      // Numbers a sender wrote may lie beyond what a template holds.
      return Optional.empty();
    }
  }
}
