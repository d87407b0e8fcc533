package org.ridgeline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ridgeline.cli.terminal.ExitCode;
import org.ridgeline.cli.terminal.Output;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.jurisdiction.BasisKind;
import org.ridgeline.exchange.jurisdiction.BasisStatus;
import org.ridgeline.exchange.jurisdiction.Filings;
import org.ridgeline.exchange.jurisdiction.JurisdictionRegister;
import org.ridgeline.exchange.jurisdiction.LegalBasis;
import org.ridgeline.exchange.jurisdiction.PublicNotice;
import org.ridgeline.exchange.jurisdiction.Readiness;
import org.ridgeline.vocabulary.Fips;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `jurisdiction ready`, `basis`, `notice`: what has to be there before one may begin.
final class JurisdictionReadyCommand {
  private JurisdictionReadyCommand() {}

  /// `jurisdiction ready`.
  @Command(
      name = "ready",
      description =
          "Prints a jurisdiction's checklist; ticks an item, or takes a tick back. Exit code 1"
              + " while an item is open.",
      mixinStandardHelpOptions = true)
  static final class Ready implements Callable<Integer> {
    @Mixin private DataOption data;

    @Option(names = "--fips", required = true, description = "its code, 06067, or 06 for a state")
    private String fips;

    @Option(names = "--item", description = "the item that is done; with --remark")
    private Optional<String> item;

    @Option(names = "--remark", description = "how one knows; with --undo why it is not done")
    private Optional<String> remark;

    @Option(names = "--undo", description = "it is not done")
    private boolean undo;

    @Option(
        names = "--json",
        description = "a line each: {\"item\",\"says\",\"done\",\"by\",\"at\",\"remark\"}")
    private boolean json;

    @Override
    public Integer call() throws Exception {
      Fips code = Fips.of(fips);
      if (item.isPresent() != remark.isPresent() || undo && item.isEmpty()) {
        throw new IllegalArgumentException("--item and --remark expected together");
      }
      List<Readiness.Item> items;
      try (DataOption.Opened opened = data.open()) {
        var today = LocalDate.now(ZoneOffset.UTC);
        if (opened.get(JurisdictionRegister.class).of(code, today).isEmpty()) {
          System.err.println("ridgeline: " + code + " is not listed: see jurisdiction import");
          return ExitCode.FINDINGS;
        }
        Readiness readiness = opened.get(Readiness.class);
        item.ifPresent(key -> take(readiness, code, key));
        items = readiness.of(code);
      }
      for (Readiness.Item one : items) {
        ReadinessLine line = ReadinessLine.of(one);
        if (json) {
          Output.json(line);
        } else {
          System.out.println(line.words());
        }
      }
      boolean isAll = items.stream().allMatch(one -> one.tick().isPresent());
      return isAll || item.isPresent() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private void take(Readiness readiness, Fips code, String key) {
      if (undo) {
        readiness.untick(code, key, remark.orElseThrow(), Administrator.local());
      } else {
        readiness.tick(code, key, remark.orElseThrow(), Administrator.local());
      }
    }
  }

  /// `jurisdiction basis`.
  @Command(
      name = "basis",
      description = "Files a jurisdiction's legal basis; of several in force the last one counts.",
      mixinStandardHelpOptions = true)
  static final class Basis implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private AccessOptions.Reason reason;
    @Mixin private AccessOptions.Said said;

    @Option(names = "--fips", required = true, description = "its code, 06067, or 06 for a state")
    private String fips;

    @Option(names = "--kind", required = true, description = "${COMPLETION-CANDIDATES}")
    private BasisKind kind;

    @Option(names = "--status", required = true, description = "${COMPLETION-CANDIDATES}")
    private BasisStatus status;

    @Option(names = "--title", required = true, description = "what it is called")
    private String title;

    @ArgGroup(multiplicity = "1")
    private Document document = new Document();

    static final class Document {
      @Option(
          names = "--document",
          required = true,
          paramLabel = "FILE",
          description = "the document; its SHA-256 is kept, not the file")
      private Optional<Path> file = Optional.empty();

      @Option(names = "--sha256", required = true, description = "the document's SHA-256")
      private Optional<String> sha256 = Optional.empty();
    }

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "in force from")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "first day it is not in force")
    private Optional<LocalDate> to;

    @Override
    public Integer call() throws Exception {
      String digest =
          document.file.isPresent() ? digest(document.file.get()) : document.sha256.orElseThrow();
      LegalBasis basis = new LegalBasis(kind, status, title, digest, from, to);
      Fips code = Fips.of(fips);
      try (DataOption.Opened opened = data.open()) {
        opened.get(Filings.class).file(code, basis, reason.text(), Administrator.local());
      }
      return said.done(
          code.value(), "basis", "legal basis of " + code + " filed, sha256 " + digest);
    }

    private static String digest(Path file) throws IOException, NoSuchAlgorithmException {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  /// `jurisdiction notice`.
  @Command(
      name = "notice",
      description = "Records what the public was told of a jurisdiction, and when.",
      mixinStandardHelpOptions = true)
  static final class Notice implements Callable<Integer> {
    @Mixin private DataOption data;
    @Mixin private AccessOptions.Said said;

    @Option(names = "--fips", required = true, description = "its code, 06067, or 06 for a state")
    private String fips;

    @Option(names = "--text", required = true, description = "the words, or their address")
    private String text;

    @Option(names = "--published", required = true, paramLabel = "DATE", description = "the day")
    private LocalDate published;

    @Override
    public Integer call() throws Exception {
      Fips code = Fips.of(fips);
      PublicNotice notice = new PublicNotice(text, published);
      try (DataOption.Opened opened = data.open()) {
        opened.get(Filings.class).publish(code, notice, Administrator.local());
      }
      return said.done(code.value(), "notice", "public notice of " + code + " recorded");
    }
  }
}
