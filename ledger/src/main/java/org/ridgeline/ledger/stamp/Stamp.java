package org.ridgeline.ledger.stamp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.ridgeline.ledger.AuditFinding.Code;
import org.ridgeline.ledger.Checkpoint;
import org.ridgeline.ledger.Limits;

/// An authority's answer (TimeStampResp of RFC 3161, DER), read; whether it is right is asked of
/// [#check].
/// - **Shape** `bytes` as they came; `of` the SHA-256 it is about, in hex
record Stamp(byte[] bytes, TimeStampResponse response, String of, Instant at) {
  /// Reads an answer.
  /// - **Error** it is none, or a refusal: BadStamp with [Code#STAMP_UNREADABLE]; not over a
  ///   SHA-256: [Code#STAMP_OF_ANOTHER]
  static Stamp read(byte[] bytes) throws BadStamp {
    TimeStampResponse response;
    try {
      response =
          new TimeStampResponse(TimeStampResp.getInstance(ASN1Primitive.fromByteArray(bytes)));
    } catch (IOException | TSPException | RuntimeException e) {
      throw new BadStamp(Code.STAMP_UNREADABLE, "no time stamp response: " + e.getMessage());
    }
    TimeStampToken token = response.getTimeStampToken();
    boolean isGranted =
        response.getStatus() == PKIStatus.GRANTED
            || response.getStatus() == PKIStatus.GRANTED_WITH_MODS;
    if (!isGranted || token == null) {
      throw new BadStamp(
          Code.STAMP_UNREADABLE,
          "the authority refused, status "
              + response.getStatus()
              + Optional.ofNullable(response.getStatusString()).map(s -> ": " + s).orElse(""));
    }
    var info = token.getTimeStampInfo();
    if (!info.getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)) {
      throw new BadStamp(Code.STAMP_OF_ANOTHER, "it is not over a SHA-256");
    }
    return new Stamp(
        bytes,
        response,
        HexFormat.of().formatHex(info.getMessageImprintDigest()),
        info.getGenTime().toInstant());
  }

  /// Whether it answers this request: nonce, digest and policy.
  /// - **Error** BadStamp with [Code#STAMP_OF_ANOTHER]
  void answers(TimeStampRequest request) throws BadStamp {
    try {
      response.validate(request);
    } catch (TSPException e) {
      throw new BadStamp(Code.STAMP_OF_ANOTHER, "it does not answer what was asked: " + text(e));
    }
  }

  /// Whether it is over this checkpoint, and not from before it.
  /// - **Error** BadStamp with [Code#STAMP_OF_ANOTHER] or [Code#STAMP_TIME_WRONG]
  void isOver(Checkpoint checkpoint) throws BadStamp {
    if (!of.equals(checkpoint.digest())) {
      throw new BadStamp(
          Code.STAMP_OF_ANOTHER,
          "it is over " + of + ", not over the checkpoint of " + checkpoint.madeAt());
    }
    if (at.plus(Limits.STAMP_SKEW).isBefore(checkpoint.madeAt())) {
      throw new BadStamp(
          Code.STAMP_TIME_WRONG,
          "it says " + at + ", before its checkpoint of " + checkpoint.madeAt() + " was made");
    }
  }

  private static String text(Exception e) {
    return String.valueOf(e.getMessage());
  }

  /// Checks what holds by itself: signature, the signer's purpose and validity at the time, and,
  /// where it is known who may sign, that it is one of them.
  /// - **Error** BadStamp with [Code#STAMP_SIGNATURE_WRONG] or [Code#STAMP_UNTRUSTED]
  void check(Optional<TrustedSigners> trusted) throws BadStamp {
    TimeStampToken token = response.getTimeStampToken();
    try {
      List<X509Certificate> along = new ArrayList<>();
      var converter = new JcaX509CertificateConverter();
      for (X509CertificateHolder one : token.getCertificates().getMatches(null)) {
        along.add(converter.getCertificate(one));
      }
      X509Certificate signer = signer(token, along, trusted);
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
      if (trusted.isPresent() && !trusted.get().vouchFor(signer, along, at)) {
        throw new BadStamp(
            Code.STAMP_UNTRUSTED,
            "it is signed by "
                + signer.getSubjectX500Principal()
                + ", for whom the trusted certificate does not vouch");
      }
    } catch (TSPException
        | IOException
        | OperatorCreationException
        | GeneralSecurityException
        | RuntimeException e) {
      throw new BadStamp(Code.STAMP_SIGNATURE_WRONG, "its signature does not hold: " + text(e));
    }
  }

  private static X509Certificate signer(
      TimeStampToken token, List<X509Certificate> along, Optional<TrustedSigners> trusted)
      throws BadStamp, GeneralSecurityException, IOException {
    List<X509Certificate> all = new ArrayList<>(along);
    trusted.ifPresent(t -> all.addAll(t.certificates()));
    for (X509Certificate one : all) {
      if (token.getSID().match(new X509CertificateHolder(one.getEncoded()))) {
        return one;
      }
    }
    throw new BadStamp(Code.STAMP_SIGNATURE_WRONG, "the certificate of its signer is not there");
  }
}
