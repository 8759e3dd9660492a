/**
 * The tables of the baselines: as little as does the job, so that they are as fast as they can be.
 * Room in the pages lets PostgreSQL update a balance without touching an index.
 */
export const BASELINE_SCHEMA = `
create schema baseline;

create table baseline.accounts (
  id bigint primary key,
  granted bigint not null,
  balance bigint not null check (balance >= 0),
  held bigint not null default 0 check (held >= 0)
) with (fillfactor = 50);

create table baseline.holds (
  key text primary key,
  account_id bigint not null,
  amount bigint not null check (amount > 0),
  is_open boolean not null default true,
  created_at timestamptz not null default now()
) with (fillfactor = 70);

create table baseline.entries (
  id bigint generated always as identity primary key,
  account_id bigint not null,
  hold_key text not null,
  amount bigint not null,
  created_at timestamptz not null default now()
);
create index entries_of_account on baseline.entries (account_id, id);

create function baseline.refuse_change() returns trigger language plpgsql as $$
begin raise exception 'Entries are never changed or deleted.'; end $$;
create trigger entries_stay before update or delete on baseline.entries
  for each row execute function baseline.refuse_change();

create table baseline.usages (
  id text primary key,
  account_id bigint not null,
  amount bigint not null,
  created_at timestamptz not null default now()
) with (fillfactor = 70);
create index usages_of_account on baseline.usages (account_id, created_at);
`
