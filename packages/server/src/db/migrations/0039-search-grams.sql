-- Frequent words are found faster when it is known how frequent they are.

-- Numbers longer than a pointer lay outside of the row, so each candidate of a search was read in two places. Rows
-- written from now on keep them; older ones are read as before.
alter table search_entry alter column document_number set storage main;
alter table search_entry alter column index_number set storage main;
alter table search_entry alter column subject_category set storage main;

-- How many entries there were when their grams were counted, in a sample; no row before the first time.
create table search_sample (
  only_one boolean primary key default true check (only_one),
  entries integer not null check (entries > 0),
  taken_at timestamptz(3) not null
);

-- In how many of them a gram stands, of those that stand in more than one of a thousand. Which grams these are says
-- nothing of any single entry.
create table search_gram (
  gram integer primary key,
  entries integer not null check (entries > 0)
);

create view published.search_sample as select entries from public.search_sample;
create view published.search_gram as select gram, entries from public.search_gram;

grant select, insert, update, delete on search_sample, search_gram to zhaoshi_server;
grant select on published.search_sample, published.search_gram to zhaoshi_portal, zhaoshi_server;
