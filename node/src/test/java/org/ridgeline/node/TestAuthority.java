package org.ridgeline.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A certificate authority of a test's own, with one certificate for 127.0.0.1, made with the JDK's
/// keytool.
record TestAuthority(Path root, Path certificate, Path key) {
  private static final String PASSWORD = "changeit";

  static TestAuthority in(Path folder) throws IOException, GeneralSecurityException {
    Files.createDirectories(folder);
    Path store = folder.resolve("keys.p12");
    keytool(store, "-genkeypair -alias root -keyalg EC -dname CN=Root -ext bc:c=ca:true");
    keytool(store, "-genkeypair -alias server -keyalg EC -dname CN=server");
    keytool(store, "-certreq -alias server -file " + folder.resolve("server.csr"));
    keytool(
        store,
        "-gencert -alias root -rfc -ext san=ip:127.0.0.1 -infile "
            + folder.resolve("server.csr")
            + " -outfile "
            + folder.resolve("server.crt"));
    keytool(store, "-exportcert -alias root -rfc -file " + folder.resolve("root.crt"));
    Path key = folder.resolve("server.key");
    write(key, "PRIVATE KEY", key(store).getEncoded());
    return new TestAuthority(folder.resolve("root.crt"), folder.resolve("server.crt"), key);
  }

  private static Key key(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    Certificate held = keys.getCertificate("server");
    if (held == null) {
      throw new IllegalStateException("no key in " + store);
    }
    return keys.getKey("server", PASSWORD.toCharArray());
  }

  private static void write(Path file, String label, byte[] bytes) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Files.writeString(
        file, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static void keytool(Path store, String arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments.split(" ")));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(arguments + ": " + said);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
