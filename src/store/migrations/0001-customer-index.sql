-- The Customer Index: people as the index knows them, the records that say so, and the keys they are found by.
-- Plain SQL that PostgreSQL and PGlite both run; IDs, hashes and ciphertexts are made in TypeScript.
-- Only what is looked up has an index.

-- Things that stand for the whole index, such as a fingerprint of the secret that its keys were made with.
create table setting (
  name text primary key,
  value text not null
);

-- An identity that a form handed in, sealed, until its service's backend asks for it or it expires.
-- The reference itself is stored nowhere: without it, and the service's own secret, the identity cannot be opened.
create table resolution (
  reference_hash text primary key,
  service text not null,
  sealed text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index resolution_expires_at on resolution (expires_at);

create table customer (
  customer_id text primary key,
  status text not null check (status in ('confirmed', 'provisional')),
  created_at timestamptz not null
);

-- One row about a person from one source. `entries` is what was typed or loaded, `identity` what the standard made of it.
-- `origin` keeps a service's cases, its resolutions and loaded source systems apart, even where they share a name and a number.
create table record (
  record_id uuid primary key,
  customer_id text not null references customer (customer_id),
  origin text not null check (origin in ('submission', 'resolution', 'source')),
  source text not null,
  source_record_id text not null,
  assurance text not null check (assurance in ('self-asserted', 'signed-in', 'staff-verified', 'source-system')),
  profile text not null,
  recorded_at timestamptz not null,
  content_digest text not null,
  identity jsonb not null,
  entries jsonb not null,
  constraint record_source unique (origin, source, source_record_id)
);
create index record_customer on record (customer_id);

-- Blocking keys, keyed hashes all: nothing here can be read without the index's secret.
create table match_key (
  match_key text not null,
  customer_id text not null references customer (customer_id),
  record_id uuid not null references record (record_id),
  primary key (match_key, customer_id, record_id)
);
create index match_key_record on match_key (record_id);

-- Whoever links people takes the slots of their keys here first, in ascending order.
create table key_lock (
  slot integer primary key
);

-- What one case of one service was answered, word for word (json keeps the order of its members, jsonb does not).
create table submission (
  service text not null,
  case_reference text not null,
  content_digest text not null,
  customer_id text not null references customer (customer_id),
  record_id uuid not null references record (record_id),
  altered_fields jsonb not null,
  answer json not null,
  created_at timestamptz not null,
  primary key (service, case_reference)
);

-- A doubt that a person must settle: may this record's provisional customer be one of the candidates?
create table review_task (
  task_id uuid primary key,
  record_id uuid not null references record (record_id),
  customer_id text not null references customer (customer_id),
  status text not null check (status in ('open', 'settled')),
  candidates json not null,
  created_at timestamptz not null
);
