-- The operator's desk: finding a workspace, what was done to it and why, what the AI providers cost,
-- and how the audits ended. Reads and rewrites nothing but `workspaces`, which it holds for the time
-- that one pass over it takes.

-- A person's address is the surest way to find their workspace. It does not change; the accounts'
-- own table lies in another schema, whose indexes are not ours.
alter table studio.workspaces add column owner_email text not null default '';
do $$ begin
  if to_regclass('auth."user"') is not null then
    update studio.workspaces w set owner_email = u.email from auth."user" u where u.id = w.owner_id;
  end if;
end $$;
create index workspaces_newest on studio.workspaces (created_at desc, id desc);
-- Any part of a name, address or id by an index, where this PostgreSQL has trigrams; where it has
-- not, the search reads the table.
do $$ begin
  create extension if not exists pg_trgm;
  create index workspaces_by_text on studio.workspaces
    using gin (name gin_trgm_ops, owner_email gin_trgm_ops, id gin_trgm_ops);
exception when insufficient_privilege or undefined_object or undefined_file
    or feature_not_supported then
  raise notice 'The search for workspaces works without an index.';
end $$;

-- Everything that an operator did to a workspace. Outlives the workspace, as its ledger does.
create table studio.operator_actions (
  workspace_id  text not null,
  -- Made of the operator and the press: the same press again does nothing.
  id            text not null,
  kind          text not null check (kind in ('grant', 'make_good', 'adjust', 'release', 'attend')),
  operator_id   text not null,
  operator_name text not null,
  reason        text not null check (reason <> ''),
  -- What it was done to: the operation, grant or matter; null for a new grant.
  target_id     text,
  credits       integer not null check (credits >= 0),
  -- What was asked, so that the key cannot be used for something else.
  request       jsonb not null,
  -- What came of it, in one sentence.
  result        text not null,
  at            timestamptz not null,
  primary key (workspace_id, id)
);
create index operator_actions_newest on studio.operator_actions (workspace_id, at desc, id desc);
create index operator_actions_by_target on studio.operator_actions (workspace_id, target_id)
  where target_id is not null;
create trigger operator_actions_stay before update or delete or truncate on studio.operator_actions
  for each statement execute function studio.refuse_change();

create index billing_attention_newest on studio.billing_attention (at desc);
create index subscriptions_unpaid on studio.subscriptions (read_at)
  where live and snapshot ->> 'status' = 'past_due';

-- What an operator asked for that concerns no one workspace: an event acted on again, an audit.
create table studio.operator_requests (
  id            bigint generated always as identity primary key,
  kind          text not null check (kind in ('replay', 'audit')),
  operator_id   text not null,
  operator_name text not null,
  -- The event; null for an audit.
  target_id     text,
  at            timestamptz not null
);
create trigger operator_requests_stay before update or delete or truncate on studio.operator_requests
  for each statement execute function studio.refuse_change();

-- What an AI provider made of each delivery: a row for each model that had a part in it. Written with
-- the delivery. Has no reference to the workspace: what a deleted one had made was paid for all the same.
create table studio.provider_usage (
  workspace_id  text not null,
  generation_id text not null,
  provider      text not null,
  model         text not null,
  -- As in the price book.
  action        text not null,
  units         integer not null check (units > 0),
  -- Of what the delivery cost, this part.
  credits       integer not null check (credits >= 0),
  -- The workspace's plan then: what one of its credits was worth.
  plan          text not null,
  at            timestamptz not null,
  primary key (workspace_id, generation_id, provider, model)
);
-- Everything that is summed up of a period, so that the table itself is not read.
create index provider_usage_by_time on studio.provider_usage (at)
  include (action, provider, model, plan, units, credits);

insert into studio.provider_usage
select g.workspace_id, g.id, a.made ->> 'provider', a.made ->> 'model',
  'image.' || (a.made ->> 'tier'), count(*), sum((a.made ->> 'credits')::int), min(w.plan),
  min(g.ended_at)
from studio.generations g
join studio.workspaces w on w.id = g.workspace_id
join studio.assets a on a.workspace_id = g.workspace_id and a.generation_id = g.id
where g.kind = 'image' and g.delivered > 0 and a.made is not null
group by g.workspace_id, g.id, a.made ->> 'provider', a.made ->> 'model', a.made ->> 'tier';
insert into studio.provider_usage
select g.workspace_id, g.id, 'unknown', 'unknown',
  case g.kind when 'import' then 'website.import' else 'text.' || (g.request ->> 'kind') end,
  g.delivered, g.spent, w.plan, g.ended_at
from studio.generations g
join studio.workspaces w on w.id = g.workspace_id
where g.kind <> 'image' and g.delivered > 0;

-- What one unit of an action costs us at a provider, in millionths of a pound, from a day on. The row
-- of the latest day counts, and of those of one day the one that was written last.
create table studio.provider_prices (
  id             bigint generated always as identity primary key,
  provider       text not null check (provider <> ''),
  model          text not null check (model <> ''),
  action         text not null check (action <> ''),
  effective_from date not null,
  micros         bigint not null check (micros between 0 and 1000000000),
  -- Where the price was read, and when.
  source         text not null check (source <> ''),
  -- Null: it came with the studio.
  set_by         text,
  set_at         timestamptz not null,
  press_id       text unique
);
create index provider_prices_in_force on studio.provider_prices
  (provider, model, action, effective_from desc, id desc);
create trigger provider_prices_stay before update or delete or truncate on studio.provider_prices
  for each statement execute function studio.refuse_change();

-- List prices as published in November 2025, in US dollars at 0.76 pounds: Google
-- (ai.google.dev/gemini-api/docs/pricing) $0.039 for an image of gemini-2.5-flash-image and $0.134 for
-- one of gemini-3-pro-image-preview; gemini-2.5-flash $0.30 and $2.50 for a million tokens in and out,
-- at 2,000 in and 700 out for a text and 6,000 in and 50 out for a website. fal (fal.ai/models) $0.003
-- and $0.04 for a megapixel of flux/schnell and flux-pro/v1.1, at one megapixel for an image. What is
-- built in costs nothing.
insert into studio.provider_prices
  (provider, model, action, effective_from, micros, source, set_at)
select provider, model, action, '2025-11-01'::date, micros, source, '2026-06-01T00:00:00Z'
from (values
  ('google', 'gemini-2.5-flash-image', 'image.standard', 29640, 'List price, November 2025'),
  ('google', 'gemini-3-pro-image-preview', 'image.pro', 101840, 'List price, November 2025'),
  ('google', 'gemini-2.5-flash', 'text.ideas', 1786, 'List price, November 2025'),
  ('google', 'gemini-2.5-flash', 'text.caption', 1786, 'List price, November 2025'),
  ('google', 'gemini-2.5-flash', 'text.post', 1786, 'List price, November 2025'),
  ('google', 'gemini-2.5-flash', 'website.import', 1463, 'List price, November 2025'),
  ('fal', 'fal-ai/flux/schnell', 'image.standard', 2280, 'List price, November 2025'),
  ('fal', 'fal-ai/flux-pro/v1.1', 'image.pro', 30400, 'List price, November 2025')
) as listed (provider, model, action, micros, source);

-- How each audit ended; see generation/audit.ts.
create table studio.audits (
  id            bigint generated always as identity primary key,
  started_at    timestamptz not null,
  ended_at      timestamptz not null,
  looked        jsonb not null,
  -- The first of them, where there are many.
  findings      jsonb not null,
  finding_count integer not null check (finding_count >= 0)
);
create index audits_newest on studio.audits (ended_at desc);
