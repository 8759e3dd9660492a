-- The studio's own tables. Every table of a workspace has workspace_id first in its primary key, so
-- that the tables can be distributed by workspace one day without a rewrite. The meter's tables are
-- in the schema `credits`, the accounts' in `auth`; nothing here refers to them by foreign key, so
-- that publishing and editing work with either of them locked or broken.
create table studio.workspaces (
  id         text primary key,
  name       text not null,
  plan       text not null default 'free' check (plan in ('free', 'business', 'team')),
  owner_id   text not null,
  -- Billing anchor: cycle n of the allowance starts at anchor + n months.
  anchor     timestamptz not null,
  created_at timestamptz not null,
  deleted_at timestamptz
);
-- A person has one Free workspace; signing up twice at once makes one.
create unique index workspaces_one_free_per_owner on studio.workspaces (owner_id) where plan = 'free' and deleted_at is null;

create table studio.members (
  workspace_id text not null references studio.workspaces (id) on delete cascade,
  user_id      text not null,
  name         text not null default '',
  role         text not null check (role in ('owner', 'admin', 'member')),
  created_at   timestamptz not null,
  primary key (workspace_id, user_id)
);
create index members_by_user on studio.members (user_id);

-- Deleting an account does not renew its allowance: the same address finds its ledger again.
-- The address itself is not kept, only a keyed hash of it.
create table studio.former_owners (
  email_hash   text primary key,
  workspace_id text not null,
  anchor       timestamptz not null,
  deleted_at   timestamptz not null
);

create table studio.brands (
  workspace_id  text not null references studio.workspaces (id) on delete cascade,
  id            text not null,
  kind          text not null check (kind in ('personal', 'business')),
  name          text not null,
  pinned        boolean not null default false,
  website       text,
  description   text not null default '',
  language      text not null default '',
  logo_asset_id text,
  colors        jsonb not null default '{}',
  fonts         jsonb not null default '{}',
  tone          jsonb not null default '[]',
  audience      jsonb not null default '[]',
  themes        jsonb not null default '[]',
  identity      text not null default '',
  -- field name -> 'hand' | 'import'
  origins       jsonb not null default '{}',
  revision      integer not null default 1,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  deleted_at    timestamptz,
  primary key (workspace_id, id)
);

-- One run of an AI action. Its id is the id of its operation in the meter. Figures of credits are
-- written in the transaction that moves them.
create table studio.generations (
  workspace_id        text not null references studio.workspaces (id) on delete cascade,
  id                  text not null,
  kind                text not null check (kind in ('image', 'import', 'writing')),
  status              text not null check (status in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
  request             jsonb not null,
  brand_id            text,
  member_id           text not null,
  ordered             integer not null check (ordered > 0),
  delivered           integer not null default 0 check (delivered between 0 and ordered),
  held                integer not null check (held >= 0),
  spent               integer not null default 0 check (spent >= 0),
  released            integer not null default 0 check (released >= 0),
  progress            jsonb,
  result              jsonb,
  error_code          text,
  error_detail        text,
  note                text,
  cancel_requested_at timestamptz,
  created_at          timestamptz not null,
  started_at          timestamptz,
  ended_at            timestamptz,
  primary key (workspace_id, id),
  check (spent + released <= held),
  check ((status in ('queued', 'running')) = (ended_at is null)),
  -- Nothing of a result before it is paid.
  check (result is null or status in ('succeeded', 'cancelled'))
);
create index generations_newest on studio.generations (workspace_id, kind, created_at desc, id desc);
create index generations_queued on studio.generations (created_at) where status = 'queued';

-- What a person decided about the findings of a website import (a generation of kind 'import').
create table studio.import_decisions (
  workspace_id  text not null,
  generation_id text not null,
  field         text not null,
  decision      text not null check (decision in ('accepted', 'dismissed')),
  decided_at    timestamptz not null,
  primary key (workspace_id, generation_id, field),
  foreign key (workspace_id, generation_id) references studio.generations (workspace_id, id) on delete cascade
);

create table studio.assets (
  workspace_id  text not null references studio.workspaces (id) on delete cascade,
  id            text not null,
  kind          text not null check (kind in ('generated', 'upload', 'imported')),
  -- Where the original lies in the media storage.
  storage_key   text not null,
  media_type    text not null,
  width         integer not null,
  height        integer not null,
  bytes         integer not null,
  alt           text not null default '',
  file_name     text,
  brand_id      text,
  generation_id text,
  -- prompt, tier, aspect, provider, model, builtIn, credits, seed; null for uploads
  made          jsonb,
  created_by    text not null,
  created_at    timestamptz not null,
  deleted_at    timestamptz,
  primary key (workspace_id, id)
);
create index assets_newest on studio.assets (workspace_id, created_at desc, id desc) where deleted_at is null;
create index assets_of_generation on studio.assets (workspace_id, generation_id) where generation_id is not null;

create table studio.drafts (
  workspace_id  text not null references studio.workspaces (id) on delete cascade,
  id            text not null,
  state         text not null check (state in ('idea', 'draft')),
  brand_id      text,
  generation_id text,
  title         text not null default '',
  body          text not null default '',
  intent        text,
  platform      text,
  written_by    text not null check (written_by in ('ai', 'hand')),
  revision      integer not null default 1,
  created_by    text not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  deleted_at    timestamptz,
  primary key (workspace_id, id)
);
create index drafts_newest on studio.drafts (workspace_id, updated_at desc, id desc) where deleted_at is null;
