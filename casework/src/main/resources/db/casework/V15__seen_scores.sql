-- Who has seen how the machine scored a pair of cards: whoever did is never given it to compare.
create table score_seen (
  pair_key text not null,
  name     text not null,
  at       timestamptz not null,
  primary key (pair_key, name)
);
