package org.ridgeline.ledger.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ridgeline.ledger.AuditFinding;
import org.ridgeline.ledger.AuditFinding.Code;
import org.ridgeline.ledger.Checkpoint;
import org.ridgeline.ledger.Checkpoints;
import org.ridgeline.ledger.Limits;
import org.ridgeline.vocabulary.Sha256;

/// What somebody does to stamps that were kept.
class KeptStampTest extends StampedLedger {
  private void found(Code... codes) throws Exception {
    assertThat(audit().findings()).extracting(AuditFinding::code).containsExactly(codes);
  }

  @Test
  void alteredBytesOfAKeptStampAreNamed() throws Exception {
    client.send();
    byte[] good = Files.readAllBytes(file(1, 3));
    for (int at = 0; at < good.length; at += 17) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      Files.write(file(1, 3), bad);
      assertThat(audit().findings()).as("byte " + at).hasSize(1);
    }
    Files.write(file(1, 3), Arrays.copyOf(good, good.length + 1));
    found(Code.STAMP_UNREADABLE);
    Files.write(file(1, 3), new byte[Limits.STAMP_BYTES_MAX + 1]);
    found(Code.STAMP_UNREADABLE);
    Files.write(file(1, 3), good);
    found();
  }

  @Test
  void aKeptStampOfAnotherCheckpointOrAuthorityIsNamed() throws Exception {
    client.send();
    append(1);
    sign();
    client.send();
    byte[] first = Files.readAllBytes(file(1, 3));
    byte[] second = Files.readAllBytes(file(1, 4));
    Files.write(file(1, 4), first);
    found(Code.STAMP_OF_ANOTHER);
    // Over the right checkpoint, by the right authority, but later than the one that was kept.
    Files.write(file(1, 4), authority.stampOf(last().digest(), BigInteger.ONE));
    found(Code.STAMP_ALTERED);
    try (TestAuthority other = new TestAuthority(TestAuthority.Signer.GOOD)) {
      Files.write(file(1, 4), other.stampOf(last().digest(), BigInteger.ONE));
      found(Code.STAMP_UNTRUSTED);
    }
    Files.delete(file(1, 4));
    found(Code.STAMP_MISSING);
    assertThat(audit().upTo()).isEqualTo(3);
    Files.write(file(1, 4), second);
    found();
  }

  /// Another history of everything, signed by the true key: the stamps are of what was.
  @Test
  void anotherHistoryHasNoStampsOfItsOwn() throws Exception {
    client.send();
    try (Connection connection = DriverManager.getConnection(database.adminUrl());
        Statement sql = connection.createStatement()) {
      sql.execute("set session_replication_role = replica");
      sql.execute("truncate ledger.entry, ledger.link, ledger.checkpoint, ledger.time_stamp");
    }
    Files.delete(ledger.resolve(Checkpoints.FILE));
    append(3);
    sign();
    assertThat(audit().findings())
        .extracting(AuditFinding::code)
        .isSubsetOf(Code.STAMP_OF_ANOTHER, Code.CHECKPOINT_MISSING)
        .hasSize(1);
  }

  @Test
  void whatLiesInTheWayIsSaidAndAStopBetweenFileAndRowIsMadeUpFor() throws Exception {
    Files.createDirectories(file(1, 3).getParent());
    Files.writeString(file(1, 3), "x");
    assertThatThrownBy(client::send).hasMessageContaining("is in the way");
    Files.write(file(1, 3), authority.stampOf(last().digest(), BigInteger.ONE));
    client.send();
    assertThat(client.isDue()).isFalse();
    assertThat(authority.asked()).isZero();
    found();
  }

  @Test
  void opensslAcceptsWhatWasKept() throws Exception {
    assumeTrue(hasOpenssl(), "openssl is not installed: its word on a stamp was not asked");
    client.send();
    trusted();
    Checkpoint one = last();
    Path text = temp.resolve("checkpoint.txt");
    // As docs/operating.md has it: awk's words, from the line of checkpoints.log.
    run(
        "awk '$1==3 {printf \"RIDGELINE-CHECKPOINT-2 %s %s %s %s %s %s %s\","
            + " $6,$1,$2,$7,$8,$3,$4}' "
            + ledger.resolve("checkpoints.log")
            + " > "
            + text);
    assertThat(Sha256.hex(Files.readAllBytes(text))).isEqualTo(one.digest());
    String verify =
        "openssl ts -verify -in " + file(1, 3) + " -CAfile " + temp.resolve("root.pem") + " -data ";
    assertThat(run(verify + text)).isZero();
    Files.writeString(text, "RIDGELINE-CHECKPOINT-2 another");
    assertThat(run(verify + text)).isNotZero();
  }

  private static boolean hasOpenssl() throws Exception {
    return run("command -v openssl") == 0;
  }

  private static int run(String command) throws Exception {
    return new ProcessBuilder("sh", "-c", command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
