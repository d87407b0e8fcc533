package org.ridgeline.codec.template;

import java.util.Optional;
import org.ridgeline.vocabulary.Finding;
import org.ridgeline.vocabulary.FindingCode;
import org.ridgeline.vocabulary.Severity;

/// Reads template files.
public final class TemplateReader {
  private TemplateReader() {}

  /// Reads a file in whichever of the formats it is.
  /// - **Error** none: hostile or broken bytes give an [TemplatesDecoded.Undecodable]
  public static TemplatesDecoded read(byte[] bytes) {
    Optional<ExchangeFormat> format = ExchangeFormat.detect(bytes);
    if (format.isEmpty()) {
      return undecodable("ISO/IEC 19794-2:2005 or INCITS 378-2004", "another format");
    }
    return MinutiaeReader.read(bytes, format.get())
        .<TemplatesDecoded>map(fingers -> new TemplatesDecoded.Decoded(format.get(), fingers))
        .orElseGet(() -> undecodable("a whole template", bytes.length + " bytes"));
  }

  private static TemplatesDecoded undecodable(String expected, String found) {
    return new TemplatesDecoded.Undecodable(
        Finding.of(Severity.ERROR, FindingCode.FIELD_INVALID, expected, found));
  }
}
