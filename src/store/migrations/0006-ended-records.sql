-- A record that its source no longer has. It stays with its customer, and its values count as former ones.
alter table record add column ended_at timestamptz;
