/**
 * The same rules and the same answers for less. JSON of an account and its grants is joined from
 * texts, because `json_build_object` looks up the type of each of its arguments for each row. What is
 * refused is refused after a row was written instead of before, which locked every row once more.
 * Credits are summed as the integers they are, and what an entry must say is checked with them, because
 * a check of the table is read anew for each statement. Operations by time grow at their end. Holds
 * entries, grants and operations until the index is made.
 */
export const cheaperReadsMigration = {
  name: '0008-cheaper-reads',
  sql: `
create aggregate credits.total(bigint) (sfunc = int8pl, stype = bigint, initcond = '0');

create or replace function credits.apply_entries() returns trigger language plpgsql as $$
declare
  asked integer;
  moved integer;
  is_unsound boolean;
begin
  update credits.grants as g
    set amount = g.amount + a.issued, available = g.available + a.available,
      held = g.held + a.held, spent = g.spent + a.spent, expired = g.expired + a.expired
    from (select account_id, grant_id,
        credits.total(case kind when 'grant' then amount else 0 end) as issued,
        credits.total(case kind when 'hold' then -amount when 'release' then amount
          when 'grant' then amount when 'reverse' then amount when 'expire' then -amount
          when 'adjust' then -amount else 0 end) as available,
        credits.total(case kind when 'hold' then amount when 'settle' then -amount
          when 'release' then -amount when 'release_expired' then -amount else 0 end) as held,
        credits.total(case kind when 'settle' then amount when 'reverse' then -amount else 0 end)
          as spent,
        credits.total(case kind when 'expire' then amount when 'adjust' then amount
          when 'release_expired' then amount else 0 end) as expired
      from new_entries group by account_id, grant_id) a
    where g.account_id = a.account_id and g.grant_id = a.grant_id;
  get diagnostics moved = row_count;
  select count(*), bool_or(a.is_unsound) into asked, is_unsound
    from (select bool_or(operation_id is null and actor is null
        or (kind = 'reverse') <> (corrects is not null)) as is_unsound
      from new_entries group by account_id, grant_id) a;
  if is_unsound then
    raise exception 'An entry says who moved the credits and, of a reversal, what it corrects.'
      using errcode = 'check_violation';
  end if;
  if moved <> asked then
    raise exception 'An entry moves the credits of a grant that exists.'
      using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
alter table credits.entries drop constraint entries_say_who_and_why;
-- Within an append its settings hold already.
alter function credits.apply_entries() reset all;
alter function credits.check_operations() reset all;

drop trigger operations_end_once on credits.operations;
drop trigger operations_keep_their_request on credits.operations;
drop trigger operations_stay_reversed on credits.operations;
create trigger operations_end_once after update of state, spent, released, started_at,
    lease_until, ended_at, reason, settle_seq on credits.operations for each row
  when (old.ended_at is not null)
  execute function credits.refuse('The operation has ended.');
create trigger operations_keep_their_request after update of account_id, operation_id, action,
    quantity, unit_price, price_version, credits, request_hash, quote_version, quote_credits,
    refusal, created_at, actor, drawn_grants, drawn_amounts on credits.operations
  for each row execute function credits.refuse('What an operation asked for never changes.');
create trigger operations_stay_reversed after update of reversed on credits.operations
  for each row when (new.reversed < old.reversed)
  execute function credits.refuse('What was given back is not taken again.');

drop trigger grants_keep_their_terms on credits.grants;
drop trigger grants_end_early_once on credits.grants;
drop trigger grants_move_by_entries on credits.grants;
create trigger grants_keep_their_terms after update of account_id, grant_id, kind, starts_at,
    created_at, reason, actor, make_good_for on credits.grants
  for each row execute function credits.refuse('The terms of a grant never change.');
create trigger grants_end_early_once after update of ends_at, early_end on credits.grants
  for each row when (old.early_end is not null or new.ends_at >= old.ends_at
    or (new.early_end ->> 'insteadOf') is distinct from old.ends_at::text
    or (new.early_end ->> 'reason') is null or (new.early_end -> 'actor') is null)
  execute function credits.refuse('The terms of a grant never change; it may end early, once.');
-- Depth 0 is a statement of somebody's own; within the entries' trigger it is deeper.
create trigger grants_move_by_entries after update of amount, available, held, spent, expired
  on credits.grants for each row when (pg_trigger_depth() = 0)
  execute function credits.refuse('The credits of a grant move by entries only.');

-- Read backwards for the newest first. In the other direction each new one would be put in front of
-- all others, where it splits pages in two halves.
drop index credits.operations_by_time;
create index operations_by_time on credits.operations
  (account_id, created_at, operation_id collate "C") where refusal is null;

create function credits.account_text(a credits.accounts) returns text language sql stable as $$
  select concat('{"id":', to_json(a.account_id::text),
    ',"allowanceCredits":', a.allowance_credits, ',"allowanceAnchor":', a.allowance_anchor,
    ',"pausesAtZero":', case when a.pauses_at_zero then 'true' else 'false' end,
    ',"allowanceSeq":', a.allowance_seq, ',"createdAt":', a.created_at, ',"version":', a.version,
    ',"openOperations":', a.open_operations, ',"lastSeq":', a.last_seq, ',"lastAt":', a.last_at,
    ',"alertedCycle":', coalesce(a.alerted_cycle::text, 'null'),
    ',"alertedIds":', array_to_json(a.alerted_ids), '}')
$$;

create function credits.grant_text(g credits.grants) returns text language sql stable as $$
  select concat('{"id":', to_json(g.grant_id::text), ',"accountId":', to_json(g.account_id::text),
    ',"kind":"', g.kind, '","amount":', g.amount, ',"available":', g.available,
    ',"held":', g.held, ',"spent":', g.spent, ',"expired":', g.expired,
    ',"startsAt":', g.starts_at, ',"endsAt":', g.ends_at, ',"createdAt":', g.created_at,
    ',"reason":', to_json(g.reason), ',"actor":', g.actor,
    ',"makeGoodFor":', coalesce(to_json(g.make_good_for)::text, 'null'),
    ',"earlyEnd":', coalesce(g.early_end::text, 'null'), '}')
$$;

create or replace function credits.account_json(a credits.accounts) returns json
  language sql stable as $$ select credits.account_text(a)::json $$;
create or replace function credits.grant_json(g credits.grants) returns json
  language sql stable as $$ select credits.grant_text(g)::json $$;

-- With the grants of what may be the present cycle: none is longer than 31 days.
drop function credits.states(jsonb);
create function credits.states(requests jsonb) returns text language plpgsql stable
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off
  set enable_mergejoin = off set enable_memoize = off as $$
begin
  return (select concat('[', string_agg(concat('{"account":', credits.account_text(a),
    ',"grants":[', (select string_agg(credits.grant_text(g), ',') from credits.grants g
      where g.account_id = a.account_id and (g.ends_at > r."now" or g.available > 0 or g.held > 0
        or g.kind = 'allowance' and g.starts_at > r."now" - 32 * 86400000::bigint
        or g.grant_id = any(r."grantIds")
        or g.grant_id = any(array(select unnest(o.drawn_grants) from credits.operations o
          where o.account_id = a.account_id and o.operation_id = any(r."operationIds"))))),
    '],"operations":', (select coalesce(json_agg(credits.operation_json(o))::text, '[]')
      from credits.operations o
      where o.account_id = a.account_id and o.operation_id = any(r."operationIds")),
    ',"reversals":', (select coalesce(json_agg(credits.reversal_json(v))::text, '[]')
      from credits.reversals v
      where v.account_id = a.account_id and v.reversal_id = any(r."reversalIds")),
    ',"adjustments":', (select coalesce(json_agg(credits.adjustment_json(d))::text, '[]')
      from credits.adjustments d
      where d.account_id = a.account_id and d.adjustment_id = any(r."adjustmentIds")),
    '}'), ','), ']')
  from jsonb_to_recordset(requests) as r("accountId" text, "now" bigint, "operationIds" text[],
    "grantIds" text[], "reversalIds" text[], "adjustmentIds" text[])
  join credits.accounts a on a.account_id = r."accountId");
end $$;

create or replace function credits.state(account text, moment bigint, operation_ids text[],
  grant_ids text[], reversal_ids text[], adjustment_ids text[]) returns json
  language plpgsql stable as $$
begin
  return credits.states(jsonb_build_array(jsonb_build_object('accountId', account, 'now', moment,
    'operationIds', operation_ids, 'grantIds', grant_ids, 'reversalIds', reversal_ids,
    'adjustmentIds', adjustment_ids)))::json -> 0;
end $$;
`,
} as const
