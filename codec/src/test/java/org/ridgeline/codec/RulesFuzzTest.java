package org.ridgeline.codec;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.ridgeline.codec.ebts.Profile;

/// Any text as an agency's rules: read, or refused with the line.
class RulesFuzzTest {
  private static final Profile ITL = Profile.named("itl");

  @FuzzTest
  void layer(byte[] bytes) {
    try {
      ITL.layered("fuzzed", new String(bytes, StandardCharsets.UTF_8)).tots();
    } catch (IllegalArgumentException refused) {
      if (!refused.getMessage().startsWith("fuzzed:")) {
        throw refused;
      }
    }
  }
}
