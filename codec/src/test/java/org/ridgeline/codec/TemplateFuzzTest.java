package org.ridgeline.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.ridgeline.codec.template.ExchangeFormat;
import org.ridgeline.codec.template.FingerTemplate;
import org.ridgeline.codec.template.TemplateReader;
import org.ridgeline.codec.template.TemplatesDecoded;

/// Any bytes as templates for exchange; what is read is written, or refused for what the format
/// cannot hold, and reads and writes the same ever after.
class TemplateFuzzTest {
  @FuzzTest
  void read(byte[] bytes) {
    if (TemplateReader.read(bytes)
        instanceof TemplatesDecoded.Decoded(ExchangeFormat format, List<FingerTemplate> fingers)) {
      byte[] written;
      try {
        written = format.write(fingers);
      } catch (IllegalArgumentException beyond) {
        return;
      }
      TemplatesDecoded.Decoded again = (TemplatesDecoded.Decoded) TemplateReader.read(written);
      assertThat(format.write(again.fingers())).isEqualTo(written);
    }
  }
}
