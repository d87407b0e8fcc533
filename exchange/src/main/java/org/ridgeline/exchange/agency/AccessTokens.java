package org.ridgeline.exchange.agency;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ridgeline.exchange.Limits;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The SQL of agencies' and offices' tokens. Several may hold at a time: one that took another's
/// place, and that one for a while.
public final class AccessTokens {
  private final JdbcClient jdbc;

  public AccessTokens(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /// A token, without its secret.
  /// - **Shape** `expiresAt` empty: until another takes its place
  public record Line(Instant madeAt, Optional<Instant> expiresAt, boolean hasEnded) {}

  /// Why a token that was somebody's is refused.
  /// - **Shape** `holder` as the ledger calls actors: an ORI, an office's name
  public record Refused(String holder, boolean isAgency, boolean isDisabled) {}

  String add(String ori, TokenLife life) {
    return add(Optional.of(ori), Optional.empty(), life);
  }

  String add(UUID office, TokenLife life) {
    return add(Optional.empty(), Optional.of(office), life);
  }

  /// Makes a token; the holder's others end after the overlap, if not before.
  private String add(Optional<String> ori, Optional<UUID> office, TokenLife life) {
    end(ori, office, life);
    String token = Token.make();
    jdbc.sql(
            """
            insert into access_token (token_sha256, agency_ori, office_id, expires_at)
            values (?, ?, ?, ?)
            """)
        .params(
            Token.sha256(token),
            ori.orElse(null),
            office.orElse(null),
            life.expires().map(Timestamp::from).orElse(null))
        .update();
    return token;
  }

  void end(String ori) {
    end(Optional.of(ori), Optional.empty(), TokenLife.AT_ONCE);
  }

  void end(UUID office) {
    end(Optional.empty(), Optional.of(office), TokenLife.AT_ONCE);
  }

  private void end(Optional<String> ori, Optional<UUID> office, TokenLife life) {
    jdbc.sql("delete from access_token where expires_at < now() - :kept * interval '1 second'")
        .param("kept", Limits.ENDED_TOKEN_KEPT.toSeconds())
        .update();
    jdbc.sql(
            """
            update access_token set expires_at =
              least(expires_at, now() + :overlap * interval '1 second')
            where agency_ori = cast(:ori as text) or office_id = cast(:office as uuid)
            """)
        .param("overlap", life.overlap().toSeconds())
        .param("ori", ori.orElse(null))
        .param("office", office.map(UUID::toString).orElse(null))
        .update();
  }

  /// An agency's tokens, newest first.
  public List<Line> of(Agency agency) {
    return lines("agency_ori = cast(? as text)", agency.ori().value());
  }

  /// An office's tokens, newest first.
  public List<Line> of(UUID office) {
    return lines("office_id = cast(? as uuid)", office.toString());
  }

  private List<Line> lines(String whose, String holder) {
    return jdbc.sql(
            "select made_at, expires_at, coalesce(expires_at <= now(), false) from access_token"
                + " where "
                + whose
                + " order by made_at desc")
        .param(holder)
        .query((row, _) ->
            new Line(
                row.getTimestamp(1).toInstant(),
                Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant),
                row.getBoolean(3)))
        .list();
  }

  /// Why a token is refused that is or was somebody's; empty where it is nobody's.
  public Optional<Refused> refused(String token) {
    return jdbc.sql(
            """
            select coalesce(a.ori, o.name), a.ori is not null,
              coalesce(a.disabled_at, o.disabled_at) is not null
            from access_token left join agency a on a.ori = agency_ori
              left join office o using (office_id)
            where token_sha256 = ?
            """)
        .param(Token.sha256(token))
        .query((row, _) -> new Refused(row.getString(1), row.getBoolean(2), row.getBoolean(3)))
        .optional();
  }
}
