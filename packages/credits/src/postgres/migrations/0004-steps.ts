/**
 * The steps of a store as functions, so that each is one round trip: `state` reads what a command is
 * decided on, `take` locks the account before it, `append` writes for many accounts what was decided.
 * The `..._json` functions give rows the names that the package uses. Locks nothing that exists.
 */
export const stepsMigration = {
  name: '0004-steps',
  sql: `
create function credits.account_json(a credits.accounts) returns json language sql stable as $$
  select json_build_object('id', a.account_id, 'allowanceCredits', a.allowance_credits,
    'allowanceAnchor', a.allowance_anchor, 'pausesAtZero', a.pauses_at_zero,
    'allowanceSeq', a.allowance_seq, 'createdAt', a.created_at, 'version', a.version,
    'openOperations', a.open_operations, 'lastSeq', a.last_seq, 'lastAt', a.last_at,
    'alertedCycle', a.alerted_cycle, 'alertedIds', a.alerted_ids)
$$;

create function credits.grant_json(g credits.grants) returns json language sql stable as $$
  select json_build_object('id', g.grant_id, 'accountId', g.account_id, 'kind', g.kind,
    'amount', g.amount, 'available', g.available, 'held', g.held, 'spent', g.spent,
    'expired', g.expired, 'startsAt', g.starts_at, 'endsAt', g.ends_at, 'createdAt', g.created_at,
    'reason', g.reason, 'actor', g.actor, 'makeGoodFor', g.make_good_for)
$$;

create function credits.operation_json(o credits.operations) returns json language sql stable as $$
  select json_build_object('id', o.operation_id, 'accountId', o.account_id, 'action', o.action,
    'quantity', o.quantity, 'unitPrice', o.unit_price, 'priceVersion', o.price_version,
    'credits', o.credits, 'actor', o.actor, 'state', o.state, 'spent', o.spent,
    'released', o.released, 'reversed', o.reversed, 'createdAt', o.created_at,
    'startedAt', o.started_at, 'leaseUntil', o.lease_until, 'endedAt', o.ended_at,
    'reason', o.reason, 'quoteVersion', o.quote_version, 'quoteCredits', o.quote_credits,
    'requestHash', o.request_hash, 'refusal', o.refusal, 'drawnGrants', o.drawn_grants,
    'drawnAmounts', o.drawn_amounts, 'settleSeq', o.settle_seq)
$$;

create function credits.reversal_json(r credits.reversals) returns json language sql stable as $$
  select json_build_object('id', r.reversal_id, 'accountId', r.account_id,
    'operationId', r.operation_id, 'credits', r.credits, 'returned', r.returned,
    'madeGood', r.made_good, 'makeGoodEndsAt', r.make_good_ends_at, 'reason', r.reason,
    'actor', r.actor, 'at', r.at)
$$;

create function credits.adjustment_json(d credits.adjustments) returns json language sql stable as $$
  select json_build_object('id', d.adjustment_id, 'accountId', d.account_id,
    'grantId', d.grant_id, 'credits', d.credits, 'reason', d.reason, 'actor', d.actor, 'at', d.at)
$$;

-- An entry of an operation was made by whoever asked for it, unless it says otherwise.
create function credits.entry_json(e credits.moves) returns json language sql stable as $$
  select json_build_object('accountId', e.account_id, 'seq', e.seq, 'at', e.at,
    'kind', case e.kind when 'release_expired' then 'release' else e.kind end,
    'grantId', e.grant_id, 'from', e.from_place, 'to', e.to_place, 'amount', e.amount,
    'reason', e.reason, 'actor', coalesce(e.actor, (select o.actor from credits.operations o
      where o.account_id = e.account_id and o.operation_id = e.operation_id)),
    'operationId', e.operation_id, 'corrects', e.corrects)
$$;

-- Times of an account never go back, so the place of a moment is found by halving.
create function credits.first_seq_at(account text, moment bigint) returns bigint
language plpgsql stable set enable_seqscan = off as $$
declare
  low bigint := 1;
  high bigint := coalesce((select last_seq from credits.accounts where account_id = account), 0) + 1;
  middle bigint;
begin
  while low < high loop
    middle := (low + high) / 2;
    if (select at from credits.entries where account_id = account and seq = middle) >= moment then
      high := middle;
    else
      low := middle + 1;
    end if;
  end loop;
  return low;
end $$;

-- With the grants of what may be the present cycle: none is longer than 31 days.
create function credits.state(account text, moment bigint, operation_ids text[], grant_ids text[],
  reversal_ids text[], adjustment_ids text[]) returns json language plpgsql stable
  set enable_seqscan = off as $$
begin
  return (select json_build_object(
    'account', credits.account_json(a),
    'grants', (select coalesce(json_agg(credits.grant_json(g)), '[]') from credits.grants g
      where g.account_id = account and (g.ends_at > moment or g.available > 0 or g.held > 0
        or g.kind = 'allowance' and g.starts_at > moment - 32 * 86400000::bigint
        or g.grant_id = any(grant_ids)
        or g.grant_id = any(array(select unnest(o.drawn_grants) from credits.operations o
          where o.account_id = account and o.operation_id = any(operation_ids))))),
    'operations', (select coalesce(json_agg(credits.operation_json(o)), '[]')
      from credits.operations o
      where o.account_id = account and o.operation_id = any(operation_ids)),
    'reversals', (select coalesce(json_agg(credits.reversal_json(r)), '[]')
      from credits.reversals r where r.account_id = account and r.reversal_id = any(reversal_ids)),
    'adjustments', (select coalesce(json_agg(credits.adjustment_json(d)), '[]')
      from credits.adjustments d
      where d.account_id = account and d.adjustment_id = any(adjustment_ids)))
  from credits.accounts a where a.account_id = account);
end $$;

-- Its own statement for the lock: what is read after it is newer than the wait.
create function credits.take(account text, moment bigint, operation_ids text[], grant_ids text[],
  reversal_ids text[], adjustment_ids text[]) returns json language plpgsql as $$
begin
  perform from credits.accounts where account_id = account for no key update;
  if not found then return null; end if;
  return json_build_object('transaction', pg_current_xact_id()::text, 'state',
    credits.state(account, moment, operation_ids, grant_ids, reversal_ids, adjustment_ids));
end $$;

-- What is rare: rows that few batches have, as JSON with the names of the package.
create function credits.append_rare(rare jsonb) returns void language plpgsql as $$
begin
  update credits.accounts a set allowance_credits = r."credits", allowance_anchor = r."anchor",
      pauses_at_zero = r."pausesAtZero", allowance_seq = r."seq"
    from jsonb_to_recordset(rare -> 'allowances') as r("accountId" text, "credits" bigint,
      "anchor" bigint, "pausesAtZero" boolean, "seq" integer)
    where a.account_id = r."accountId";
  insert into credits.allowance_changes
    (account_id, seq, credits, anchor, pauses_at_zero, at, reason, actor)
    select "accountId", "seq", "credits", "anchor", "pausesAtZero", "at", "reason", "actor"
    from jsonb_to_recordset(rare -> 'allowanceChanges') as r("accountId" text, "seq" integer,
      "credits" bigint, "anchor" bigint, "pausesAtZero" boolean, "at" bigint, "reason" text,
      "actor" jsonb);
  update credits.accounts a
    set alerted_cycle = r."cycleStart", alerted_ids = r."ids"
    from jsonb_to_recordset(rare -> 'alerted') as r("accountId" text, "cycleStart" bigint,
      "ids" text[])
    where a.account_id = r."accountId";
  insert into credits.grants (account_id, grant_id, kind, starts_at, ends_at, created_at, reason,
      actor, make_good_for)
    select "accountId", "id", "kind", "startsAt", "endsAt", "createdAt", "reason", "actor",
      "makeGoodFor"
    from jsonb_to_recordset(rare -> 'grants') as r("accountId" text, "id" text, "kind" text,
      "startsAt" bigint, "endsAt" bigint, "createdAt" bigint, "reason" text, "actor" jsonb,
      "makeGoodFor" text);
  insert into credits.adjustments (account_id, adjustment_id, grant_id, credits, reason, actor, at)
    select "accountId", "id", "grantId", "credits", "reason", "actor", "at"
    from jsonb_to_recordset(rare -> 'adjustments') as r("accountId" text, "id" text,
      "grantId" text, "credits" bigint, "reason" text, "actor" jsonb, "at" bigint);
  insert into credits.events (account_id, event)
    select event ->> 'accountId', event from jsonb_array_elements(rare -> 'events') event;
end $$;

-- After the operations that they reverse.
create function credits.append_reversals(reversals jsonb) returns void language plpgsql as $$
begin
  update credits.operations o set reversed = o.reversed + r.credits
    from (select "accountId", "operationId", sum("credits") as credits
      from jsonb_to_recordset(reversals) as r("accountId" text, "operationId" text,
        "credits" bigint) group by 1, 2) r
    where o.account_id = r."accountId" and o.operation_id = r."operationId";
  insert into credits.reversals (account_id, reversal_id, operation_id, credits, returned,
      made_good, make_good_ends_at, reason, actor, at)
    select "accountId", "id", "operationId", "credits", "returned", "madeGood", "makeGoodEndsAt",
      "reason", "actor", "at"
    from jsonb_to_recordset(reversals) as r("accountId" text, "id" text, "operationId" text,
      "credits" bigint, "returned" bigint, "madeGood" bigint, "makeGoodEndsAt" bigint,
      "reason" text, "actor" jsonb, "at" bigint);
end $$;

create function credits.refuse_conflict(ids text[]) returns void language plpgsql as $$
begin
  raise exception 'Somebody else has or had an account.'
    using errcode = 'CR409', detail = to_json(ids)::text;
end $$;

create function credits.verify(ids text[], versions bigint[]) returns void language plpgsql
  set enable_seqscan = off as $$
declare
  others text[];
begin
  select array_agg(w.id) into others from unnest(ids, versions) as w(id, version)
    left join credits.accounts a on a.account_id = w.id where a.version is distinct from w.version;
  if others is not null then perform credits.refuse_conflict(others); end if;
end $$;

-- Rows come as one array for each column, and an empty array is a column of nulls. All or nothing:
-- when an account is locked by somebody else or has another version, CR409 names all such accounts.
-- The expected transaction is the one that locked them, if they are locked already. Joins by index
-- whatever the statistics say: a plan made for empty tables is kept for long.
create function credits.append(
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
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
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
      from (select account_id, version from credits.accounts where account_id = any(account_ids)
          order by account_id for no key update skip locked) l,
        unnest(account_ids, account_versions, account_open, account_seqs, account_ats)
          as w(id, version, open, seq, at)
      where l.account_id = w.id and l.version = w.version and a.account_id = l.account_id;
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
        from unnest(created_accounts, created_ids, created_actions, created_quantities,
          created_prices, created_price_versions, created_states, created_spent, created_at,
          created_started, created_leases, created_ended, created_reasons, created_hashes,
          created_quote_versions, created_quotes, created_refusals, created_actors, created_grants,
          created_amounts, created_settle_seqs)
        as c(account_id, id, action, quantity, price, price_version, state, spent, at, started,
          lease, ended, reason, hash, quote_version, quote, refusal, actor, grants, amounts,
          settle_seq)) o;
  end if;

  if cardinality(entry_seqs) > 0 then
    insert into credits.entries (account_id, seq, at, kind, grant_id, amount, operation_id, reason,
        actor, corrects)
      select * from unnest(entry_accounts, entry_seqs, entry_ats, entry_kinds, entry_grants,
        entry_amounts, entry_operations, entry_reasons, entry_actors, entry_corrects);
  end if;

  if cardinality(updated_ids) > 0 then
    update credits.operations o set state = u.state, spent = coalesce(u.spent, 0),
        released = case when u.ended is null then 0 else o.credits - coalesce(u.spent, 0) end,
        started_at = u.started, lease_until = u.lease,
        ended_at = u.ended, reason = u.reason, settle_seq = u.settle_seq
      from unnest(updated_accounts, updated_ids, updated_states, updated_spent, updated_started,
          updated_leases, updated_ended, updated_reasons, updated_settle_seqs)
        as u(account_id, id, state, spent, started, lease, ended, reason, settle_seq)
      where o.account_id = u.account_id and o.operation_id = u.id and o.ended_at is null;
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
