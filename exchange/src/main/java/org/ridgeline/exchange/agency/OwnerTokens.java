package org.ridgeline.exchange.agency;

import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.ridgeline.exchange.Administrator;
import org.ridgeline.exchange.Trail;
import org.ridgeline.ledger.Action.Known;
import org.ridgeline.ledger.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of the tokens with which a repository's owner adds records over HTTP.
public final class OwnerTokens {
  private final JdbcClient jdbc;
  private final Trail trail;

  public OwnerTokens(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
    trail = new Trail(dataSource);
  }

  /// A new token for a repository, shown this once; it is made by command.
  public String add(String repository) {
    String token = Token.make();
    trail.together(() -> {
      jdbc.sql("insert into owner_token (repository, token_sha256) values (?, ?)")
          .params(repository, Token.sha256(token))
          .update();
      record(Known.OWNER_ADD_TOKEN, repository);
    });
    return token;
  }

  /// Ends a token.
  public void remove(String token) {
    trail.together(() ->
        jdbc.sql("delete from owner_token where token_sha256 = ? returning repository")
            .param(Token.sha256(token))
            .query(String.class)
            .optional()
            .ifPresent(repository -> record(Known.OWNER_REMOVE_TOKEN, repository)));
  }

  private void record(Known action, String repository) {
    trail.administrator(
        Administrator.local(), action, Subject.Kind.REPOSITORY.of(repository), Map.of());
  }

  /// The repository whose owner's token this is.
  public Optional<String> repositoryOf(String token) {
    return jdbc.sql("select repository from owner_token where token_sha256 = ?")
        .param(Token.sha256(token))
        .query(String.class)
        .optional();
  }
}
