-- What a design is made of stays with its picture, so that it can be edited again; the print of it
-- finds a slide that was rendered before and has not changed since.
alter table studio.assets
  add column design jsonb,
  add column design_print text;
create index assets_by_design_print on studio.assets (workspace_id, design_print)
  where design_print is not null;

create table studio.carousels (
  workspace_id text not null,
  id text not null,
  brand_id text,
  title text not null default '',
  -- A carousel structure of the formulas.
  structure_id text,
  -- {aspect, palette, font, withLogo}
  look jsonb not null,
  -- [{id, role, layout, heading, body, label, second, note, backgroundId}]
  slides jsonb not null default '[]',
  revision integer not null default 1,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);
create index carousels_newest on studio.carousels (workspace_id, updated_at desc, id desc)
  where deleted_at is null;
