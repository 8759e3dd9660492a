/**
 * A grant can be ended before its time, once, by a change that says who, why and when it would have
 * ended. Nothing else about its terms may change, and its credits still move by entries only. Holds
 * the grants for a moment.
 */
export const earlyEndsMigration = {
  name: '0005-early-ends',
  sql: `
alter table credits.grants add column early_end jsonb;

drop trigger grants_keep_their_terms on credits.grants;
create trigger grants_keep_their_terms before update of account_id, grant_id, kind, starts_at,
    created_at, reason, actor, make_good_for on credits.grants
  for each row execute function credits.refuse('The terms of a grant never change.');
create trigger grants_end_early_once before update of ends_at, early_end on credits.grants
  for each row when (old.early_end is not null or new.ends_at >= old.ends_at
    or (new.early_end ->> 'insteadOf') is distinct from old.ends_at::text
    or (new.early_end ->> 'reason') is null or (new.early_end -> 'actor') is null)
  execute function credits.refuse('The terms of a grant never change; it may end early, once.');
drop trigger grants_move_by_entries on credits.grants;
create trigger grants_move_by_entries before update of amount, available, held, spent, expired
  on credits.grants for each row when (pg_trigger_depth() = 0)
  execute function credits.refuse('The credits of a grant move by entries only.');
drop trigger grants_begin_empty on credits.grants;
create trigger grants_begin_empty before insert on credits.grants for each row
  when ((new.amount, new.available, new.held, new.spent, new.expired) <> (0, 0, 0, 0, 0)
    or new.early_end is not null)
  execute function credits.refuse('A grant is born empty; its credits arrive by an entry.');

create or replace function credits.grant_json(g credits.grants) returns json language sql stable as $$
  select json_build_object('id', g.grant_id, 'accountId', g.account_id, 'kind', g.kind,
    'amount', g.amount, 'available', g.available, 'held', g.held, 'spent', g.spent,
    'expired', g.expired, 'startsAt', g.starts_at, 'endsAt', g.ends_at, 'createdAt', g.created_at,
    'reason', g.reason, 'actor', g.actor, 'makeGoodFor', g.make_good_for,
    'earlyEnd', g.early_end)
$$;

-- What is rare: rows that few batches have, as JSON with the names of the package.
create or replace function credits.append_rare(rare jsonb) returns void language plpgsql as $$
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
  update credits.grants g set ends_at = r."endsAt", early_end = r."earlyEnd"
    from jsonb_to_recordset(rare -> 'ended') as r("accountId" text, "id" text, "endsAt" bigint,
      "earlyEnd" jsonb)
    where g.account_id = r."accountId" and g.grant_id = r."id";
  insert into credits.events (account_id, event)
    select event ->> 'accountId', event from jsonb_array_elements(rare -> 'events') event;
end $$;
`,
} as const
