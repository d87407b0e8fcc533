package org.ridgeline.cli.itl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.codec.ebts.Profile;
import org.ridgeline.codec.itl.ItlRecord;
import org.ridgeline.codec.itl.ItlWriter;
import org.ridgeline.codec.itl.Transaction;
import org.ridgeline.codec.itl.TransactionBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `itl make`: builds a transaction from fields and images.
@Command(
    name = "make",
    description = {
      "Builds a transaction from fields and images; LEN, CNT, IDC, NSR and NTR are computed.",
      "",
      "Fields are TAG=VALUE, as 2.018=DOE,JANE. The same tag again adds a subfield (2.019=A,B"
          + " 2.019=C,D); ^ separates information items (2.047=20100111^PETTY THEFT).",
      "Mandatory fields that are not given get the code for 'unknown'; stderr says which."
    },
    mixinStandardHelpOptions = true)
final class ItlMake implements Callable<Integer> {
  private static final Pattern FIELD = Pattern.compile("([12])\\.0*([0-9]{1,4})=(.*)");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,5})x([0-9]{1,5})");
  private static final char US = 0x1F;

  @Spec private CommandSpec spec;

  @Option(names = "--tot", required = true, paramLabel = "TOT", description = "CAR, CNA, ...")
  private String tot = "";

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "file to write")
  private Path out = Path.of("");

  @Option(names = "--field", paramLabel = "TAG=VALUE", description = "a Type-1 or Type-2 field")
  private List<String> fields = List.of();

  @Option(
      names = "--print",
      paramLabel = "FGP=IMAGE[@DPI]",
      description = {
        "a finger image: TIFF, PNG, BMP, JPEG, WSQ or RAW; FGP 1..10 rolled, 11..15 plain;",
        "without @DPI the resolution the image states, else 500"
      })
  private List<String> prints = List.of();

  @Option(
      names = "--compress",
      paramLabel = "none|png|wsq",
      defaultValue = "wsq",
      description = "compression of the images (default: wsq)")
  private String compress = "wsq";

  @Option(
      names = "--type",
      paramLabel = "4|14|auto",
      defaultValue = "auto",
      description = "record type of the images; auto: 4 at 500 ppi, else 14 (default: auto)")
  private String type = "auto";

  @Option(names = "--plain", description = "single fingers are plain, not rolled")
  private boolean plain;

  @Option(names = "--size", paramLabel = "WxH", description = "size of RAW images")
  private Optional<String> size = Optional.empty();

  @Option(names = "--no-fill", description = "do not fill in mandatory fields that are missing")
  private boolean noFill;

  @Override
  public Integer call() throws IOException {
    Map<Integer, String> header = new LinkedHashMap<>();
    Map<Integer, List<List<String>>> two = new LinkedHashMap<>();
    fields.forEach(field -> field(field, header, two));
    defaults(header, two);
    if (!noFill) {
      fill(header, two);
    }
    TransactionBuilder builder = TransactionBuilder.of(tot);
    try {
      header.forEach(builder::header);
      two.forEach(builder::field2);
      ItlPrint.Style style = style();
      for (String print : prints) {
        ItlPrint.parse(print).add(builder, style);
      }
      Transaction transaction = builder.build();
      Files.write(out, ItlWriter.write(transaction));
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    return ExitCode.DONE;
  }

  private void field(
      String text, Map<Integer, String> header, Map<Integer, List<List<String>>> two) {
    Matcher field = FIELD.matcher(text);
    if (!field.matches()) {
      throw usage("--field " + text + ": expected TAG=VALUE with a tag 1.nnn or 2.nnn");
    }
    int number = Integer.parseInt(field.group(2));
    String value = field.group(3).replace('^', US);
    if (field.group(1).equals("1")) {
      header.put(number, value);
    } else {
      List<String> items = Arrays.asList(value.split(String.valueOf(US), -1));
      two.computeIfAbsent(number, _ -> new ArrayList<>()).add(items);
    }
  }

  private void defaults(Map<Integer, String> header, Map<Integer, List<List<String>>> two) {
    LocalDateTime now = LocalDateTime.now(Clock.systemUTC());
    header.putIfAbsent(5, now.format(DateTimeFormatter.BASIC_ISO_DATE));
    header.putIfAbsent(7, "RIDGELINE");
    if (!header.containsKey(8)) {
      Optional<String> cri = Optional.ofNullable(two.get(73)).map(s -> s.getFirst().getFirst());
      header.put(8, cri.orElseThrow(() -> usage("give --field 1.008=ORI or --field 2.073=CRI")));
    }
    header.putIfAbsent(9, tcn(now));
  }

  /// Unique enough for one sender: the time to the millisecond and 30 random bits.
  private static String tcn(LocalDateTime now) {
    String time = now.format(DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT));
    int random = new SecureRandom().nextInt(1 << 30);
    return "RL" + time + String.format("%08X", random);
  }

  private void fill(Map<Integer, String> header, Map<Integer, List<List<String>>> two) {
    Profile ebts = Profile.named("ebts");
    List<String> filled = new ArrayList<>();
    for (int field : ebts.mandatoryFields(tot)) {
      Optional<List<String>> unknown = ebts.unknown(field);
      if (!two.containsKey(field) && unknown.isPresent()) {
        List<String> items =
            unknown.get().stream()
                .map(item -> item.replace("{1.005}", header.get(5)))
                .map(item -> item.replace("{1.008}", header.get(8)))
                .toList();
        two.put(field, List.of(items));
        String mnemonic = ebts.mnemonic(2, field).orElse("");
        filled.add(ItlRecord.tag(2, field) + " " + mnemonic + "=" + String.join("^", items));
      }
    }
    if (!filled.isEmpty()) {
      spec.commandLine().getErr().println("filled in: " + String.join("; ", filled));
    }
  }

  private ItlPrint.Style style() {
    int width = 0;
    int height = 0;
    if (size.isPresent()) {
      Matcher sides = SIZE.matcher(size.get());
      if (!sides.matches()) {
        throw usage("--size " + size.get() + ": expected WxH");
      }
      width = Integer.parseInt(sides.group(1));
      height = Integer.parseInt(sides.group(2));
    }
    ItlPrint.Compression compression =
        switch (compress.toLowerCase(Locale.ROOT)) {
          case "none" -> ItlPrint.Compression.NONE;
          case "png" -> ItlPrint.Compression.PNG;
          case "wsq" -> ItlPrint.Compression.WSQ;
          default -> throw usage("--compress " + compress + ": expected none, png or wsq");
        };
    ItlPrint.Record record =
        switch (type) {
          case "auto" -> ItlPrint.Record.BY_RESOLUTION;
          case "4" -> ItlPrint.Record.TYPE_4;
          case "14" -> ItlPrint.Record.TYPE_14;
          default -> throw usage("--type " + type + ": expected 4, 14 or auto");
        };
    return new ItlPrint.Style(compression, record, plain, width, height);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
