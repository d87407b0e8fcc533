package org.ridgeline.app;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ridgeline.ledger.Limits;
import org.ridgeline.ledger.stamp.StampAuthority;
import org.ridgeline.ledger.stamp.TrustedSigners;
import org.ridgeline.node.Settings;

/// Where what the ledger signed is kept besides the data folder, as `ridgeline.properties` says.
///
///     ledger.checkpoints   a copy of the checkpoints file: absolute, in a folder that is there,
///                          best on another machine's disk
///
///     ledger.witness       URL of a witness that countersigns checkpoints
///
///     ledger.tsa-url           URL of a time stamp authority (RFC 3161)
///
///     ledger.tsa-certificate   PEM file: its certificate, or that of who issued it
///
///     ledger.tsa-policy        object identifier of the policy asked for
///
///     ledger.tsa-minutes       minutes between two stamps at least, 15 unless set
///
/// - **Shape** `checkpoints` the copy, `witness` the URL, `authority` of stamps to ask for,
///   `trustedStamps` who may have signed those that are kept; empty where none is set
record LedgerSettings(
    Optional<Path> checkpoints,
    Optional<URI> witness,
    Optional<StampAuthority> authority,
    Optional<TrustedSigners> trustedStamps) {
  private static final String CHECKPOINTS = "ledger.checkpoints";
  private static final String WITNESS = "ledger.witness";
  private static final String TSA_URL = "ledger.tsa-url";
  private static final String TSA_CERTIFICATE = "ledger.tsa-certificate";
  private static final String TSA_POLICY = "ledger.tsa-policy";
  private static final String TSA_MINUTES = "ledger.tsa-minutes";
  private static final int MINUTES_MAX = 1440;
  private static final Pattern OBJECT_IDENTIFIER =
      Pattern.compile("[0-2](\\.(0|[1-9][0-9]{0,17})){1,30}");

  /// Reads what is set.
  /// - **Error** a path that cannot be used: IllegalArgumentException
  static LedgerSettings of(Settings settings) {
    Optional<TrustedSigners> trusted =
        settings.value(TSA_CERTIFICATE).map(text -> certificates(settings, text));
    Optional<String> policy = settings.value(TSA_POLICY).map(text -> policy(settings, text));
    Duration every = every(settings);
    return new LedgerSettings(
        settings.value(CHECKPOINTS).map(text -> file(settings, text)),
        settings.value(WITNESS).map(text -> url(settings, WITNESS, text)),
        settings
            .value(TSA_URL)
            .map(text -> new StampAuthority(open(settings, text), trusted, policy, every)),
        trusted);
  }

  /// One that holds no password: it is said in logs and on pages.
  private static URI open(Settings settings, String text) {
    URI url = url(settings, TSA_URL, text);
    if (url.getUserInfo() != null) {
      throw wrong(settings, TSA_URL + " expected a URL without user and password");
    }
    return url;
  }

  /// Its place is taken from the data folder's.
  private static TrustedSigners certificates(Settings settings, String text) {
    try {
      return TrustedSigners.read(settings.file().resolveSibling(text));
    } catch (IOException | InvalidPathException e) {
      throw wrong(
          settings,
          TSA_CERTIFICATE
              + "="
              + text
              + " expected a file of certificates in PEM: "
              + e.getMessage());
    }
  }

  private static String policy(Settings settings, String text) {
    if (!OBJECT_IDENTIFIER.matcher(text).matches()) {
      throw wrong(
          settings, TSA_POLICY + "=" + text + " expected an object identifier like 1.2.3.4");
    }
    return text;
  }

  private static Duration every(Settings settings) {
    Optional<String> text = settings.value(TSA_MINUTES);
    if (text.isEmpty()) {
      return Limits.STAMP_EVERY;
    }
    if (!text.get().matches("[1-9][0-9]{0,3}") || Integer.parseInt(text.get()) > MINUTES_MAX) {
      throw wrong(
          settings, TSA_MINUTES + "=" + text.get() + " expected minutes from 1 to " + MINUTES_MAX);
    }
    return Duration.ofMinutes(Integer.parseInt(text.get()));
  }

  private static URI url(Settings settings, String key, String text) {
    try {
      URI url = new URI(text);
      if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
          && url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw wrong(settings, key + "=" + text + " expected http://HOST:PORT or https://HOST");
  }

  private static Path file(Settings settings, String text) {
    try {
      Path path = Path.of(text);
      if (path.isAbsolute() && Files.isDirectory(path.getParent()) && !Files.isDirectory(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      // Said below.
    }
    throw wrong(
        settings,
        CHECKPOINTS
            + "="
            + text
            + " expected the absolute path of a file in a folder that is there");
  }

  private static IllegalArgumentException wrong(Settings settings, String what) {
    return new IllegalArgumentException(settings.file() + ": " + what);
  }
}
