/**
 * Cheaper steps, with the same rules: plans are made once for a connection instead of for each
 * append, arrays become rows as they are read, accounts are found one by one instead of each against
 * each, and what an operation must be is checked for all of a statement at once, because a check of
 * the table is read anew for each statement. Holds the operations for a moment.
 */
export const cheaperStepsMigration = {
  name: '0006-cheaper-steps',
  sql: `
alter function credits.apply_entries() set plan_cache_mode = force_generic_plan;
alter function credits.verify(text[], bigint[]) set plan_cache_mode = force_generic_plan;

alter table credits.operations
  drop constraint operations_charge_the_price,
  drop constraint operations_end_whole,
  drop constraint operations_run_on_a_lease;

create function credits.check_operations() returns trigger language plpgsql
  set plan_cache_mode = force_generic_plan as $$
begin
  if exists (select from written_operations where
      credits <> case when refusal is null then quantity * unit_price else 0 end
      or spent + released <> case when ended_at is null then 0 else credits end
      or (ended_at is null) <> (state = 'held' or lease_until is not null)
      or (state = 'running') <> (lease_until is not null)
      or (state = 'refused') <> (refusal is not null)
      or reversed > spent) then
    raise exception 'An operation charges its price, runs on a lease, ends whole, or is refused.'
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger operations_begin_sound after insert on credits.operations
  referencing new table as written_operations
  for each statement execute function credits.check_operations();
create trigger operations_stay_sound after update on credits.operations
  referencing new table as written_operations
  for each statement execute function credits.check_operations();

-- As before: rows come as one array for each column, and an empty array is a column of nulls. All or
-- nothing: when an account is locked by somebody else or has another version, CR409 names all such
-- accounts. The expected transaction is the one that locked them, if they are locked already.
create or replace function credits.append(
  verified_ids text[], verified_versions bigint[],
  account_ids text[], account_versions bigint[], account_open bigint[], account_seqs bigint[],
  account_ats bigint[], expected_transaction text,
  created_accounts text[], created_ids text[], created_actions text[], created_quantities bigint[],
  created_prices bigint[], created_price_versions bigint[], created_states text[],
  created_spent bigint[], created_at bigint[], created_started bigint[], created_leases bigint[],
  created_ended bigint[], created_reasons text[], created_hashes text[],
  created_quote_versions bigint[], created_quotes bigint[], created_refusals jsonb[],
  created_actors jsonb[], created_grants text[], created_amounts text[],
  created_settle_seqs bigint[],
  updated_accounts text[], updated_ids text[], updated_states text[], updated_spent bigint[],
  updated_started bigint[], updated_leases bigint[],
  updated_ended bigint[], updated_reasons text[], updated_settle_seqs bigint[],
  entry_accounts text[], entry_seqs bigint[], entry_ats bigint[], entry_kinds text[],
  entry_grants text[], entry_amounts bigint[], entry_operations text[], entry_reasons text[],
  entry_actors jsonb[], entry_corrects bigint[],
  visible text[], rare jsonb
) returns void language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off
  set enable_mergejoin = off set enable_memoize = off as $$
declare
  appended integer;
  id text;
  notified text;
begin
  -- Outside of a transaction each statement is one of its own, and what was locked is free again.
  if expected_transaction is not null
      and expected_transaction is distinct from pg_current_xact_id_if_assigned()::text then
    perform credits.refuse_conflict(account_ids);
  end if;
  if cardinality(verified_ids) > 0 then
    perform credits.verify(verified_ids, verified_versions);
  end if;
  if cardinality(account_ids) > 0 then
    update credits.accounts a set version = w.version + 1, open_operations = w.open,
        last_seq = w.seq, last_at = w.at
      from (select unnest(account_ids) as id, unnest(account_versions) as version,
          unnest(account_open) as open, unnest(account_seqs) as seq, unnest(account_ats) as at) w,
        lateral (select account_id from credits.accounts
          where account_id = w.id and version = w.version for no key update skip locked) l
      where a.account_id = l.account_id;
    get diagnostics appended = row_count;
    if appended < cardinality(account_ids) then
      perform credits.refuse_conflict((select array_agg(w.id)
        from unnest(account_ids, account_versions) as w(id, version)
        left join credits.accounts a on a.account_id = w.id and a.version = w.version + 1
          and a.xmin = pg_current_xact_id()::xid
        where a.account_id is null));
    end if;
  end if;
  if rare is not null then perform credits.append_rare(rare); end if;

  if cardinality(created_ids) > 0 then
    insert into credits.operations (account_id, operation_id, action, quantity, unit_price,
        price_version, credits, state, spent, released, reversed, created_at, started_at,
        lease_until, ended_at, reason, request_hash, quote_version, quote_credits, refusal, actor,
        drawn_grants, drawn_amounts, settle_seq)
      select o.account_id, o.id, o.action, o.quantity, o.price, o.price_version, o.credits, o.state,
        coalesce(o.spent, 0),
        case when o.ended is null then 0 else o.credits - coalesce(o.spent, 0) end, 0,
        o.at, o.started, o.lease, o.ended, o.reason, o.hash,
        coalesce(o.quote_version, o.price_version), coalesce(o.quote, o.quantity * o.price),
        o.refusal, o.actor, coalesce(o.grants::text[], '{}'), coalesce(o.amounts::bigint[], '{}'),
        o.settle_seq
      from (select c.*, case when c.refusal is null then c.quantity * c.price else 0 end as credits
        from (select unnest(created_accounts) as account_id, unnest(created_ids) as id,
          unnest(created_actions) as action, unnest(created_quantities) as quantity,
          unnest(created_prices) as price, unnest(created_price_versions) as price_version,
          unnest(created_states) as state, unnest(created_spent) as spent,
          unnest(created_at) as at, unnest(created_started) as started,
          unnest(created_leases) as lease, unnest(created_ended) as ended,
          unnest(created_reasons) as reason, unnest(created_hashes) as hash,
          unnest(created_quote_versions) as quote_version, unnest(created_quotes) as quote,
          unnest(created_refusals) as refusal, unnest(created_actors) as actor,
          unnest(created_grants) as grants, unnest(created_amounts) as amounts,
          unnest(created_settle_seqs) as settle_seq) c) o;
  end if;

  if cardinality(entry_seqs) > 0 then
    insert into credits.entries (account_id, seq, at, kind, grant_id, amount, operation_id, reason,
        actor, corrects)
      select unnest(entry_accounts), unnest(entry_seqs), unnest(entry_ats), unnest(entry_kinds),
        unnest(entry_grants), unnest(entry_amounts), unnest(entry_operations),
        unnest(entry_reasons), unnest(entry_actors), unnest(entry_corrects);
  end if;

  if cardinality(updated_ids) > 0 then
    update credits.operations o set state = u.state, spent = coalesce(u.spent, 0),
        released = case when u.ended is null then 0 else o.credits - coalesce(u.spent, 0) end,
        started_at = u.started, lease_until = u.lease,
        ended_at = u.ended, reason = u.reason, settle_seq = u.settle_seq
      from (select unnest(updated_accounts) as account_id, unnest(updated_ids) as id,
          unnest(updated_states) as state, unnest(updated_spent) as spent,
          unnest(updated_started) as started, unnest(updated_leases) as lease,
          unnest(updated_ended) as ended, unnest(updated_reasons) as reason,
          unnest(updated_settle_seqs) as settle_seq) u,
        -- One by one: a plan of a time when the table was empty would go through all of it for good.
        lateral (select f.ctid as place from credits.operations f where f.account_id = u.account_id
          and f.operation_id = u.id and f.ended_at is null offset 0) found
      where o.ctid = found.place;
    get diagnostics appended = row_count;
    -- What was reversed had ended before.
    if appended + coalesce(jsonb_array_length(rare -> 'reversals'), 0) < cardinality(updated_ids) then
      raise exception 'An operation must be there, and open, before it changes.'
        using errcode = 'restrict_violation';
    end if;
  end if;
  if rare is not null then perform credits.append_reversals(rare -> 'reversals'); end if;

  -- Delivered by the database when, and only when, the transaction commits.
  foreach id in array visible loop
    notified := pg_notify('credits', id);
  end loop;
end $$;
`,
} as const
