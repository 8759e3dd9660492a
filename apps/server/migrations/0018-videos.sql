-- The library takes videos. Rewrites no rows: what is new is empty where a picture has none.
alter table studio.assets
  -- Of a video; null: it is a picture.
  add column duration_ms integer check (duration_ms > 0),
  add column video_codec text,
  add column has_audio boolean,
  -- SHA-256 of the original, by which it is known to be whole when it goes out.
  add column content_hash text,
  -- Where a frame of it lies that stands for it; null: none came.
  add column poster_key text;
create index assets_videos on studio.assets (workspace_id, created_at desc, id desc)
  where duration_ms is not null and deleted_at is null;
