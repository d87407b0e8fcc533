package org.ridgeline.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks whether an audit sees what there is: tables are plain ones, nothing hides their rows or
/// turns their changes aside, their triggers work. Asked before any row is read.
final class CatalogueAudit {
  private static final Pattern TABLE = Pattern.compile("(?:^|\\bjoin )([a-z_]+)");
  private static final List<String> LEDGER =
      List.of("entry", "link", "checkpoint", "signing_key", "time_stamp");

  private static final String SQL =
      """
      with t as (
        select c.oid, c.relname, c.relkind, c.relrowsecurity or c.relforcerowsecurity as hides
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname = current_schema())
      select said from (
        select relname || ' has row security, which hides rows' as said from t where hides
        union all select relname || ' has the policy ' || polname
          from t join pg_catalog.pg_policy on polrelid = t.oid
        union all select relname || ' is no plain table'
          from t where relname = any(:held) and relkind <> 'r'
        union all select held || ' is not there'
          from unnest(:held) held where not exists (select 1 from t where relname = held)
        union all select relname || ' has the trigger ' || tgname || ', which is disabled'
          from t join pg_catalog.pg_trigger on tgrelid = t.oid where tgenabled not in ('O', 'A')
        union all select replace(need, '/', ' lacks the trigger ')
          from unnest(:triggers) need where not exists (
            select 1 from t join pg_catalog.pg_trigger on tgrelid = t.oid
            where relname || '/' || tgname = need)
        union all select relname || ' has the rule ' || rulename
          from t join pg_catalog.pg_rewrite on ev_class = t.oid where rulename <> '_RETURN'
      ) all_said order by said
      """;

  private CatalogueAudit() {}

  /// Of the ledger's own tables.
  static List<AuditFinding> ofLedger(DataSource ledger) {
    List<String> triggers = new ArrayList<>(List.of("entry/chain"));
    LEDGER.forEach(table -> triggers.add(table + "/append_only"));
    return of(ledger, LEDGER, triggers, LedgerSchema.NAME);
  }

  /// Of the tables of a room whose rows are held.
  static List<AuditFinding> of(DataSource rows, List<RecordKind> kinds) {
    List<String> held =
        kinds.stream()
            .flatMap(kind -> TABLE.matcher(kind.from()).results().map(found -> found.group(1)))
            .distinct()
            .toList();
    return of(rows, held, List.of(), kinds.getFirst().room());
  }

  private static List<AuditFinding> of(
      DataSource rows, List<String> held, List<String> triggers, String room) {
    return JdbcClient.create(rows)
        .sql(SQL)
        .param("held", held.toArray(String[]::new))
        .param("triggers", triggers.toArray(String[]::new))
        .query(String.class)
        .list()
        .stream()
        .map(said -> new AuditFinding(0, AuditFinding.Code.TABLE_CHANGED, room + "." + said))
        .toList();
  }
}
