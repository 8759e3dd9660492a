-- What was spent on each UTC day, by grant, action, member and brand, up to an entry of the ledger:
-- a page about a year of use reads these rows instead of every operation. Written from the meter's
-- entries alone, in the order of their numbers, so it can be deleted and written again at any time.
-- By grant, because what a period cost counts only grants that were alive in it.
create table studio.usage_marks (
  workspace_id text primary key references studio.workspaces (id) on delete cascade,
  -- Entries of the ledger up to this one are in `usage_days`.
  seq          bigint not null check (seq >= 0)
);

create table studio.usage_days (
  workspace_id text not null references studio.usage_marks (workspace_id) on delete cascade,
  day          date not null,
  grant_id     text not null,
  action       text not null,
  -- Empty: nobody in particular, as where the studio acted by itself.
  member_id    text not null,
  brand_id     text not null,
  -- Spent on the day, less what was given back of it since.
  credits      bigint not null,
  -- Operations that were charged.
  uses         bigint not null,
  primary key (workspace_id, day, grant_id, action, member_id, brand_id)
);
