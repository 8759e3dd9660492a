-- The library gets folders, brands as tags, uploads that go on after a cut, and knows where a picture
-- is used. Rewrites no rows but those of pictures with a brand.
create table studio.folders (
  workspace_id text not null references studio.workspaces (id) on delete cascade,
  id           text not null,
  parent_id    text,
  name         text not null,
  -- The deleted folder that it was moved up from; restoring that one takes it back.
  moved_from   text,
  created_by   text not null,
  created_at   timestamptz not null,
  deleted_at   timestamptz,
  primary key (workspace_id, id)
);
create index folders_inside on studio.folders (workspace_id, parent_id) where deleted_at is null;

alter table studio.assets
  -- Null: in no folder.
  add column folder_id text,
  add column moved_from text,
  -- The brands it is tagged with; brand_id stays whom it was made for.
  add column brand_ids text[] not null default '{}',
  add column animated boolean not null default false,
  -- A crop of what was made here: it carries the mark where that does.
  add column made_here boolean not null default false;
update studio.assets set brand_ids = array[brand_id] where brand_id is not null;
create index assets_in_folder on studio.assets (workspace_id, folder_id, created_at desc, id desc)
  where deleted_at is null;
create index assets_moved on studio.assets (workspace_id, moved_from) where moved_from is not null;
create index assets_of_brand on studio.assets using gin (brand_ids) where deleted_at is null;

-- A file on its way: what has come of it lies in the storage as parts, whose names are here in order.
create table studio.uploads (
  workspace_id text not null references studio.workspaces (id) on delete cascade,
  id           text not null,
  bytes        integer not null check (bytes > 0),
  received     integer not null default 0 check (received between 0 and bytes),
  parts        text[] not null default '{}',
  file_name    text,
  alt          text not null default '',
  folder_id    text,
  brand_ids    text[] not null default '{}',
  created_by   text not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  -- The picture it became, in the transaction that kept it.
  asset_id     text,
  primary key (workspace_id, id),
  check ((asset_id is not null) = (received = bytes))
);
create index uploads_expiring on studio.uploads (expires_at);

-- Which pictures a post shows, in its own media and in those of its versions.
create function studio.asset_ids_of_post(media jsonb, versions jsonb) returns text[]
language sql immutable parallel safe
return (
  select coalesce(array_agg(distinct found.id #>> '{}'), '{}')
  from (
    select jsonb_path_query(media, '$[*].assetId') as id
    union all
    select jsonb_path_query(versions, '$.*.media[*].assetId')
  ) found
);
create index posts_by_asset on studio.posts using gin (studio.asset_ids_of_post(media, versions))
  where deleted_at is null;
create index brands_by_logo on studio.brands (workspace_id, logo_asset_id)
  where logo_asset_id is not null and deleted_at is null;
