package org.ridgeline.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.node.DataFolder;
import org.ridgeline.node.Settings;
import org.ridgeline.oversight.inventory.Entry;
import org.ridgeline.oversight.inventory.Part;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/// Tables, roles and versions as the catalogues of the databases have them. The catalogue is open
/// to every role, so no room's rows are read, and the role of sealed demographics is not used.
final class InventoryCatalogue {
  private static final List<String> SCHEMAS =
      List.of("exchange", "casework", "ledger", "oversight", "sealed");

  private static final String TABLES =
      """
      select n.nspname, c.relname,
        (select count(*) from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
        coalesce(obj_description(c.oid, 'pg_class'), '')
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any(?) and c.relkind in ('r', 'p', 'f', 'm')
      order by n.nspname, c.relname
      """;

  /// Roles that PostgreSQL itself makes hold nothing here but by somebody who is a member.
  private static final String ROLES =
      """
      select r.rolname, n.nspname, r.rolsuper, n.nspowner = r.oid,
        (select count(*) filter (where has_any_column_privilege(r.oid, c.oid, 'select'))
            || ' read, ' || count(*) filter (where has_any_column_privilege(r.oid, c.oid, 'insert')
              or has_any_column_privilege(r.oid, c.oid, 'update')
              or has_table_privilege(r.oid, c.oid, 'delete, truncate'))
            || ' written'
          from pg_class c
          where c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v', 'm', 'f')),
        coalesce((select string_agg(distinct p.proname, ', ' order by p.proname)
          from pg_proc p where p.pronamespace = n.oid and p.prorettype <> 'trigger'::regtype
            and has_function_privilege(r.oid, p.oid, 'execute')), 'none')
      from pg_roles r cross join pg_namespace n
      where n.nspname = any(?) and r.rolname !~ '^pg_'
        and (r.rolsuper or has_schema_privilege(r.oid, n.oid, 'usage, create'))
      order by n.nspname, r.rolname
      """;

  private final DataFolder folder;
  private final Map<String, DataSource> rooms;
  private final InventoryWords words;

  /// - **Shape** `rooms` data sources by schema, whose schemas are up to date
  InventoryCatalogue(DataFolder folder, Map<String, DataSource> rooms, InventoryWords words) {
    this.folder = folder;
    this.rooms = Map.copyOf(rooms);
    this.words = words;
  }

  /// What there is; a repository whose server is away is said to be.
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    List<String> here = new ArrayList<>(SCHEMAS);
    Map<String, DataSource> versions = new TreeMap<>(rooms);
    for (RepositoryName name : RepositoryName.values()) {
      DataSource data = DataWiring.data(folder, name);
      versions.put(name.key(), data);
      if (folder.settings().value(name.key() + "." + Settings.DB_URL).isPresent()) {
        if (!ask(entries, data, List.of(name.key()))) {
          versions.remove(name.key());
        }
      } else {
        here.add(name.key());
      }
    }
    read(entries, folder.databases().ledger(), here);
    versions.forEach((schema, data) -> entries.add(version(schema, data)));
    return entries;
  }

  /// False where its server is away: it is not asked twice, each takes a connection's whole wait.
  private boolean ask(List<Entry> entries, DataSource data, List<String> schemas) {
    try {
      read(entries, data, schemas);
      return true;
    } catch (DataAccessException | TransactionException e) {
      entries.add(
          Entry.of(Part.TABLES, schemas.getFirst(), "(all)", "", "its server cannot be asked now"));
      return false;
    }
  }

  private void read(List<Entry> entries, DataSource data, List<String> schemas) {
    JdbcClient jdbc = JdbcClient.create(data);
    String[] asked = schemas.toArray(String[]::new);
    entries.addAll(
        jdbc.sql(TABLES)
            .param(asked)
            .query((row, _) -> {
              String comment = row.getString(4);
              return Entry.of(
                  Part.TABLES,
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  comment.isBlank() ? words.table(row.getString(1), row.getString(2)) : comment);
            })
            .list());
    entries.addAll(
        jdbc.sql(ROLES)
            .param(asked)
            .query((row, _) ->
                Entry.of(
                    Part.DATABASE_ROLES,
                    row.getString(1),
                    row.getString(2),
                    may(row.getBoolean(3), row.getBoolean(4), row.getString(5), row.getString(6))))
            .list());
  }

  private static String may(boolean isSuper, boolean isOwner, String tables, String functions) {
    if (isSuper) {
      return "everything: superuser";
    }
    return isOwner ? "everything: owns it" : "tables: " + tables + "; functions: " + functions;
  }

  private static Entry version(String schema, DataSource data) {
    String version;
    try {
      version =
          JdbcClient.create(data)
              .sql(
                  "select version from flyway_schema_history where success and version is not null"
                      + " order by installed_rank desc limit 1")
              .query(String.class)
              .optional()
              .orElse("none");
    } catch (DataAccessException e) {
      version = "cannot be asked now";
    }
    return Entry.of(Part.FORMATS, "schema " + schema, version);
  }
}
