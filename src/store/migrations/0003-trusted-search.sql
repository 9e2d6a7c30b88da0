-- Searching for people: words of names for a staff screen, and the people whom searches must not give away.

-- Folded words of the names in a record, so that a staff screen finds "blogg" whatever its accents and case. Collation "C", as
-- the beginnings of words are looked up as a range.
create table name_word (
  word text collate "C" not null,
  record_id uuid not null references record (record_id) on delete cascade,
  primary key (word, record_id)
);
create index name_word_record on name_word (record_id);

-- People at risk. Limits what searches and reads tell of them, and never how their own submissions are linked.
create table customer_restriction (
  customer_id text primary key references customer (customer_id),
  is_restricted boolean not null,
  hides_history boolean not null,
  set_at timestamptz not null
);
