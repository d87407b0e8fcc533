package org.ridgeline.cli.itl;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.codec.image.ImageDecoded;
import org.ridgeline.codec.image.ImageDecoder;
import org.ridgeline.codec.image.ImageEncoder;
import org.ridgeline.codec.image.ImageFormat;
import org.ridgeline.codec.image.ImageHints;
import org.ridgeline.codec.itl.Decoded;
import org.ridgeline.codec.itl.ImageView;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.vocabulary.Sha256;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `itl show`: the records and fields of files, and their images.
@Command(
    name = "show",
    description = "Shows the records and fields of files.",
    mixinStandardHelpOptions = true)
final class ItlShow implements Callable<Integer> {
  private static final int SHOWN_CHARS_MAX = 200;

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "ANSI/NIST-ITL files")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "print JSON: every field with all its values")
  private boolean json;

  @Option(
      names = "--images",
      paramLabel = "DIR",
      description = "write the records' images there, as they are; raw pixels as PNG")
  private Optional<Path> images = Optional.empty();

  @Override
  public Integer call() throws IOException {
    List<Map<String, Object>> shown = new ArrayList<>();
    PrintWriter out = spec.commandLine().getOut();
    boolean allAccepted = true;
    for (Path file : files) {
      byte[] bytes = ItlFiles.read(file);
      Decoded decoded = ItlFiles.decode(bytes);
      allAccepted &= decoded instanceof Decoded.Accepted;
      if (json) {
        shown.add(json(file, bytes, decoded));
      } else {
        tree(out, file, bytes, decoded);
      }
      if (images.isPresent()) {
        write(images.get(), file, decoded);
      }
    }
    if (json) {
      out.println(ItlFiles.json(shown));
    }
    out.flush();
    return allAccepted ? ExitCode.DONE : ExitCode.FINDINGS;
  }

  private static List<ItlRecord> records(Decoded decoded) {
    return switch (decoded) {
      case Decoded.Accepted accepted -> accepted.transaction().records();
      case Decoded.Refused refused -> refused.header().stream().map(ItlRecord.class::cast).toList();
    };
  }

  private static void tree(PrintWriter out, Path file, byte[] bytes, Decoded decoded) {
    String verdict = decoded instanceof Decoded.Accepted ? "" : ", refused";
    out.println(file + ": " + bytes.length + " bytes" + verdict);
    for (ItlRecord record : records(decoded)) {
      out.println("Type-" + record.name() + " at byte " + record.offset());
      for (int field : record.fields()) {
        String tag = ItlRecord.tag(record.type(), field);
        String value = value(record, field);
        out.printf("  %-7s %-5s %s%n", tag, ItlFiles.mnemonic(record, field), value);
      }
    }
    decoded.findings().forEach(finding -> out.println(ItlFiles.line(finding)));
  }

  /// Items with commas between them would read as one text, so `|` and `;` stand between items and
  /// subfields.
  private static String value(ItlRecord record, int field) {
    List<List<String>> subfields = record.subfields(field);
    if (subfields.isEmpty()) {
      return record.data().map(data -> data.length + " bytes" + format(data)).orElse("");
    }
    List<String> joined = subfields.stream().map(items -> String.join(" | ", items)).toList();
    String text = String.join(" ; ", joined).replaceAll("\\p{Cntrl}", "?");
    return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "...";
  }

  private static String format(byte[] data) {
    return ImageFormat.detect(data).map(format -> " of " + format).orElse("");
  }

  private static Map<String, Object> json(Path file, byte[] bytes, Decoded decoded) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file.toString());
    json.put("bytes", bytes.length);
    json.put("accepted", decoded instanceof Decoded.Accepted);
    json.put("findings", decoded.findings().stream().map(ItlFiles::json).toList());
    json.put("records", records(decoded).stream().map(ItlShow::json).toList());
    return json;
  }

  private static Map<String, Object> json(ItlRecord record) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", record.name());
    json.put("type", record.type());
    json.put("idc", record.idc());
    json.put("offset", record.offset());
    json.put("bytes", record.bytes().length);
    List<Map<String, Object>> fields = new ArrayList<>();
    for (int field : record.fields()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("tag", ItlRecord.tag(record.type(), field));
      entry.put("mnemonic", ItlFiles.mnemonic(record, field));
      entry.put("offset", record.offsetOf(field));
      List<List<String>> subfields = record.subfields(field);
      if (subfields.isEmpty() && record.data().isPresent()) {
        byte[] data = record.data().get();
        entry.put("dataBytes", data.length);
        entry.put("dataFormat", ImageFormat.detect(data).map(Enum::name).orElse(""));
        entry.put("dataSha256", sha256(data));
      } else {
        entry.put("subfields", subfields);
      }
      fields.add(entry);
    }
    json.put("fields", fields);
    return json;
  }

  private static String sha256(byte[] data) {
    return Sha256.hex(data);
  }

  /// DIR/card_14-3.wsq for the third Type-14 of card.an2.
  private static void write(Path dir, Path file, Decoded decoded) throws IOException {
    Files.createDirectories(dir);
    String stem = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    for (ItlRecord record : records(decoded)) {
      if (record.data().isPresent() && (record.type() != 7 && record.type() != 99)) {
        String name = stem + "_" + record.name().replace('#', '-');
        byte[] data = record.data().get();
        Optional<ImageFormat> format = ImageFormat.detect(data);
        if (format.isPresent()) {
          Files.write(dir.resolve(name + extension(format.get())), data);
        } else {
          Optional<byte[]> png = png(decoded, record, data);
          Files.write(dir.resolve(name + (png.isPresent() ? ".png" : ".bin")), png.orElse(data));
        }
      }
    }
  }

  private static String extension(ImageFormat format) {
    return switch (format) {
      case JPEG -> ".jpg";
      case JPEG_LOSSLESS -> ".jpl";
      case JPEG2000 -> ".jp2";
      case TIFF -> ".tif";
      case RAW, WSQ, PNG, BMP -> "." + format.name().toLowerCase(Locale.ROOT);
    };
  }

  /// Raw pixels as a PNG that states the record's resolution.
  private static Optional<byte[]> png(Decoded decoded, ItlRecord record, byte[] data) {
    int ppi =
        decoded instanceof Decoded.Accepted(var transaction, var _)
            ? ImageView.of(transaction, record).map(ImageView::resolutionPpi).orElse(0)
            : 0;
    ImageHints hints = new ImageHints(number(record, 6), number(record, 7), ppi);
    return switch (ImageDecoder.decode(ImageFormat.RAW, data, hints)) {
      case ImageDecoded.Decoded pixels ->
          Optional.of(ImageEncoder.encode(ImageFormat.PNG, pixels.image()));
      case ImageDecoded.Undecodable _ -> Optional.empty();
    };
  }

  private static int number(ItlRecord record, int field) {
    return record
        .value(field)
        .filter(value -> value.matches("[0-9]{1,5}"))
        .map(Integer::parseInt)
        .orElse(0);
  }
}
