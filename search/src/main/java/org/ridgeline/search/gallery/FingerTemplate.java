package org.ridgeline.search.gallery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.List;
import org.ridgeline.vocabulary.Minutia;
import org.ridgeline.vocabulary.Template;

/// One finger's template, made ready for comparing. SourceAFIS reads its templates as CBOR only, so
/// ours is written as that.
/// - **Unit** about 10 kB of heap a finger: edge tables, built once
/// - **Limit** templates at 500 ppi; others: IllegalArgumentException
public final class FingerTemplate {
  private static final int RESOLUTION_PPI = 500;
  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());

  private final FingerprintTemplate edges;

  private FingerTemplate(FingerprintTemplate edges) {
    this.edges = edges;
  }

  /// Prepares a template.
  public static FingerTemplate of(Template template) {
    if (template.resolutionPpi() != RESOLUTION_PPI) {
      throw new IllegalArgumentException(
          "resolutionPpi=" + template.resolutionPpi() + " expected=" + RESOLUTION_PPI);
    }
    try {
      return new FingerTemplate(new FingerprintTemplate(CBOR.writeValueAsBytes(form(template))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a template of plain numbers must have a CBOR form", e);
    }
  }

  /// The matcher's own form of this template.
  public FingerprintTemplate edges() {
    return edges;
  }

  private static SourceAfisForm form(Template template) {
    List<Minutia> minutiae = template.minutiae();
    StringBuilder types = new StringBuilder();
    for (Minutia minutia : minutiae) {
      types.append(minutia instanceof Minutia.RidgeEnding ? 'E' : 'B');
    }
    return new SourceAfisForm(
        "3.18.1-java",
        template.widthPx(),
        template.heightPx(),
        minutiae.stream().mapToInt(Minutia::x).toArray(),
        minutiae.stream().mapToInt(Minutia::y).toArray(),
        minutiae.stream().mapToDouble(m -> m.direction() * (2 * Math.PI) / 65_536).toArray(),
        types.toString());
  }

  /// Field names are SourceAFIS's.
  record SourceAfisForm(
      String version,
      int width,
      int height,
      int[] positionsX,
      int[] positionsY,
      double[] directions,
      String types) {}
}
