/**
 * What the database refuses by itself: credits move by entries and by nothing else, entries stay
 * as they are, an operation ends once. Locks nothing that exists.
 */
export const guardsMigration = {
  name: '0002-guards',
  sql: `
create function credits.apply_entries() returns trigger language plpgsql as $$
begin
  update credits.grants as grants
  set amount = grants.amount + moved.issued,
      available = grants.available + moved.available,
      held = grants.held + moved.held,
      spent = grants.spent + moved.spent,
      expired = grants.expired + moved.expired
  from (
    select account_id, grant_id,
      sum(case when from_place is null then amount else 0 end) as issued,
      sum(case 'available' when to_place then amount when from_place then -amount else 0 end)
        as available,
      sum(case 'held' when to_place then amount when from_place then -amount else 0 end) as held,
      sum(case 'spent' when to_place then amount when from_place then -amount else 0 end) as spent,
      sum(case 'expired' when to_place then amount else 0 end) as expired
    from new_entries
    group by account_id, grant_id
  ) as moved
  where grants.account_id = moved.account_id and grants.grant_id = moved.grant_id;
  return null;
end $$;

create trigger entries_move_credits after insert on credits.entries
  referencing new table as new_entries
  for each statement execute function credits.apply_entries();

create function credits.guard_grants() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if (new.amount, new.available, new.held, new.spent, new.expired) <> (0, 0, 0, 0, 0) then
      raise exception 'A grant is born empty; its credits arrive by an entry.'
        using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if (to_jsonb(old) - '{amount,available,held,spent,expired}'::text[])
      <> (to_jsonb(new) - '{amount,available,held,spent,expired}'::text[]) then
    raise exception 'The terms of a grant never change.' using errcode = 'restrict_violation';
  end if;
  -- Depth 1 is a statement of somebody's own; the entries' trigger is one deeper.
  if pg_trigger_depth() < 2 then
    raise exception 'The credits of a grant move by entries only.'
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger grants_move_by_entries before insert or update on credits.grants
  for each row execute function credits.guard_grants();

create function credits.guard_operations() returns trigger language plpgsql as $$
begin
  if old.state in ('settled', 'released', 'refused')
      and (to_jsonb(old) - 'reversed') <> (to_jsonb(new) - 'reversed') then
    raise exception 'Operation % has ended.', old.operation_id
      using errcode = 'restrict_violation';
  end if;
  if new.state = 'refused' and old.state <> 'refused' or new.reversed < old.reversed then
    raise exception 'Operation % cannot change in this way.', old.operation_id
      using errcode = 'restrict_violation';
  end if;
  if (old.action, old.quantity, old.unit_price, old.price_version, old.credits, old.request_hash,
      old.quote_version, old.quote_credits, old.created_at, old.actor)
      is distinct from (new.action, new.quantity, new.unit_price, new.price_version, new.credits,
      new.request_hash, new.quote_version, new.quote_credits, new.created_at, new.actor) then
    raise exception 'What operation % asked for never changes.', old.operation_id
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger operations_end_once before update on credits.operations
  for each row execute function credits.guard_operations();

create function credits.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of credits.% are never changed or deleted.', tg_table_name
    using errcode = 'restrict_violation';
end $$;

create trigger entries_stay before update or delete or truncate on credits.entries
  for each statement execute function credits.refuse_change();
create trigger allowance_changes_stay before update or delete or truncate
  on credits.allowance_changes for each statement execute function credits.refuse_change();
create trigger reversals_stay before update or delete or truncate on credits.reversals
  for each statement execute function credits.refuse_change();
create trigger grants_stay before delete or truncate on credits.grants
  for each statement execute function credits.refuse_change();
create trigger operations_stay before delete or truncate on credits.operations
  for each statement execute function credits.refuse_change();
create trigger hold_lines_stay before delete or truncate on credits.hold_lines
  for each statement execute function credits.refuse_change();
create trigger accounts_stay before delete or truncate on credits.accounts
  for each statement execute function credits.refuse_change();
`,
} as const
