-- Entries that hold the digest of a row, by row: an audit reads them beside the table, in the order
-- of the subject's bytes.
create index entry_by_record on entry (subject collate "C", entry_id)
  where action in ('record.keep', 'record.find');
