package org.ridgeline.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ridgeline.codec.ebts.Profile;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ItlReader;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.codec.template.TemplateReader;
import org.ridgeline.codec.xml.XmlReader;
import org.ridgeline.codec.xml.XmlWriter;

/// The dearest bytes we could think of, half a megabyte and more: no parser takes more than its
/// multiple of memory for them, which docs/limits.md states, nor does any go on for ever.
@Timeout(120)
class HostileBytesTest {
  private static final int MANY = 1 << 19;

  static Stream<Arguments> transactions() {
    return Stream.of(
        Arguments.of("fields of no value", HostileFiles.fields()),
        Arguments.of("empty items", HostileFiles.value("\u001F".repeat(MANY))),
        Arguments.of("empty subfields", HostileFiles.value("\u001E".repeat(MANY))),
        Arguments.of("as many items as are read", HostileFiles.values("\u001F".repeat(19_990))),
        Arguments.of("as many subfields", HostileFiles.values("\u001E".repeat(19_990))),
        Arguments.of("one long value", HostileFiles.value("A".repeat(MANY))),
        Arguments.of("a minutia in each item", HostileFiles.minutiae()),
        Arguments.of("records that CNT names", HostileFiles.contents()),
        Arguments.of("subfields of faces", HostileFiles.subfields(10)),
        Arguments.of("subfields of latents", HostileFiles.subfields(13)),
        Arguments.of("subfields of fingers", HostileFiles.subfields(14)),
        Arguments.of("subfields of irises", HostileFiles.subfields(17)),
        Arguments.of("subfields of sources", HostileFiles.subfields(20)),
        Arguments.of("wrong tags", HostileFiles.wrongTags()),
        Arguments.of("records of no image", HostileFiles.records()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("transactions")
  void readsTransactions(String what, byte[] file) {
    hold(what, file, ItlReader::read, 64);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("transactions")
  void viewsAndChecksTransactions(String what, byte[] file) {
    if (ItlReader.read(file) instanceof Decoded.Accepted(Transaction read, _)) {
      hold(what, file, _ -> everyField(read), 512);
      hold(what + ", checked", file, _ -> Profile.named("ebts").check(read), 1024);
      hold(what + ", as XML", file, _ -> XmlWriter.write(read), 2048);
    }
  }

  private static int everyField(Transaction read) {
    int sum = 0;
    for (ItlRecord record : read.records()) {
      for (int field : record.fields()) {
        sum += record.subfields(field).size();
      }
    }
    return sum;
  }

  static Stream<Arguments> xml() {
    return Stream.of(
        Arguments.of("empty elements", HostileFiles.xml("<a/>".repeat(MANY / 4))),
        Arguments.of("nested elements", HostileFiles.xml("<a><a><a/></a></a>".repeat(MANY / 18))),
        Arguments.of("one long text", HostileFiles.xml("<a>" + "x".repeat(MANY) + "</a>")),
        Arguments.of("references", HostileFiles.xml("<a>" + "&lt;".repeat(MANY / 4) + "</a>")),
        Arguments.of("attributes", HostileFiles.xml("<a" + attributes() + "/>")),
        Arguments.of("namespaces", HostileFiles.xml("<a xmlns:b='c'/>".repeat(MANY / 16))),
        Arguments.of("odd elements", HostileFiles.xml("<a>x</a>".repeat(MANY / 8))),
        Arguments.of("records", HostileFiles.xmlRecords()),
        Arguments.of("a field again and again", HostileFiles.xmlFields()),
        Arguments.of("blanks in a field", HostileFiles.xmlField("a" + " ".repeat(MANY) + "b")),
        Arguments.of("lines in a field", HostileFiles.xmlField("a" + "\n ".repeat(MANY) + "b")));
  }

  private static String attributes() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; out.length() < MANY; i++) {
      out.append(" a").append(i).append("=''");
    }
    return out.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("xml")
  void readsXml(String what, byte[] file) {
    hold(what, file, XmlReader::read, 512);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void readsTemplates(String what, byte[] file) {
    hold(what, file, TemplateReader::read, 64);
  }

  static Stream<Arguments> templates() {
    return Stream.of(
        Arguments.of("fingers without minutiae", template(255, 0)),
        Arguments.of("fingers full of minutiae", template(255, 255)));
  }

  private static byte[] template(int fingers, int minutiae) {
    ByteBuffer out = ByteBuffer.allocate(24 + fingers * (6 + 6 * minutiae));
    out.put("FMR\0 20\0".getBytes(StandardCharsets.ISO_8859_1)).putInt(out.capacity());
    out.putShort((short) 0).putShort((short) 500).putShort((short) 500).putShort((short) 197);
    out.putShort((short) 197).put((byte) fingers).put((byte) 0);
    for (int i = 0; i < fingers; i++) {
      out.put((byte) (i % 11)).put((byte) 0).put((byte) 60).put((byte) minutiae);
      out.position(out.position() + 6 * minutiae).putShort((short) 0);
    }
    return out.array();
  }

  private static void hold(String what, byte[] file, Function<byte[], Object> work, int multiple) {
    Consumer<Object> kept = result -> assertThat(result).isNotNull();
    Cost cost = Cost.of(() -> kept.accept(work.apply(file)));
    IO.println(cost.told(what, file.length));
    assertThat(cost.bytesPer(file.length)).as(what).isLessThan(multiple);
  }
}
