package org.ridgeline.exchange.agency;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of the tokens with which a repository's owner adds records over HTTP.
public final class OwnerTokens {
  private final JdbcClient jdbc;

  public OwnerTokens(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// A new token for a repository, shown this once.
  public String add(String repository) {
    String token = Token.make();
    jdbc.sql("insert into owner_token (repository, token_sha256) values (?, ?)")
        .params(repository, Token.sha256(token))
        .update();
    return token;
  }

  /// Ends a token.
  public void remove(String token) {
    jdbc.sql("delete from owner_token where token_sha256 = ?").param(Token.sha256(token)).update();
  }

  /// The repository whose owner's token this is.
  public Optional<String> repositoryOf(String token) {
    return jdbc.sql("select repository from owner_token where token_sha256 = ?")
        .param(Token.sha256(token))
        .query(String.class)
        .optional();
  }
}
