package org.ridgeline.ledger.stamp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Who may sign time stamps: an authority's own certificate, or that of who issued it.
/// - **Shape** `certificates` one at least
public record TrustedSigners(List<X509Certificate> certificates) {
  public TrustedSigners {
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException("no certificate");
    }
    certificates = List.copyOf(certificates);
  }

  /// The certificates of a PEM file.
  /// - **Error** none in it, or it cannot be read: IOException
  public static TrustedSigners read(Path pem) throws IOException {
    try (InputStream in = Files.newInputStream(pem)) {
      List<X509Certificate> read = new ArrayList<>();
      CertificateFactory.getInstance("X.509")
          .generateCertificates(in)
          .forEach(one -> read.add((X509Certificate) one));
      return new TrustedSigners(read);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(pem + " holds no certificate in PEM", e);
    }
  }

  /// Whether the signer is one of these, or was issued by one of them by way of certificates that
  /// came along, all valid at that time. Whether one was revoked is not asked.
  boolean vouchFor(X509Certificate signer, Collection<X509Certificate> along, Instant at) {
    if (certificates.contains(signer)) {
      return true;
    }
    X509CertSelector itself = new X509CertSelector();
    itself.setCertificate(signer);
    Set<TrustAnchor> anchors =
        certificates.stream().map(one -> new TrustAnchor(one, null)).collect(Collectors.toSet());
    try {
      PKIXBuilderParameters path = new PKIXBuilderParameters(anchors, itself);
      path.setRevocationEnabled(false);
      path.setDate(Date.from(at));
      List<X509Certificate> all = new ArrayList<>(along);
      all.add(signer);
      path.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
      CertPathBuilder.getInstance("PKIX").build(path);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
