-- What was a draft is a post: it has a type, networks with versions of their own, and media of the
-- library. Locks the small table of drafts for as long as it takes to rewrite it.
alter table studio.drafts rename to posts;
alter index studio.drafts_pkey rename to posts_pkey;
alter index studio.drafts_newest rename to posts_newest;
alter table studio.posts
  add column type text not null default 'text' check (type in ('text', 'image', 'carousel', 'video')),
  -- Names of networks.
  add column networks jsonb not null default '[]',
  -- Network -> what it gets instead of the post's own title, body, thread, media.
  add column versions jsonb not null default '{}',
  -- [{assetId, alt}]
  add column media jsonb not null default '[]',
  add column hook text,
  add column carousel_id text;
update studio.posts set networks = jsonb_build_array(platform)
  where platform in ('linkedin', 'instagram', 'facebook', 'x', 'pinterest', 'bluesky', 'mastodon',
    'tiktok', 'youtube', 'threads');
alter table studio.posts drop column platform;

-- Text on brand colours, crops and slides of carousels are assets too.
alter table studio.assets
  drop constraint assets_kind_check,
  add constraint assets_kind_check
    check (kind in ('generated', 'upload', 'imported', 'design', 'crop', 'slide')),
  -- The asset it was made from.
  add column parent_id text;

-- Actions that come into being have a price in every version, since a version names all actions. It
-- changes nothing that was ever paid: nobody could ask for them before.
alter table studio.price_book_versions disable trigger price_book_versions_stay;
update studio.price_book_versions
  set prices = '{"image.upscale": 5, "text.rewrite": 0, "text.slides": 0}' || prices;
alter table studio.price_book_versions enable trigger price_book_versions_stay;
