package org.ridgeline.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// Makes proofs of what the ledger holds, as its owner.
public final class Proofs {
  private static final int FETCH_ROWS = 10_000;

  private final DataSource dataSource;
  private final LedgerReader reader;

  /// - **Shape** `dataSource` of the role that owns the schema
  public Proofs(DataSource dataSource) {
    this.dataSource = dataSource;
    reader = new LedgerReader(dataSource);
  }

  /// The proof of an entry under the newest checkpoint; empty where there is no such entry, or no
  /// checkpoint of the second format covers it yet.
  public Optional<EntryProof> of(long number) throws SQLException {
    Optional<ChainedEntry> entry =
        reader.after(number - 1, 1).stream().filter(one -> one.number() == number).findFirst();
    Optional<Checkpoint> checkpoint =
        reader.checkpoints().reversed().stream()
            .filter(one -> one.more().isPresent() && one.number() >= number)
            .findFirst();
    if (entry.isEmpty() || checkpoint.isEmpty()) {
      return Optional.empty();
    }
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      List<String> path =
          MerkleTree.inclusion(
                  (from, to) -> root(connection, from, to), number - 1, checkpoint.get().number())
              .stream()
              .map(HexFormat.of()::formatHex)
              .toList();
      KeyHistory keys = SigningKeys.history(connection);
      connection.rollback();
      return Optional.of(new EntryProof(bytes(entry.get()), path, checkpoint.get(), keys));
    }
  }

  /// The keys of the ledger.
  KeyHistory keys() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return SigningKeys.history(connection);
    }
  }

  /// That the tree of so many entries begins with that of fewer: [MerkleTree#consistency], in hex.
  List<String> consistency(long earlier, long size) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      List<String> path =
          MerkleTree.consistency((from, to) -> root(connection, from, to), earlier, size).stream()
              .map(HexFormat.of()::formatHex)
              .toList();
      connection.rollback();
      return path;
    }
  }

  private byte[] bytes(ChainedEntry entry) {
    LedgerEntry said = entry.entry();
    List<String> texts =
        List.of(
            entry.room(),
            said.actor(),
            said.role(),
            said.purpose(),
            said.action().key(),
            said.subject().text());
    byte[] previous =
        entry.number() == 1
            ? CanonicalForm.nothing()
            : reader.after(entry.number() - 2, 1).getFirst().hash();
    List<String> detail = new ArrayList<>(List.of(said.pairs()));
    return CanonicalForm.bytes(
        previous, entry.number(), new CanonicalForm.Fields(entry.at(), texts, detail));
  }

  /// The root over entries `from + 1` to `to`.
  private static byte[] root(Connection connection, long from, long to) {
    MerkleTree.Frontier tree = new MerkleTree.Frontier();
    try (PreparedStatement sql =
        connection.prepareStatement(
            "select hash from ledger.link where number > ? and number <= ? order by number")) {
      sql.setLong(1, from);
      sql.setLong(2, to);
      sql.setFetchSize(FETCH_ROWS);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          tree.add(row.getBytes(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("reading the chain", e);
    }
    return tree.root();
  }
}
