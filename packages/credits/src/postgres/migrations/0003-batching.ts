/**
 * Makes room for many commands in one step: what every decision needs stands on the account's row,
 * what a hold was drawn from on its operation, and an entry says only what cannot be derived. What
 * is refused is refused without a function call for each row. Holds every table of the schema until
 * it is done, and rewrites them.
 */
export const batchingMigration = {
  name: '0003-batching',
  sql: `
drop trigger entries_move_credits on credits.entries;
drop trigger entries_stay on credits.entries;
drop trigger grants_move_by_entries on credits.grants;
drop trigger operations_end_once on credits.operations;
drop function credits.apply_entries();
drop function credits.guard_grants();
drop function credits.guard_operations();

alter table credits.entries
  drop constraint entries_account_id_grant_id_fkey,
  drop constraint entries_account_id_operation_id_fkey,
  drop constraint entries_account_id_corrects_fkey,
  drop constraint entries_move_as_their_kind_may,
  drop constraint entries_name_their_operation,
  drop constraint entries_of_reversals_correct;
alter table credits.operations
  drop constraint operations_account_id_fkey,
  drop constraint operations_operation_id_check,
  drop constraint operations_quantity_check,
  drop constraint operations_unit_price_check,
  drop constraint operations_credits_check,
  drop constraint operations_state_check,
  drop constraint operations_spent_check,
  drop constraint operations_released_check,
  drop constraint operations_reversed_check,
  drop constraint operations_charge_the_price,
  drop constraint operations_end_whole,
  drop constraint operations_run_on_a_lease,
  drop constraint operations_release_everything,
  drop constraint operations_reverse_no_more_than_spent,
  drop constraint operations_say_why_refused;
alter table credits.entries drop constraint entries_seq_check, drop constraint entries_amount_check;
alter table credits.accounts
  drop constraint accounts_account_id_check,
  drop constraint accounts_allowance_credits_check,
  drop constraint accounts_allowance_seq_check;
alter table credits.grants
  drop constraint grants_grant_id_check,
  drop constraint grants_kind_check,
  drop constraint grants_have_a_window,
  drop constraint grants_available_check,
  drop constraint grants_held_check,
  drop constraint grants_spent_check,
  drop constraint grants_expired_check;

-- A check is read anew for each statement, a domain once for each connection.
create domain credits.some as bigint check (value > 0);
create domain credits.whole as bigint check (value >= 0);
create domain credits.id as text check (value <> '');
create domain credits.grant_kind as text check (value in ('allowance', 'make_good', 'granted'));
create domain credits.state as text
  check (value in ('held', 'running', 'settled', 'released', 'refused'));
create domain credits.entry_kind as text check (value in ('grant', 'hold', 'settle', 'release',
  'release_expired', 'expire', 'adjust', 'reverse'));

-- What a hold was drawn from, in the order drawn.
alter table credits.operations
  add column drawn_grants text[] not null default '{}',
  add column drawn_amounts bigint[] not null default '{}',
  add column settle_seq bigint;
update credits.operations o
  set drawn_grants = l.grants, drawn_amounts = l.amounts, settle_seq = l.settle_seq
  from (select account_id, operation_id, array_agg(grant_id order by position) as grants,
      array_agg(amount order by position) as amounts, min(settle_seq) as settle_seq
    from credits.hold_lines group by 1, 2) l
  where l.account_id = o.account_id and l.operation_id = o.operation_id;
drop table credits.hold_lines;
-- What has ended has no lease.
update credits.operations set lease_until = null where state not in ('held', 'running');
drop index credits.operations_by_lease;
drop index credits.operations_open;
drop index credits.operations_by_time;
alter table credits.operations
  alter column operation_id type credits.id,
  alter column quantity type credits.some,
  alter column unit_price type credits.whole,
  alter column credits type credits.whole,
  alter column state type credits.state,
  alter column spent type credits.whole,
  alter column released type credits.whole,
  alter column reversed type credits.whole,
  add constraint operations_charge_the_price check (
    credits = case when refusal is null then quantity * unit_price else 0 end
  ),
  add constraint operations_end_whole check (
    case when ended_at is null then spent + released = 0 else spent + released = credits end
    and (ended_at is null) = (state = 'held' or lease_until is not null) and reversed <= spent
  ),
  add constraint operations_run_on_a_lease check (
    (state = 'running') = (lease_until is not null) and (state = 'refused') = (refusal is not null)
  );
drop index credits.grants_once_per_cycle;
alter table credits.accounts
  alter column account_id type credits.id,
  alter column allowance_credits type credits.whole;
alter table credits.grants
  alter column grant_id type credits.id,
  alter column kind type credits.grant_kind,
  alter column available type credits.whole,
  alter column held type credits.whole,
  alter column spent type credits.whole,
  alter column expired type credits.whole;

create unique index grants_once_per_cycle on credits.grants (account_id, starts_at)
  where kind = 'allowance';

alter table credits.accounts
  add column version bigint not null default 0,
  add column open_operations credits.whole not null default 0,
  add column last_seq bigint not null default 0,
  add column last_at bigint not null default 0,
  add column alerted_cycle bigint,
  add column alerted_ids text[] not null default '{}';
update credits.accounts a set
  open_operations = (select count(*) from credits.operations o
    where o.account_id = a.account_id and o.state in ('held', 'running')),
  last_seq = (select coalesce(max(seq), 0) from credits.entries e
    where e.account_id = a.account_id),
  last_at = greatest(created_at,
    (select max(at) from credits.entries e where e.account_id = a.account_id),
    (select max(at) from credits.allowance_changes c where c.account_id = a.account_id),
    (select max(greatest(created_at, started_at, ended_at)) from credits.operations o
      where o.account_id = a.account_id));
alter table credits.accounts alter column last_at drop default;

-- Where credits come from and go to follows from the kind; who did it, from the operation.
update credits.entries set kind = 'release_expired' where kind = 'release' and to_place = 'expired';
drop index credits.entries_issue_a_grant_once;
drop index credits.entries_by_time;
alter table credits.entries
  drop column from_place,
  drop column to_place,
  alter column actor drop not null,
  alter column seq type credits.some,
  alter column kind type credits.entry_kind,
  alter column amount type credits.some,
  add constraint entries_say_who_and_why check (
    (operation_id is not null or actor is not null) and (kind = 'reverse') = (corrects is not null)
  );
create unique index entries_issue_a_grant_once on credits.entries (account_id, grant_id)
  where kind = 'grant';

create view credits.moves as select e.*,
  case kind when 'hold' then 'available' when 'expire' then 'available'
    when 'adjust' then 'available' when 'settle' then 'held' when 'release' then 'held'
    when 'release_expired' then 'held' when 'reverse' then 'spent' end as from_place,
  case kind when 'hold' then 'held' when 'settle' then 'spent' when 'release_expired' then 'expired'
    when 'expire' then 'expired' when 'adjust' then 'expired' else 'available' end as to_place
  from credits.entries e;

-- An index is touched only by what it is read for: an operation that is settled without having run
-- changes none.
create index operations_by_lease on credits.operations (lease_until)
  where lease_until is not null;
create index operations_by_time on credits.operations
  (account_id, created_at desc, operation_id collate "C" desc) where refusal is null;
alter table credits.operations set (fillfactor = 60);
alter table credits.grants set (fillfactor = 50);
alter table credits.accounts set (fillfactor = 50);

create table credits.adjustments (
  account_id text not null references credits.accounts,
  adjustment_id text not null check (adjustment_id <> ''),
  grant_id text not null,
  credits bigint not null check (credits > 0),
  reason text not null,
  actor jsonb not null,
  at bigint not null,
  primary key (account_id, adjustment_id),
  foreign key (account_id, grant_id) references credits.grants
);

-- What others are to hear of. A row goes when it was delivered.
create table credits.events (
  account_id text not null,
  event_id bigint generated always as identity,
  event jsonb not null,
  primary key (account_id, event_id)
);
create index events_in_order on credits.events (event_id);

create function credits.apply_entries() returns trigger language plpgsql
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  asked integer;
  moved integer;
begin
  with asked as materialized (
    select account_id, grant_id,
      coalesce(sum(amount) filter (where kind = 'grant'), 0) as issued,
      coalesce(sum(amount) filter (where kind = 'hold'), 0) as drawn,
      coalesce(sum(amount) filter (where kind = 'settle'), 0) as settled,
      coalesce(sum(amount) filter (where kind in ('release', 'release_expired')), 0) as released,
      coalesce(sum(amount) filter (where kind in ('release', 'reverse')), 0) as returned,
      coalesce(sum(amount) filter (where kind = 'reverse'), 0) as reversed,
      coalesce(sum(amount) filter (where kind in ('expire', 'adjust')), 0) as lost,
      coalesce(sum(amount) filter (where kind in ('expire', 'adjust', 'release_expired')), 0)
        as expired
    from new_entries group by account_id, grant_id
  ), moved as (
    update credits.grants as g
    set amount = g.amount + a.issued,
        available = g.available + a.issued + a.returned - a.drawn - a.lost,
        held = g.held + a.drawn - a.settled - a.released,
        spent = g.spent + a.settled - a.reversed,
        expired = g.expired + a.expired
    from asked a
    where g.account_id = a.account_id and g.grant_id = a.grant_id
    returning 1
  )
  select (select count(*) from asked), (select count(*) from moved) into asked, moved;
  if moved <> asked then
    raise exception 'An entry moves the credits of a grant that exists.'
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

create trigger entries_move_credits after insert on credits.entries
  referencing new table as new_entries
  for each statement execute function credits.apply_entries();
create trigger entries_stay before update or delete or truncate on credits.entries
  for each statement execute function credits.refuse_change();

create function credits.refuse() returns trigger language plpgsql as $$
begin
  raise exception '%', tg_argv[0] using errcode = 'restrict_violation';
end $$;

create trigger grants_have_a_window before insert on credits.grants for each row
  when (new.starts_at >= new.ends_at)
  execute function credits.refuse('A grant begins before it ends.');
create trigger grants_begin_empty before insert on credits.grants for each row
  when ((new.amount, new.available, new.held, new.spent, new.expired) <> (0, 0, 0, 0, 0))
  execute function credits.refuse('A grant is born empty; its credits arrive by an entry.');
-- A column that is never set anew costs nothing to watch.
create trigger grants_keep_their_terms before update of account_id, grant_id, kind, starts_at,
    ends_at, created_at, reason, actor, make_good_for on credits.grants
  for each row execute function credits.refuse('The terms of a grant never change.');
-- Depth 0 is a statement of somebody's own; within the entries' trigger it is deeper.
create trigger grants_move_by_entries before update on credits.grants for each row
  when (pg_trigger_depth() = 0)
  execute function credits.refuse('The credits of a grant move by entries only.');

create trigger operations_end_once before update of state, spent, released, started_at,
    lease_until, ended_at, reason, settle_seq on credits.operations for each row
  when (old.ended_at is not null)
  execute function credits.refuse('The operation has ended.');
create trigger operations_keep_their_request before update of account_id, operation_id, action,
    quantity, unit_price, price_version, credits, request_hash, quote_version, quote_credits,
    refusal, created_at, actor, drawn_grants, drawn_amounts on credits.operations
  for each row execute function credits.refuse('What an operation asked for never changes.');
create trigger operations_stay_reversed before update of reversed on credits.operations
  for each row when (new.reversed < old.reversed)
  execute function credits.refuse('What was given back is not taken again.');

create trigger adjustments_stay before update or delete or truncate on credits.adjustments
  for each statement execute function credits.refuse_change();
`,
} as const
