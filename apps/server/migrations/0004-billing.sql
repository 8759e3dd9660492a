-- How plans are paid. What the payment provider says is kept here as it was last read, and what was
-- decided from it. None of these tables refers to the workspaces: a deleted workspace takes its work
-- with it and leaves its bills, as it leaves its ledger.

-- The plan in force is a function of the row and the time: from plan_ends_at on it is next_plan,
-- whoever has looked by then.
alter table studio.workspaces
  add plan_ends_at  timestamptz,
  add next_plan     text check (next_plan in ('free', 'business', 'team')),
  -- When Free's last allowance began, of before the present plan: they begin a month apart.
  add last_free_at timestamptz,
  -- When the clock alone changes something: a period begins or ends, Free's allowance begins.
  add due_at        timestamptz,
  add check ((plan_ends_at is null) = (next_plan is null));
create index workspaces_due on studio.workspaces (due_at) where due_at is not null;

create table studio.billing_customers (
  workspace_id text primary key,
  customer_id  text not null unique,
  created_at   timestamptz not null,
  -- The one checkout that is open; another one ends it.
  checkout_id  text,
  checkout_url text,
  -- Of the request that opened it: the same request gets the same page.
  checkout_key text
);

create table studio.subscriptions (
  workspace_id text not null,
  id           text not null unique,
  -- The one that gives the workspace its plan.
  live         boolean not null,
  -- As the provider said it last, see billing/subscription.ts.
  snapshot     jsonb not null,
  -- What a comparison with the provider looks at, see billing/fingerprint.ts.
  fingerprint  text not null,
  read_at      timestamptz not null,
  primary key (workspace_id, id)
);
create unique index subscriptions_one_live on studio.subscriptions (workspace_id) where live;

-- What was given for each period of a subscription, and whether it is paid for.
create table studio.billing_periods (
  workspace_id    text not null,
  subscription_id text not null,
  starts_at       timestamptz not null,
  plan            text not null check (plan in ('business', 'team')),
  ends_at         timestamptz not null,
  state           text not null check (state in ('opened', 'paid', 'unpaid', 'refunded', 'disputed')),
  -- The invoice line that says so.
  line_id         text unique,
  granted         integer not null check (granted >= 0),
  -- As the grant of the meter's cycle, which one period at most can be.
  by_allowance    boolean not null,
  -- Of these taken back, as long as nobody pays for them.
  taken           integer not null check (taken between 0 and granted),
  -- How often credits were taken or given back: each such time has its own id in the meter.
  moves           integer not null check (moves >= 0),
  -- Was used and is not paid for.
  shortfall       integer not null check (shortfall between 0 and granted),
  primary key (workspace_id, subscription_id, starts_at, plan)
);

create unique index billing_periods_one_a_cycle on studio.billing_periods (workspace_id, starts_at) where by_allowance;

create table studio.invoices (
  workspace_id    text not null,
  id              text not null unique,
  subscription_id text not null,
  created_at      timestamptz not null,
  -- As the provider said it last, see billing/subscription.ts.
  snapshot        jsonb not null,
  primary key (workspace_id, id)
);
create index invoices_newest on studio.invoices (workspace_id, created_at desc);

-- What a person of the operator's must look at: nothing is done about it by itself.
create table studio.billing_attention (
  workspace_id text not null,
  id           text not null,
  sentence     text not null,
  at           timestamptz not null,
  primary key (workspace_id, id)
);

-- Events as they arrived. Only a reason to read again what they tell of.
create table studio.billing_events (
  id              text primary key,
  type            text not null,
  payload         text not null,
  customer_id     text,
  subscription_id text,
  payment_id      text,
  -- Of an event that concerns a workspace, once that is known.
  workspace_id    text,
  happened_at     timestamptz not null,
  received_at     timestamptz not null,
  -- 'ignored': of no concern to us, or about nobody we know; why is in error.
  state           text not null check (state in ('received', 'done', 'ignored')),
  attempts        integer not null default 0,
  error           text
);
create index billing_events_open on studio.billing_events (received_at) where state = 'received';
