-- The review queue: what people decided about doubtful records. Decisions are kept for good: they tell how well matching does.
-- Only adds, as every migration does (see 0002).

alter table review_task add column version integer not null default 1;
create index review_task_queue on review_task (status, created_at, task_id);

-- `is_final` is false while a merge of two confirmed customers waits for its second person.
-- `other_record_ids`: the candidate's records as the decision found them, each of which it is a label for.
create table review_decision (
  decision_id uuid primary key,
  task_id uuid not null references review_task (task_id),
  decision text not null check (decision in ('same', 'different', 'cannot-tell')),
  candidate_id text references customer (customer_id),
  record_id uuid not null references record (record_id),
  other_record_ids jsonb not null,
  probability double precision,
  is_final boolean not null,
  service text not null,
  decided_by text not null,
  reason text not null,
  created_at timestamptz not null
);
create index review_decision_task on review_decision (task_id);
create index review_decision_labels on review_decision (created_at, decision_id) where is_final;

-- Which cases a record stands for: after a split they go where it goes.
create index submission_record on submission (record_id);
