-- Customers over time: which record belonged to whom and why, what was merged, split and taken back, and what a person ruled.
-- Only adds: a process of the version before goes on writing while this one runs, and knows nothing of what is new here.

-- Rises with every change of what the customer is made of: whoever decides about a customer names the version they looked at.
alter table customer add column version integer not null default 1;
-- The customer that answers for this one since a merge. Its ID stays, and is never given to anybody else.
alter table customer add column merged_into text references customer (customer_id);
create index customer_merged_into on customer (merged_into) where merged_into is not null;

-- Whether a member of staff said whose record this is, whatever its assurance. Where a customer has records that somebody vouches
-- for, no other one can carry a new link: or whoever knew a name, an address and a date of birth could grow a customer from there.
alter table record add column vouched_for boolean not null default false;

-- What a record said before its source changed it: addresses have periods because of these.
create table earlier_content (
  record_id uuid not null references record (record_id),
  number integer not null,
  recorded_at timestamptz not null,
  replaced_at timestamptz not null,
  assurance text not null,
  profile text not null,
  identity jsonb not null,
  primary key (record_id, number)
);

-- A decision about whole customers. Never deleted: one that was wrong is undone by another that names it.
-- `customer_id` stays, `other_customer_id` is merged into it or split off from it.
create table customer_change (
  change_id uuid primary key,
  kind text not null check (kind in ('merge', 'split')),
  customer_id text not null references customer (customer_id),
  other_customer_id text not null references customer (customer_id),
  undoes uuid unique references customer_change (change_id),
  service text not null,
  decided_by text not null,
  seconded_by text,
  reason text not null,
  created_at timestamptz not null
);
create index customer_change_customer on customer_change (customer_id);
create index customer_change_other on customer_change (other_customer_id);

-- Which customer a record belongs to, and since which decision; the last one of a record holds, and `record.customer_id` repeats it.
-- A record that a process of the version before wrote has none until it moves: `previous_customer_id` then tells where it was.
create table link (
  record_id uuid not null references record (record_id),
  number integer not null,
  customer_id text not null references customer (customer_id),
  previous_customer_id text references customer (customer_id),
  cause text not null check (cause in ('matched', 'new', 'review', 'insufficient', 'first-load', 'merge', 'split')),
  change_id uuid references customer_change (change_id),
  weight double precision,
  evidence json not null,
  model_version text not null,
  created_at timestamptz not null,
  primary key (record_id, number)
);
create index link_change on link (change_id) where change_id is not null;

-- What a person said of two records, for good: they are one person's (together) or two people's (apart). A later ruling on the
-- same records, or the undoing of the decision it came with, lifts one.
create table ruling (
  ruling_id uuid primary key,
  kind text not null check (kind in ('together', 'apart')),
  left_record_id uuid not null references record (record_id),
  right_record_id uuid not null references record (record_id),
  change_id uuid references customer_change (change_id),
  created_at timestamptz not null,
  lifted_at timestamptz
);
create index ruling_left on ruling (left_record_id);
create index ruling_right on ruling (right_record_id);
create index ruling_change on ruling (change_id) where change_id is not null;
