-- 村务公开 (村组法35): what villages post, its editions, photos, and what villagers ask. A regime of its own: no view or
-- table of the annual report, the open data or the search reads any of it.

-- What a post is about. Its words stand in its editions; a correction is a new one.
create table village_post (
  region_id uuid not null,
  post_id uuid not null,
  -- The village.
  organ_id uuid not null,
  -- Of the table in @zhaoshi/domain/village/village-items.
  item text not null check (item ~ '^[a-zA-Z]{1,40}$'),
  -- The month, the quarter, or the one day of an important matter.
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  -- The newest edition; also the version of the post.
  edition integer not null default 1 check (edition >= 1),
  primary key (region_id, post_id),
  foreign key (region_id, organ_id) references organ
);
create index village_post_by_period on village_post (region_id, organ_id, period_from desc);

create table village_post_edition (
  region_id uuid not null,
  post_id uuid not null,
  edition integer not null check (edition >= 1),
  organ_id uuid not null,
  kind text not null check (kind in ('text', 'table', 'photo')),
  -- A table is its lines, the first with the headings.
  body text not null check (length(body) <= 10000),
  visible_from date not null,
  -- At least fifteen days; grows when the board was put up later.
  visible_until date not null check (visible_until >= visible_from + 15),
  -- 村民委员会 and 村务监督委员会: who signs for each, in their office.
  committee_signer text not null check (length(committee_signer) between 1 and 50),
  supervisor_signer text not null check (length(supervisor_signer) between 1 and 50),
  -- Why it was corrected; empty for the first.
  reason text not null check (length(reason) <= 500 and (reason = '') = (edition = 1)),
  -- Findings of the scan that somebody let stand: keys and reasons, nothing quoted.
  justified jsonb not null,
  posted_by uuid not null references account,
  posted_at timestamptz(3) not null,
  primary key (region_id, post_id, edition),
  foreign key (region_id, post_id) references village_post
);
create index village_post_newest on village_post_edition (region_id, organ_id, posted_at desc, post_id);

-- Pictures of what was posted, and of the board on which it hangs (公开栏), redrawn without what the camera wrote.
create table village_photo (
  region_id uuid not null,
  post_id uuid not null,
  edition integer not null,
  place integer not null check (place between 1 and 100),
  file_id uuid not null,
  -- The day on which the board was photographed; null: part of what was posted.
  board_on date,
  added_by uuid not null references account,
  added_at timestamptz(3) not null,
  primary key (region_id, post_id, edition, place),
  foreign key (region_id, post_id, edition) references village_post_edition,
  foreign key (region_id, file_id) references file (region_id, file_id)
);
create index village_photo_by_file on village_photo (region_id, file_id);

-- Villagers ask about the page of their village, which is no document; questions of documents as before.
alter table public_voice add column village_id uuid;
alter table public_voice add foreign key (region_id, village_id) references organ (region_id, organ_id);
alter table public_voice drop constraint public_voice_check1;
alter table public_voice add constraint public_voice_is_about_something check (kind = 'errorReport'
  or document_id is not null or (kind = 'question' and village_id is not null and village_id = organ_id));
create index public_voice_of_village on public_voice (region_id, village_id, received_at) where village_id is not null;

create view published.village as
  select region_id, organ_id, parent_id, slug, name, path from public.organ
  where kind = 'village' and valid_from <= civil_today() and (valid_to is null or valid_to > civil_today());

-- The newest edition of each; what was shown for its time stays among the past posts.
create view published.village_post as
  select p.region_id, p.organ_id, p.post_id, p.item, p.period_from, p.period_to, p.edition, e.kind, e.body,
    e.visible_from, e.visible_until, e.committee_signer, e.supervisor_signer, e.reason, e.posted_at
  from public.village_post p
  join public.village_post_edition e using (region_id, post_id, edition)
  join published.village v on v.region_id = p.region_id and v.organ_id = p.organ_id;

create view published.village_photo as
  select p.region_id, p.organ_id, p.post_id, h.place, h.board_on, f.file_id, f.media_type, f.size, f.sha256,
    f.storage_key
  from published.village_post p
  join public.village_photo h using (region_id, post_id, edition)
  join public.file f on f.region_id = h.region_id and f.file_id = h.file_id and f.sealed is null
    and f.media_type in ('image/jpeg', 'image/png');

create view published.village_question as
  select v.region_id, v.village_id as organ_id, v.voice_id, v.received_at, v.shown_text, v.shown_reply
  from public.public_voice v
  where v.village_id is not null and v.status = 'answered' and v.shows;

grant select, insert on village_post, village_post_edition, village_photo to zhaoshi_server;
grant update (edition) on village_post to zhaoshi_server;
grant update (visible_until) on village_post_edition to zhaoshi_server;
grant select on published.village, published.village_post, published.village_photo, published.village_question
  to zhaoshi_portal;
