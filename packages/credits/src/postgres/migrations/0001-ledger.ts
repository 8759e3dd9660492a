/**
 * The ledger's tables. Times are milliseconds since 1970 (UTC), so that an instant is the same
 * number everywhere. Every key begins with the account, so that the tables can be distributed.
 * Locks nothing that exists.
 */
export const ledgerMigration = {
  name: '0001-ledger',
  sql: `
create table credits.accounts (
  account_id text primary key check (account_id <> ''),
  allowance_credits bigint not null check (allowance_credits >= 0),
  allowance_anchor bigint not null,
  pauses_at_zero boolean not null,
  allowance_seq integer not null check (allowance_seq >= 0),
  created_at bigint not null
);

create table credits.allowance_changes (
  account_id text not null references credits.accounts,
  seq integer not null check (seq > 0),
  credits bigint not null check (credits >= 0),
  anchor bigint not null,
  pauses_at_zero boolean not null,
  at bigint not null,
  reason text not null,
  actor jsonb not null,
  primary key (account_id, seq)
);

create table credits.grants (
  account_id text not null references credits.accounts,
  grant_id text not null check (grant_id <> ''),
  kind text not null check (kind in ('allowance', 'make_good', 'granted')),
  amount bigint not null default 0,
  available bigint not null default 0 check (available >= 0),
  held bigint not null default 0 check (held >= 0),
  spent bigint not null default 0 check (spent >= 0),
  expired bigint not null default 0 check (expired >= 0),
  starts_at bigint not null,
  ends_at bigint not null,
  created_at bigint not null,
  reason text not null,
  actor jsonb not null,
  make_good_for text,
  primary key (account_id, grant_id),
  constraint grants_conserve_credits check (available + held + spent + expired = amount),
  constraint grants_have_a_window check (starts_at < ends_at)
);

-- However many processes open a cycle, one grant comes of it.
create unique index grants_once_per_cycle on credits.grants (account_id, starts_at)
  where kind = 'allowance';

create table credits.operations (
  account_id text not null references credits.accounts,
  operation_id text not null check (operation_id <> ''),
  action text not null,
  quantity bigint not null check (quantity > 0),
  unit_price bigint not null check (unit_price >= 0),
  price_version bigint not null,
  credits bigint not null check (credits >= 0),
  state text not null check (state in ('held', 'running', 'settled', 'released', 'refused')),
  spent bigint not null check (spent >= 0),
  released bigint not null check (released >= 0),
  reversed bigint not null check (reversed >= 0),
  quote_version bigint not null,
  quote_credits bigint not null,
  request_hash text not null,
  refusal jsonb,
  created_at bigint not null,
  started_at bigint,
  lease_until bigint,
  ended_at bigint,
  reason text,
  actor jsonb not null,
  primary key (account_id, operation_id),
  constraint operations_charge_the_price check (
    credits = case when state = 'refused' then 0 else quantity * unit_price end
  ),
  constraint operations_end_whole check (
    case when state in ('held', 'running') then spent = 0 and released = 0 and ended_at is null
    else spent + released = credits and ended_at is not null end
  ),
  constraint operations_run_on_a_lease check (
    state <> 'running' or (started_at is not null and lease_until is not null)
  ),
  constraint operations_release_everything check (state <> 'released' or spent = 0),
  constraint operations_reverse_no_more_than_spent check (reversed <= spent),
  constraint operations_say_why_refused check ((state = 'refused') = (refusal is not null))
);

-- The reaper reads lapsed leases here, however many operations are open.
create index operations_by_lease on credits.operations (lease_until) where state = 'running';
create index operations_open on credits.operations (account_id) where state in ('held', 'running');
create index operations_by_time on credits.operations
  (account_id, created_at desc, operation_id collate "C" desc) where state <> 'refused';

create table credits.hold_lines (
  account_id text not null,
  operation_id text not null,
  position integer not null check (position >= 0),
  grant_id text not null,
  amount bigint not null check (amount > 0),
  spent bigint not null check (spent >= 0),
  released bigint not null check (released >= 0),
  reversed bigint not null check (reversed >= 0),
  settle_seq bigint,
  primary key (account_id, operation_id, position),
  foreign key (account_id, operation_id) references credits.operations,
  foreign key (account_id, grant_id) references credits.grants,
  check (spent + released <= amount),
  check (reversed <= spent)
);

create table credits.reversals (
  account_id text not null,
  reversal_id text not null check (reversal_id <> ''),
  operation_id text not null,
  credits bigint not null check (credits > 0),
  returned bigint not null check (returned >= 0),
  made_good bigint not null check (made_good >= 0),
  make_good_ends_at bigint,
  reason text not null,
  actor jsonb not null,
  at bigint not null,
  primary key (account_id, reversal_id),
  foreign key (account_id, operation_id) references credits.operations,
  check (returned + made_good = credits),
  check ((made_good > 0) = (make_good_ends_at is not null))
);

create table credits.entries (
  account_id text not null,
  seq bigint not null check (seq > 0),
  at bigint not null,
  kind text not null,
  grant_id text not null,
  from_place text,
  to_place text not null,
  amount bigint not null check (amount > 0),
  reason text,
  actor jsonb not null,
  operation_id text,
  corrects bigint,
  primary key (account_id, seq),
  foreign key (account_id, grant_id) references credits.grants,
  foreign key (account_id, operation_id) references credits.operations,
  foreign key (account_id, corrects) references credits.entries,
  constraint entries_move_as_their_kind_may check (
    (kind, coalesce(from_place, ''), to_place) in (
      ('grant', '', 'available'),
      ('hold', 'available', 'held'),
      ('settle', 'held', 'spent'),
      ('release', 'held', 'available'),
      ('release', 'held', 'expired'),
      ('expire', 'available', 'expired'),
      ('reverse', 'spent', 'available')
    )
  ),
  constraint entries_name_their_operation check (
    (kind in ('grant', 'expire')) or operation_id is not null
  ),
  constraint entries_of_reversals_correct check ((kind = 'reverse') = (corrects is not null))
);

create unique index entries_issue_a_grant_once on credits.entries (account_id, grant_id)
  where from_place is null;
create index entries_by_time on credits.entries (account_id, at, seq);
create index entries_by_correction on credits.entries (account_id, corrects)
  where corrects is not null;
`,
} as const
