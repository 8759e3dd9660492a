/**
 * Reads the states of many accounts in one query whose plan is made once for a connection. Before,
 * each account was a query of its own, planned anew. Locks nothing that exists.
 */
export const statesMigration = {
  name: '0007-states',
  sql: `
-- With the grants of what may be the present cycle: none is longer than 31 days.
create function credits.states(requests jsonb) returns json language plpgsql stable
  set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off
  set enable_mergejoin = off set enable_memoize = off as $$
begin
  return (select coalesce(json_agg(json_build_object(
    'account', credits.account_json(a),
    'grants', (select coalesce(json_agg(credits.grant_json(g)), '[]') from credits.grants g
      where g.account_id = a.account_id and (g.ends_at > r."now" or g.available > 0 or g.held > 0
        or g.kind = 'allowance' and g.starts_at > r."now" - 32 * 86400000::bigint
        or g.grant_id = any(r."grantIds")
        or g.grant_id = any(array(select unnest(o.drawn_grants) from credits.operations o
          where o.account_id = a.account_id and o.operation_id = any(r."operationIds"))))),
    'operations', (select coalesce(json_agg(credits.operation_json(o)), '[]')
      from credits.operations o
      where o.account_id = a.account_id and o.operation_id = any(r."operationIds")),
    'reversals', (select coalesce(json_agg(credits.reversal_json(v)), '[]')
      from credits.reversals v
      where v.account_id = a.account_id and v.reversal_id = any(r."reversalIds")),
    'adjustments', (select coalesce(json_agg(credits.adjustment_json(d)), '[]')
      from credits.adjustments d
      where d.account_id = a.account_id and d.adjustment_id = any(r."adjustmentIds")))), '[]')
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
    'adjustmentIds', adjustment_ids))) -> 0;
end $$;

alter function credits.take(text, bigint, text[], text[], text[], text[])
  set plan_cache_mode = force_generic_plan;
alter function credits.first_seq_at(text, bigint) set plan_cache_mode = force_generic_plan;
`,
} as const
