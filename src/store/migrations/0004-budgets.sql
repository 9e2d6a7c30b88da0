-- How often somebody was asked after: kept in the database, so that several processes share one budget.

-- Which different identities were handed in under one target, a keyed hash of what people are found by. The same one again is one row.
create table spent_on_target (
  target text not null,
  content_digest text not null,
  spent_at timestamptz not null,
  primary key (target, content_digest)
);
create index spent_on_target_at on spent_on_target (spent_at);

-- How many submissions a service, or all of them, handed in on one day (days since 1970).
create table spent_in_day (
  scope text not null,
  day integer not null,
  spent bigint not null,
  primary key (scope, day)
);
