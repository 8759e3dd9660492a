-- What each AI action costs, as data: versions that are published ahead of the instant from which
-- they count, and never change afterwards, so that what was paid can always be told. The tariff had
-- changed once before it came here; both versions come with it. Locks nothing that exists.
create function studio.are_prices(prices jsonb) returns boolean language sql immutable as $$
  select jsonb_typeof(prices) = 'object' and prices <> '{}' and not exists (
    select from jsonb_each(prices) price
    where jsonb_typeof(price.value) <> 'number' or price.value::text !~ '^[0-9]{1,9}$')
$$;

create table studio.price_book_versions (
  version        integer primary key check (version > 0),
  effective_from timestamptz not null unique,
  -- Action -> credits for one unit.
  prices         jsonb not null check (studio.are_prices(prices)),
  -- The operator's address and name for themselves; null: it came with the studio.
  published_by   text,
  reason         text not null check (reason <> ''),
  published_at   timestamptz not null,
  -- Of the press that published it: the same press again publishes nothing.
  press_id       text unique,
  check (published_by is null or (press_id is not null and effective_from > published_at))
);

insert into studio.price_book_versions (version, effective_from, prices, reason, published_at) values
  (1, '2026-05-01T00:00:00Z', '{"image.standard": 10, "image.pro": 10, "website.import": 20,
    "text.ideas": 5, "text.caption": 5, "text.post": 5}', 'The first tariff', '2026-05-01T00:00:00Z'),
  (2, '2026-06-01T00:00:00Z', '{"image.standard": 5, "image.pro": 10, "website.import": 20,
    "text.ideas": 0, "text.caption": 0, "text.post": 0}',
    'Writing is free, a standard image costs half', '2026-06-01T00:00:00Z');

create function studio.follow_the_last_version() returns trigger language plpgsql as $$
begin
  if exists (select from studio.price_book_versions
      where version >= new.version or effective_from >= new.effective_from) then
    raise exception 'A version of the price book comes after all others.'
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger price_book_versions_ascend before insert on studio.price_book_versions
  for each row execute function studio.follow_the_last_version();

create function studio.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of studio.% are never changed or deleted.', tg_table_name
    using errcode = 'restrict_violation';
end $$;
create trigger price_book_versions_stay before update or delete or truncate
  on studio.price_book_versions for each statement execute function studio.refuse_change();
