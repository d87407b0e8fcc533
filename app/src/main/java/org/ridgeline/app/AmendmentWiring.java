package org.ridgeline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.ridgeline.exchange.identify.Repositories;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.Ledger;
import org.ridgeline.ledger.SignedText;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Secrets;
import org.ridgeline.repository.Repository;
import org.ridgeline.repository.amend.AmendmentDesk;
import org.ridgeline.repository.amend.Amendments;
import org.ridgeline.repository.amend.Erased;
import org.ridgeline.repository.amend.Outside;
import org.ridgeline.search.rank.Engine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// Amendments of the repositories, what follows an erasure, and its proof. None of them opens a
/// gallery that a server has.
@Configuration(proxyBeanMethods = false)
@Lazy
class AmendmentWiring {
  /// Marks files in receipts; see the receipt's own words on why they are not plain digests.
  private static final String MARK_KEY = "erasure_mark";

  /// The ledger's schema and key come before whoever signs.
  @Bean
  AmendmentDesk amendmentDesk(
      DataFolder folder,
      @Qualifier("exchangeLedger") Ledger ledger,
      Checkpoints signing,
      Clock clock) {
    var outside =
        new Outside(
            ledger,
            text -> SignedText.sign(signing.signingKey(), text),
            sha256 -> mark(folder, sha256),
            clock);
    return new AmendmentDesk(
        Stream.of(RepositoryName.values()).map(name -> amendments(folder, name, outside)).toList());
  }

  private static Amendments amendments(DataFolder folder, RepositoryName name, Outside outside) {
    DataSource data = DataWiring.data(folder, name);
    Repository.migrate(DataWiring.profile(name), data);
    return new Amendments(DataWiring.profile(name), data, outside);
  }

  private static String mark(DataFolder folder, byte[] sha256) {
    try {
      String key = Secrets.in(folder.root()).of(MARK_KEY);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(folder.root() + ": " + e.getMessage(), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  @Bean
  ErasureSweep erasureSweep(
      DataFolder folder,
      ObjectProvider<Repositories> repositories,
      AmendmentDesk desk,
      ObjectProvider<Erased> listeners,
      @Qualifier("exchangeLedger") Ledger ledger) {
    return new ErasureSweep(
        folder, repositories::getObject, desk, listeners.orderedStream().toList(), ledger);
  }

  @Bean
  ErasureProof erasureProof(
      DataFolder folder,
      Engine engine,
      ObjectProvider<Repositories> repositories,
      @Qualifier("exchangeLedger") Ledger ledger,
      @Qualifier("caseworkData") DataSource before) {
    return new ErasureProof(folder, engine, repositories::getObject, ledger);
  }
}
