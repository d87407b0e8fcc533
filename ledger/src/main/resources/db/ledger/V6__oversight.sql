-- Oversight says what it published.
grant usage on schema ledger to ridgeline_oversight;
grant execute on function append(text, text, text, text, text, text[]) to ridgeline_oversight;
