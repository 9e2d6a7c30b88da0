-- Who read or wrote which customer, when, what for. Only added to; each row carries a keyed code over its own place and words, and
-- every few seconds a seal is put over the rows of one process, each seal over the one before. Customers stand as keyed digests.
create table audit_entry (
  chain uuid not null,
  number integer not null,
  content json not null,
  code text not null,
  primary key (chain, number)
);

create table audit_seal (
  chain uuid not null,
  number integer not null,
  content json not null,
  code text not null,
  primary key (chain, number)
);

-- How far every chain was sealed at a moment: whoever keeps the last one elsewhere notices when the end of anything is cut off.
create table audit_checkpoint (
  number integer primary key,
  content json not null,
  code text not null
);
