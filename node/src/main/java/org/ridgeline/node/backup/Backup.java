package org.ridgeline.node.backup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;
import org.ridgeline.node.backup.ContentInput.Thing;
import org.ridgeline.node.backup.ContentOutput.Kind;

/// A backup that is there, with the key that opens it.
/// - **Shape** `key` empty for one that is not encrypted
public record Backup(Path file, Optional<BackupKey> key) {
  private static final int BUFFER_BYTES = 1 << 16;

  /// What was read from its first byte to its last.
  /// - **Shape** `whole` size and digest of the file
  public record Read(Manifest manifest, Sum whole) {}

  /// What becomes of things as they are read.
  interface Reading {
    void take(Thing thing) throws IOException;
  }

  /// Reads all of it and believes nothing before: every chunk in its place up to the last, every
  /// table and file with the digest that the manifest says.
  /// - **Shape** `progress` is told bytes of the file
  /// - **Error** anything else: [BadBackupException]
  public Read check(LongConsumer progress) throws IOException {
    return read(_ -> {}, progress);
  }

  /// Reads all of it, and gives each table and file on the way; the last word is this method's.
  Read read(Reading reading, LongConsumer progress) throws IOException {
    try (Summed in = new Summed(Files.newInputStream(file), progress)) {
      InputStream buffered = new BufferedInputStream(in, BUFFER_BYTES);
      Header.Read header = Header.read(file, buffered);
      ContentInput content = new ContentInput(buffered, header.seal(file, key));
      try {
        Manifest manifest = things(content, reading);
        return new Read(manifest, in.summing.sum());
      } finally {
        content.end();
      }
    } catch (EOFException | ZipException e) {
      throw new BadBackupException(file + ": a part of it ends too early", e);
    } catch (BadBackupException e) {
      throw e.getMessage().contains(file.toString())
          ? e
          : new BadBackupException(file + ": " + e.getMessage(), e);
    }
  }

  private Manifest things(ContentInput content, Reading reading) throws IOException {
    Map<String, Sum> tables = new TreeMap<>();
    Map<String, Sum> files = new TreeMap<>();
    while (true) {
      Thing thing =
          content.next().orElseThrow(() -> new BadBackupException("it ends without a manifest"));
      if (thing.kind() == Kind.MANIFEST) {
        byte[] json = thing.bytes().readNBytes(Limits.MANIFEST_BYTES_MAX);
        Manifest manifest = Manifest.of(json);
        if (content.next().isPresent()) {
          throw new BadBackupException("something follows the manifest");
        }
        agree(manifest, tables, files);
        return manifest;
      }
      Summed counted = new Summed(thing.bytes(), _ -> {});
      reading.take(new Thing(thing.kind(), thing.name(), counted));
      counted.transferTo(OutputStream.nullOutputStream());
      Map<String, Sum> read = thing.kind() == Kind.TABLE ? tables : files;
      if (read.put(thing.name(), counted.summing.sum()) != null) {
        throw new BadBackupException(thing.name() + " is in it twice");
      }
    }
  }

  private static void agree(Manifest manifest, Map<String, Sum> tables, Map<String, Sum> files)
      throws IOException {
    Map<String, Sum> saidTables = new TreeMap<>();
    manifest.tables().forEach(t -> saidTables.put(t.full(), new Sum(t.bytes(), t.sha256())));
    Map<String, Sum> saidFiles = new TreeMap<>();
    manifest.files().forEach(f -> saidFiles.put(f.name(), new Sum(f.bytes(), f.sha256())));
    if (!saidTables.equals(tables) || !saidFiles.equals(files)) {
      throw new BadBackupException("what it holds is not what its manifest says");
    }
  }

  private static final class Summed extends FilterInputStream {
    private final Summing summing = new Summing();
    private final LongConsumer progress;

    Summed(InputStream in, LongConsumer progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      int part = in.read(bytes, from, count);
      if (part > 0) {
        summing.add(bytes, from, part);
        progress.accept(summing.bytes());
      }
      return part;
    }
  }
}
