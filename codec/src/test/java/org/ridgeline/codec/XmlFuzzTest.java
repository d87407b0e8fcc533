package org.ridgeline.codec;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.ridgeline.codec.xml.XmlReader;

/// Any bytes as a transaction in the XML encoding.
class XmlFuzzTest {
  @FuzzTest
  void read(byte[] bytes) {
    Exercise.everything(XmlReader.read(bytes));
  }
}
