-- Whether a number is taken is asked each time a document is opened.
create index document_edition_number on document_edition (region_id, organ_id, document_number)
  where ended_at is null and cancelled_at is null and document_number <> '';
