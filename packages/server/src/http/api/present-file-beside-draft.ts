import { formTable } from '@zhaoshi/domain/annual-report/forms/registry';
import { titleOf } from '@zhaoshi/domain/annual-report/work/compose-report';
import { type ReportDraft, WRITTEN_PARTS } from '@zhaoshi/domain/annual-report/work/report-draft';
import type { FileBesideDraft } from '../../use-cases/annual-report/file-beside-draft.ts';

const draftOf = ({ texts, sources, typed, footnotes, elsewhere, datedOn }: ReportDraft) => ({
  datedOn,
  elsewhere: { ...elsewhere },
  texts: { ...texts },
  sources: { ...sources },
  typed: { ...typed },
  footnotes: { ...footnotes },
});

/** What stands in the draft beside what a file would put there, part by part. */
export function presentFileBesideDraft({ loaded, fileYear, proposal, cells }: FileBesideDraft) {
  const { key, organ, state, draft, work, version } = loaded;
  const proposed = proposal.draft;
  return {
    regionId: key.regionId,
    organId: key.organId,
    reportYear: key.reportYear,
    title: titleOf({ organ: organ.name, reportYear: key.reportYear }),
    status: state.status,
    version: work?.version ?? 1,
    otherYear: fileYear === key.reportYear ? null : fileYear,
    draft: draftOf(draft),
    proposed: draftOf(proposed),
    texts: proposal.texts.map((part) => ({
      part,
      title: WRITTEN_PARTS[part],
      before: draft.texts[part],
      after: proposed.texts[part],
    })),
    tables: proposal.tables.map((table) => ({
      table,
      title: formTable(table, version).title,
      wasCounted: draft.sources[table] === 'counted',
      cells: cells
        .filter(({ cell }) => cell.startsWith(`${table}.`))
        .map(({ cell, name, before, after }) => ({ cell, name, before, after })),
    })),
    datedOn: proposal.isDatedAnew ? { before: draft.datedOn, after: proposed.datedOn } : null,
  };
}
