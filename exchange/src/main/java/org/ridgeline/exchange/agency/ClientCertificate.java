package org.ridgeline.exchange.agency;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import org.ridgeline.exchange.Limits;
import org.ridgeline.exchange.RefusedAct;
import org.ridgeline.exchange.RefusedAct.Why;
import org.ridgeline.vocabulary.Sha256;

/// A certificate by which an agency is known. What counts is its SHA-256; that its holder has the
/// key, and that one of our authorities issued it, TLS has proven.
/// - **Shape** `sha256` 64 hex digits; `subject` as it names itself, for people; `ends` its own end
public record ClientCertificate(String sha256, String subject, Instant ends) {
  public ClientCertificate {
    sha256 = digits(sha256);
    String shown = subject.replaceAll("\\p{Cntrl}", "?");
    subject = shown.substring(0, Math.min(shown.length(), Limits.CERTIFICATE_SUBJECT_CHARS_MAX));
  }

  /// The one certificate of a PEM or DER file.
  /// - **Limit** [Limits#CERTIFICATE_BYTES_MAX]
  /// - **Error** none, several, a key, too large: RefusedAct
  public static ClientCertificate of(byte[] file) {
    if (file.length > Limits.CERTIFICATE_BYTES_MAX) {
      throw new RefusedAct(Why.CERTIFICATE_FILE, file.length + " bytes");
    }
    try {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(file));
      if (all.size() != 1) {
        throw new RefusedAct(Why.CERTIFICATE_FILE, all.size() + " certificates");
      }
      X509Certificate one = (X509Certificate) all.iterator().next();
      return new ClientCertificate(
          sha256(one), one.getSubjectX500Principal().getName(), one.getNotAfter().toInstant());
    } catch (CertificateException e) {
      throw new RefusedAct(Why.CERTIFICATE_FILE, "what is no certificate");
    }
  }

  /// The SHA-256 of a certificate's bytes, 64 hex digits.
  public static String sha256(X509Certificate certificate) {
    try {
      return Sha256.hex(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("certificate without bytes", e);
    }
  }

  /// A SHA-256 as people write it, with colons or without, in small letters.
  /// - **Error** no 64 hex digits: RefusedAct
  public static String digits(String sha256) {
    String bare = sha256.strip().replace(":", "").toLowerCase(Locale.ROOT);
    if (!bare.matches("[0-9a-f]{64}")) {
      throw new RefusedAct(Why.CERTIFICATE_SHA256, sha256);
    }
    return bare;
  }
}
