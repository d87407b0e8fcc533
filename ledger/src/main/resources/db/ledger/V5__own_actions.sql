-- What is said of the ledger itself only its own role says: a verification believes these entries.
create or replace function append(
  by_actor text, in_role text, for_purpose text, what text, about text, details text[])
returns void
language plpgsql security definer set search_path = ledger, pg_temp as $$
begin
  if lower(what) like 'ledger.%' and session_user <> current_user then
    raise exception 'ledger: role % may not append %: only the ledger''s own role says what is done'
      ' with the ledger', session_user, what using errcode = 'insufficient_privilege';
  end if;
  insert into entry (at, room, actor, role, purpose, action, subject, detail)
  values (
    clock_timestamp(), session_user, by_actor, in_role, for_purpose, what, about, details);
end $$;

-- What the calling role itself recorded first of a row: so that a step that rests on the row can be
-- held to it. Of what others recorded it says nothing.
create function kept(about text) returns text[]
language sql stable security definer set search_path = ledger, pg_temp as $$
  select detail from entry
  where action in ('record.keep', 'record.find') and subject collate "C" = about
    and room = session_user
  order by entry_id limit 1
$$;
revoke all on function kept(text) from public;
grant execute on function kept(text) to ridgeline_exchange, ridgeline_casework;
