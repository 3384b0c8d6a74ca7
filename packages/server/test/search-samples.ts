import type { SearchEntry } from '../src/db/write-search-entry.ts';

type Given = Pick<SearchEntry, 'regionId' | 'organId' | 'entryId' | 'title'> & Partial<SearchEntry>;

/** A published report, with whatever a test says of it. */
export function searchEntry(given: Given): SearchEntry {
  const publishedAt = given.publishedAt ?? new Date('2026-01-01T00:00:00Z');
  return {
    kind: 'annualReport',
    genre: 'annualReport',
    body: '',
    documentNumber: null,
    indexNumber: null,
    otherWords: '',
    subjectCategory: null,
    validity: null,
    dateOfDocument: null,
    publishedAt,
    visibleFrom: publishedAt,
    path: '/zhaoshi/education/annual-reports/2025',
    ...given,
  };
}
