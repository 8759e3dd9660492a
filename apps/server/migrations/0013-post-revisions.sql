-- The states of a post that people can go back to, and for each field of a post the revision that
-- changed it last, so that edits of different fields never stand in each other's way. Adds a column
-- with a constant default, which rewrites nothing.
alter table studio.posts add column field_revisions jsonb not null default '{}';

create table studio.post_revisions (
  workspace_id text not null,
  post_id      text not null,
  number       integer not null check (number > 0),
  kind         text not null check (kind in ('begun', 'edit', 'rewrite', 'restore', 'set_aside')),
  content      jsonb not null,
  -- What changed, in a few words.
  summary      text not null,
  member_id    text not null,
  -- When the burst of edits began that this is the end of.
  began_at     timestamptz not null,
  at           timestamptz not null,
  -- No later edit is joined with it.
  sealed       boolean not null default false,
  primary key (workspace_id, post_id, number)
);
