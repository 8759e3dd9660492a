-- What a brand is told beside its fields: documents, pasted text and websites that were read; a line
-- on each audience and theme, words that it does not use, and logos for dark grounds and small places.

alter table studio.brands
  add column lines            jsonb not null default '{"audience":{},"themes":{}}',
  add column avoided_words    jsonb not null default '[]',
  add column logo_alt         text not null default '',
  add column logo_on_dark_id  text,
  add column logo_on_dark_alt text not null default '',
  add column logo_icon_id     text,
  add column logo_icon_alt    text not null default '';

-- Only the text of a document is kept, never the file.
create table studio.brand_sources (
  workspace_id text not null references studio.workspaces (id) on delete cascade,
  id           text not null,
  brand_id     text not null,
  kind         text not null check (kind in ('website', 'document', 'text')),
  title        text not null,
  text         text not null,
  words        integer not null check (words >= 0),
  -- The document was longer than what is kept.
  cut          boolean not null default false,
  address      text,
  file_name    text,
  pages        integer,
  created_by   text not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  deleted_at   timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, brand_id) references studio.brands (workspace_id, id) on delete cascade
);
create index brand_sources_of_brand on studio.brand_sources (workspace_id, brand_id, created_at desc)
  where deleted_at is null;
-- A website that is read again takes the place of what was read before.
create unique index brand_sources_website on studio.brand_sources (workspace_id, brand_id, address)
  where kind = 'website' and deleted_at is null;

-- The sources in pieces of a few sentences, so that those which have to do with what is to be written
-- are found. Words are kept as they are written: a brand may speak any language.
create table studio.brand_passages (
  workspace_id text not null,
  source_id    text not null,
  place        integer not null,
  brand_id     text not null,
  text         text not null,
  search       tsvector not null generated always as (to_tsvector('simple', text)) stored,
  primary key (workspace_id, source_id, place),
  foreign key (workspace_id, source_id) references studio.brand_sources (workspace_id, id) on delete cascade
);
create index brand_passages_of_brand on studio.brand_passages (workspace_id, brand_id);
create index brand_passages_search on studio.brand_passages using gin (search);
