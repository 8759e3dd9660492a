-- Posts go out. Nothing here refers to the meter: publishing works with its tables locked or gone.
alter table studio.posts drop constraint drafts_state_check;
alter table studio.posts
  add constraint posts_state_check check (state in ('idea', 'draft', 'scheduled', 'publishing',
    'published', 'partly_published', 'failed')),
  -- The instant, and the wall time and place that it was meant as.
  add column scheduled_at timestamptz,
  add column wall_time text,
  add column time_zone text,
  add column social_account_ids text[] not null default '{}',
  -- {every, interval, weekdays, until}
  add column recurrence jsonb,
  -- The first post of a recurring one, and the how manieth this is: no occurrence is made twice.
  add column series_id text,
  -- Of the first of them: what comes again is counted from there.
  add column first_wall_time text,
  add column occurrence integer;
create index posts_by_schedule on studio.posts (workspace_id, scheduled_at)
  where scheduled_at is not null and deleted_at is null;
create unique index posts_once_in_a_series on studio.posts (workspace_id, series_id, occurrence)
  where series_id is not null;

-- Where a workspace can publish. `credentials` are sealed with the key that `key_id` names.
create table studio.social_accounts (
  workspace_id text not null references studio.workspaces (id) on delete cascade,
  id text not null,
  brand_id text not null,
  network text not null,
  -- The account's own id at its network, and the host it lives on ('' where there is one only).
  remote_id text not null,
  server text not null default '',
  name text not null,
  handle text not null default '',
  avatar_url text,
  credentials bytea not null,
  key_id text not null,
  scopes text[] not null default '{}',
  -- What the network says of this very account: limits, the board, the instance.
  facts jsonb not null default '{}',
  -- The access token ends; null: never. It is renewed by machine until `person_needed_at`.
  token_expires_at timestamptz,
  person_needed_at timestamptz,
  needs_reconnect boolean not null default false,
  problem text,
  connected_by text not null,
  connected_at timestamptz not null,
  updated_at timestamptz not null,
  disconnected_at timestamptz,
  primary key (workspace_id, id)
);
create unique index social_accounts_once on studio.social_accounts
  (workspace_id, brand_id, network, server, remote_id) where disconnected_at is null;
create index social_accounts_to_refresh on studio.social_accounts (token_expires_at)
  where disconnected_at is null and not needs_reconnect and token_expires_at is not null;

-- An account on its way to being connected; gone when it is, or when it was not in time.
create table studio.social_connections (
  workspace_id text not null references studio.workspaces (id) on delete cascade,
  id text not null,
  brand_id text not null,
  member_id text not null,
  network text not null,
  server text not null default '',
  -- Connected anew; null: a new account.
  social_account_id text,
  -- The hash of what the network sends back to say which connection it is about.
  state_hash text not null unique,
  status text not null check (status in ('authorize', 'choose', 'connected', 'failed')),
  authorize_url text,
  -- What only the server may know, sealed: the verifier, and the candidates with their credentials.
  secret bytea,
  key_id text,
  -- The ids of what was connected.
  account_ids text[] not null default '{}',
  problem text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, id)
);

-- The studio as an application of a host that registers applications itself.
create table studio.network_apps (
  network text not null,
  server text not null,
  redirect_uri text not null,
  client_id text not null,
  client_secret bytea not null,
  key_id text not null,
  created_at timestamptz not null,
  primary key (network, server, redirect_uri)
);

-- A post on its way to one account; one row for the two of them, ever, so that nothing is begun twice.
create table studio.deliveries (
  workspace_id text not null references studio.workspaces (id) on delete cascade,
  id text not null,
  post_id text not null,
  social_account_id text not null,
  network text not null,
  state text not null check (state in ('scheduled', 'publishing', 'waiting', 'unconfirmed',
    'published', 'failed', 'needs_person', 'missed', 'dropped')),
  due_at timestamptz not null,
  -- When something is to be done next by itself; null: nothing.
  next_at timestamptz,
  -- The state of the post that `delivery_targets` were made of, and whether media carry the mark.
  post_revision integer not null,
  -- The state of the post that its people were warned of: it could not go out as it was.
  warned_revision integer,
  watermark boolean not null,
  content_hash text not null,
  attempts integer not null default 0,
  lease_owner text,
  lease_until timestamptz,
  problem_code text,
  problem_detail text,
  problem_action text,
  url text,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, id)
);
create unique index deliveries_once on studio.deliveries (workspace_id, post_id, social_account_id);
create index deliveries_due on studio.deliveries (next_at, id) where next_at is not null;
-- An account gets one post at a time, whoever works.
create unique index deliveries_one_at_a_time on studio.deliveries (workspace_id, social_account_id)
  where lease_owner is not null;
create index deliveries_of_account on studio.deliveries (workspace_id, social_account_id)
  where ended_at is null;
create index deliveries_without_account on studio.deliveries (workspace_id, social_account_id)
  where next_at is null and problem_action = 'reconnect';

-- One thing to be made at the network. What is sent is frozen in `intent` before it is sent.
create table studio.delivery_targets (
  workspace_id text not null,
  delivery_id text not null,
  index integer not null,
  kind text not null check (kind in ('post', 'reply', 'comment')),
  state text not null check (state in ('scheduled', 'claimed', 'preparing', 'committing',
    'unconfirmed', 'reconciling', 'published', 'rejected', 'needs_person')),
  -- {text, title, media: [{assetId, alt, renditionKey, mediaType, width, height, bytes}]}
  content jsonb not null,
  -- Chosen when it was scheduled: by it the network knows a repeated call, where it can.
  key text not null,
  -- Name -> what a step of the preparation gave, so that a later process need not repeat it.
  prepared jsonb not null default '{}',
  intent jsonb,
  -- What the network told in the middle of the call: an upload's address, a publish id.
  kept jsonb,
  -- When the first publishing call began, and when the last one did.
  committed_at timestamptz,
  called_at timestamptz,
  receipt jsonb,
  remote_id text,
  url text,
  updated_at timestamptz not null,
  primary key (workspace_id, delivery_id, index),
  foreign key (workspace_id, delivery_id) references studio.deliveries on delete cascade
);

-- What happened, in its order.
create table studio.delivery_events (
  workspace_id text not null,
  delivery_id text not null,
  number bigint generated always as identity,
  at timestamptz not null,
  target integer,
  kind text not null,
  detail text not null default '',
  request_id text,
  primary key (workspace_id, delivery_id, number),
  foreign key (workspace_id, delivery_id) references studio.deliveries on delete cascade
);

create table studio.posting_slots (
  workspace_id text not null references studio.workspaces (id) on delete cascade,
  brand_id text not null,
  time_zone text not null,
  -- [{weekday, time}]
  slots jsonb not null,
  updated_at timestamptz not null,
  primary key (workspace_id, brand_id)
);

-- What is told of publishing stands beside what is told of credits.
alter table studio.notices drop constraint notices_kind_check;
alter table studio.notices
  add constraint notices_kind_check check (kind in ('running_low', 'last_image', 'used_up',
    'payment_failed', 'publishing_failed', 'account_expiring', 'account_lost')),
  -- {id, name} of the post or the social account.
  add column subject jsonb;
alter table studio.mail_choices add column publishing boolean not null default true;
