-- What test billing knows, where no payment provider is set up: one document for each customer, as a
-- payment provider would keep it elsewhere. It refers to no table of the studio's: a provider knows no
-- workspace beyond the id that it was given, and bills on when that is gone.
create table studio.test_billing_accounts (
  workspace_id text not null,
  id           text not null unique,
  document     jsonb not null,
  -- When something next happens by itself: a renewal, a charge, the end of a checkout.
  due_at       timestamptz,
  primary key (workspace_id)
);
create index on studio.test_billing_accounts (due_at);
