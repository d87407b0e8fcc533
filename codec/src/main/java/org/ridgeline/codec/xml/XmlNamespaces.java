package org.ridgeline.codec.xml;

import java.util.Map;
import java.util.TreeMap;

/// The namespaces of the encoding, under the prefixes our table uses.
/// - **Source** ANSI/NIST-ITL 1-2011, Annex C; NIEM 2.0; EBTS 10.0
final class XmlNamespaces {
  static final Map<String, String> BY_PREFIX =
      new TreeMap<>(
          Map.of(
              "itl", "http://biometrics.nist.gov/standard/2011",
              "biom", "http://niem.gov/niem/biometrics/1.0",
              "nc", "http://niem.gov/niem/niem-core/2.0",
              "j", "http://niem.gov/niem/domains/jxdm/4.1",
              "ebts", "http://cjis.fbi.gov/fbi_ebts/10.0"));

  private XmlNamespaces() {}

  /// "nc:Date"; "?:Date" for a namespace that is none of ours.
  static String name(String namespace, String local) {
    for (Map.Entry<String, String> entry : BY_PREFIX.entrySet()) {
      if (entry.getValue().equals(namespace)) {
        return entry.getKey() + ":" + local;
      }
    }
    return "?:" + local;
  }
}
