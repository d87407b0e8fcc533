package org.ridgeline.ledger.stamp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// A time stamp authority of a test, with keys of its own: a root, and who signs by it.
final class TestAuthority implements AutoCloseable {
  static final String POLICY = "1.3.6.1.4.1.99999.1";

  /// What it answers with; a test puts another in its place.
  interface Answering {
    void answer(HttpExchange exchange, byte[] request) throws Exception;
  }

  /// What is put into a signer's certificate.
  /// - **Shape** `purpose` of the key; valid from `from` days ago to `to` days from now
  record Signer(KeyPurposeId purpose, int from, int to) {
    static final Signer GOOD = new Signer(KeyPurposeId.id_kp_timeStamping, 10, 10);
  }

  /// Bouncy Castle signs for nobody whose certificate is for something else; this one says it is
  /// for time stamps.
  private static final class Pretender extends JcaX509CertificateHolder {
    private static final long serialVersionUID = 1L;

    Pretender(X509Certificate certificate) throws CertificateEncodingException {
      super(certificate);
    }

    @Override
    public Extension getExtension(ASN1ObjectIdentifier what) {
      try {
        return what.equals(Extension.extendedKeyUsage)
            ? Extension.create(what, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
            : super.getExtension(what);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  final X509Certificate root;
  final X509Certificate signer;
  private final KeyPair key = pair();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Answering answering = (exchange, request) -> send(exchange, stamp(request));
  private volatile Instant clock = Instant.EPOCH;
  private volatile int asked;

  TestAuthority(Signer signing) throws Exception {
    KeyPair rootKey = pair();
    X500Name name = new X500Name("CN=Root of an invented authority " + System.nanoTime());
    var made = builder(name, name, rootKey, Signer.GOOD);
    made.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    root = sign(made, rootKey);
    var issued = builder(name, new X500Name("CN=Invented time stamps"), key, signing);
    issued.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(signing.purpose()));
    signer = sign(issued, rootKey);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static JcaX509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, KeyPair key, Signer signing) {
    Instant now = Instant.now();
    return new JcaX509v3CertificateBuilder(
        issuer,
        BigInteger.valueOf(System.nanoTime()),
        Date.from(now.minus(Duration.ofDays(signing.from()))),
        Date.from(now.plus(Duration.ofDays(signing.to()))),
        subject,
        key.getPublic());
  }

  private static X509Certificate sign(JcaX509v3CertificateBuilder certificate, KeyPair by)
      throws Exception {
    return new JcaX509CertificateConverter()
        .getCertificate(
            certificate.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  int asked() {
    return asked;
  }

  void answers(Answering other) {
    answering = other;
  }

  void answersWell() {
    answering = (exchange, request) -> send(exchange, stamp(request));
  }

  /// Its clock shows another time from now on.
  void shows(Instant time) {
    clock = time;
  }

  private void handle(HttpExchange exchange) throws IOException {
    asked++;
    try (exchange) {
      answering.answer(exchange, exchange.getRequestBody().readAllBytes());
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static void send(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  /// What it would answer to a request as it came.
  byte[] stamp(byte[] request) throws Exception {
    return stamp(new TimeStampRequest(request));
  }

  byte[] stamp(TimeStampRequest request) throws Exception {
    DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
    TimeStampTokenGenerator tokens =
        new TimeStampTokenGenerator(
            new SignerInfoGeneratorBuilder(digests)
                .build(
                    new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()),
                    new Pretender(signer)),
            digests.get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
            new ASN1ObjectIdentifier(POLICY));
    tokens.addCertificates(new JcaCertStore(List.of(signer)));
    byte[] answer =
        new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED, Set.of(POLICY))
            .generate(
                request,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(clock.equals(Instant.EPOCH) ? Instant.now() : clock))
            .getEncoded();
    return answer;
  }

  /// A stamp of whatever is asked for, as somebody with the authority's address would get it.
  byte[] stampOf(String sha256, BigInteger nonce) throws Exception {
    TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
    asking.setCertReq(true);
    return stamp(
        asking.generate(TSPAlgorithms.SHA256, java.util.HexFormat.of().parseHex(sha256), nonce));
  }

  static Path pem(X509Certificate certificate, Path file) {
    try {
      return Files.writeString(
          file,
          "-----BEGIN CERTIFICATE-----\n"
              + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
              + "\n-----END CERTIFICATE-----\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
