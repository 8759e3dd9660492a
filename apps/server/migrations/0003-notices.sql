-- What the people of a workspace are told once in a cycle. A row is written in the transaction that
-- takes the event from the meter, so that a process that dies in between loses nothing; its id is made
-- of the alert and the cycle, so that an event that comes twice is told once.
create table studio.notices (
  workspace_id text not null references studio.workspaces (id) on delete cascade,
  id           text not null,
  kind         text not null check (kind in ('running_low', 'last_image', 'used_up')),
  balance      integer not null check (balance >= 0),
  cycle_start  timestamptz not null,
  at           timestamptz not null,
  -- People who want to see it no more.
  dismissed_by text[] not null default '{}',
  primary key (workspace_id, id)
);
