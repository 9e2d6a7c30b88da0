-- What people may ask for of what is held about them, and what other systems ask for of what has changed.

-- The ID of a customer who was erased stays, so that it is never given to anybody else; all else that was held is gone.
alter table customer add column erased_at timestamptz;

-- By source: how long records are kept once they have ended (a case once it was submitted), and whether a law forbids to erase any.
create table source_retention (
  source text primary key,
  keep_days integer check (keep_days > 0),
  hold_reason text,
  set_at timestamptz not null
);

-- That a customer has changed, written in the transaction that changed it. Read in the order of transactions and only below the
-- oldest that still runs: by a serial number alone, a reader passes over what a slow transaction commits late.
create table customer_event (
  transaction_id xid8 not null default pg_current_xact_id(),
  event_id uuid not null,
  customer_id text not null,
  operation text not null,
  occurred_at timestamptz not null,
  primary key (transaction_id, event_id)
);
create index customer_event_at on customer_event (occurred_at);
