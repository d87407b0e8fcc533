package org.ridgeline.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ridgeline.console.entry.AddressRange;
import org.ridgeline.console.entry.EntryNotice;
import org.ridgeline.console.entry.FrontDoor;
import org.ridgeline.node.Settings;

/// What the texts of `ridgeline.properties` mean to the doors.
///
///     server.tls-certificate   PEM file: our certificate, then those between it and its authority
///     server.tls-key           PEM file: its private key, PKCS #8
///     server.client-authorities   PEM file: authorities whose certificates agencies may show
///     server.trusted-proxies   addresses, ranges: whose X-Forwarded-* counts
///     server.forwarded         x-forwarded, or rfc7239: by which headers they speak
///     server.public-url        what people type, https://HOST: links are built of it
///     server.plain             allow: listens beyond this machine without TLS or proxy
///     console.lock-after       wrong passwords within 15 minutes that lock a log-in, 0 for never
///     console.notice           text file: what everybody agrees to before they log in
///
/// - **Shape** `lockAfter` 0..100
record DoorSettings(
    Optional<Tls> tls, FrontDoor front, boolean isPlainAllowed, int lockAfter, EntryNotice notice) {
  private static final String AUTHORITIES = "server.client-authorities";
  private static final int LOCK_AFTER_MAX = 100;
  private static final int NOTICE_MAX = org.ridgeline.console.page.Limits.NOTICE_CHARS_MAX;

  /// Certificate and key, and whose certificates agencies may show, as files that are read again
  /// when they change.
  record Tls(Path certificate, Path key, Optional<Path> clientAuthorities) {}

  /// Reads what is set.
  /// - **Error** a value that is none of its kind: IllegalArgumentException, naming file, key, text
  ///   and what was expected
  static DoorSettings of(Settings settings) {
    return new DoorSettings(
        tls(settings),
        new FrontDoor(proxies(settings), isStandard(settings), publicUrl(settings)),
        settings.value("server.plain").filter("allow"::equals).isPresent(),
        lockAfter(settings),
        notice(settings));
  }

  private static Optional<Tls> tls(Settings settings) {
    Optional<Path> certificate = file(settings, "server.tls-certificate");
    Optional<Path> key = file(settings, "server.tls-key");
    if (certificate.isPresent() != key.isPresent()) {
      throw wrong(settings, "server.tls-certificate and server.tls-key expected together");
    }
    Optional<Path> authorities = file(settings, AUTHORITIES);
    authorities.ifPresent(file -> checkAuthorities(settings, file));
    if (authorities.isPresent() && certificate.isEmpty()) {
      throw wrong(
          settings,
          AUTHORITIES
              + " expected with server.tls-certificate: behind a proxy nobody's certificate"
              + " is believed");
    }
    return certificate.map(path -> new Tls(path, key.orElseThrow(), authorities));
  }

  private static void checkAuthorities(Settings settings, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      if (!CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty()) {
        return;
      }
    } catch (IOException | CertificateException e) {
      // Said below, with what was expected.
    }
    throw wrong(settings, AUTHORITIES + "=" + file + " expected a PEM file of certificates alone");
  }

  private static Optional<Path> file(Settings settings, String key) {
    Optional<Path> path = settings.value(key).map(Path::of).map(Path::toAbsolutePath);
    path.filter(file -> !Files.isReadable(file))
        .ifPresent(file -> {
          throw wrong(settings, key + "=" + file + " expected a PEM file that can be read");
        });
    return path;
  }

  private static List<AddressRange> proxies(Settings settings) {
    String key = "server.trusted-proxies";
    String text = settings.value(key).orElse("");
    try {
      return Arrays.stream(text.split(","))
          .map(String::strip)
          .filter(one -> !one.isEmpty())
          .map(AddressRange::of)
          .toList();
    } catch (IllegalArgumentException e) {
      throw wrong(settings, key + "=" + text + " expected addresses like 10.0.0.5 or 10.0.0.0/8");
    }
  }

  private static Optional<URI> publicUrl(Settings settings) {
    String key = "server.public-url";
    return settings
        .value(key)
        .map(text -> {
          String bare = text.replaceAll("/+$", "");
          if (!bare.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")) {
            throw wrong(settings, key + "=" + text + " expected https://HOST or https://HOST:PORT");
          }
          return URI.create(bare);
        });
  }

  private static boolean isStandard(Settings settings) {
    String text = settings.value("server.forwarded").orElse("x-forwarded");
    if (!List.of("x-forwarded", "rfc7239").contains(text)) {
      throw wrong(settings, "server.forwarded=" + text + " expected x-forwarded or rfc7239");
    }
    return text.equals("rfc7239");
  }

  private static int lockAfter(Settings settings) {
    String key = "console.lock-after";
    String text = settings.value(key).orElse("0");
    if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > LOCK_AFTER_MAX) {
      throw wrong(
          settings, key + "=" + text + " expected a whole number from 0 to " + LOCK_AFTER_MAX);
    }
    return Integer.parseInt(text);
  }

  private static EntryNotice notice(Settings settings) {
    String key = "console.notice";
    Optional<Path> path = settings.value(key).map(settings.file()::resolveSibling);
    if (path.isEmpty()) {
      return EntryNotice.NONE;
    }
    try {
      Optional<EntryNotice> notice = EntryNotice.of(Files.readAllBytes(path.get()));
      if (notice.isPresent()) {
        return notice.get();
      }
    } catch (IOException e) {
      // Said below, with what was expected.
    }
    throw wrong(
        settings,
        key
            + "="
            + path.get()
            + " expected a UTF-8 text file of 1 to "
            + NOTICE_MAX
            + " characters");
  }

  private static IllegalArgumentException wrong(Settings settings, String what) {
    return new IllegalArgumentException(settings.file() + ": " + what);
  }

  /// Refuses to listen where passwords and people's records would pass by in the clear.
  /// - **Error** an address beyond this machine without TLS or proxy: IllegalArgumentException
  void check(String address) {
    boolean isKept =
        tls.isPresent() || !front.proxies().isEmpty() || isPlainAllowed || isHere(address);
    if (!isKept) {
      throw new IllegalArgumentException(
          "address="
              + address
              + " is beyond this machine, and nothing encrypts what is sent: set"
              + " server.tls-certificate and server.tls-key, or server.trusted-proxies where a"
              + " proxy does, or server.plain=allow where it may be read by others"
              + " (docs/operating.md)");
    }
  }

  private static boolean isHere(String address) {
    try {
      return address.equals("localhost") || InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /// Whether browsers come by https: by ours, or by a proxy's under our public name.
  private boolean isSecure() {
    return tls.isPresent()
        || front.publicUrl().filter(url -> "https".equals(url.getScheme())).isPresent();
  }

  /// The same in Spring Boot's words.
  Map<String, Object> properties() {
    Map<String, Object> all = new TreeMap<>();
    tls.ifPresent(own -> {
      String bundle = "spring.ssl.bundle.pem.door.";
      all.put(bundle + "keystore.certificate", own.certificate().toUri().toString());
      all.put(bundle + "keystore.private-key", own.key().toUri().toString());
      all.put(bundle + "reload-on-update", "true");
      all.put(bundle + "options.enabled-protocols", "TLSv1.3,TLSv1.2");
      all.put("spring.ssl.bundle.watch.file.quiet-period", "1s");
      all.put("server.ssl.bundle", "door");
      own.clientAuthorities()
          .ifPresent(file -> {
            all.put(bundle + "truststore.certificate", file.toUri().toString());
            // Wanted, not needed: browsers and holders of tokens come without one.
            all.put("server.ssl.client-auth", "want");
          });
    });
    if (isSecure()) {
      all.put("server.servlet.session.cookie.secure", "true");
      // Browsers send it to this very host only, and only over TLS.
      all.put("server.servlet.session.cookie.name", "__Host-ridgeline");
      all.put("server.servlet.session.cookie.path", "/");
    }
    return all;
  }
}
