import { cellName } from '@zhaoshi/domain/annual-report/forms/registry';
import type { CellId } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport, CellValue } from '@zhaoshi/domain/annual-report/report';
import { isConfirmable } from '@zhaoshi/domain/annual-report/rules/confirmations';
import { deadlineOf } from '@zhaoshi/domain/annual-report/rules/deadlines';
import type { Finding } from '@zhaoshi/domain/annual-report/rules/rule';
import { problemsOf } from '@zhaoshi/domain/annual-report/text/last-year-problems';
import { titleOf } from '@zhaoshi/domain/annual-report/work/compose-report';
import { copyOf } from '@zhaoshi/domain/annual-report/work/copy-mark';
import { REPORT_ACT_TEXTS } from '@zhaoshi/domain/annual-report/work/report-act';
import { REPORT_TRANSITIONS } from '@zhaoshi/domain/annual-report/work/report-transitions';
import { reportScopeOf } from '@zhaoshi/domain/organ/reporting-units';
import { isOrganInLaw } from '@zhaoshi/domain/organ/tree';
import type { Permission } from '@zhaoshi/domain/permission/permissions';
import { organPath, reportPath } from '@zhaoshi/portal/paths';
import type { submissionsOf } from '../../db/queries/report-work.ts';
import type { CheckedReport } from '../../use-cases/annual-report/check-report.ts';
import type { LoadedReport } from '../../use-cases/annual-report/loaded-report.ts';
import type { OfferedReportAct } from '../../use-cases/annual-report/offered-report-acts.ts';

type SubmissionRow = Awaited<ReturnType<typeof submissionsOf>>[number];

const presentCell = ({ state, value, raw, unit, footnote }: CellValue) => ({
  state,
  value,
  raw,
  ...(unit !== undefined && { unit }),
  ...(footnote !== undefined && { footnote }),
});

const presentCells = (cells: AnnualReport['cells']) =>
  Object.fromEntries(
    Object.entries(cells).flatMap(([id, cell]) => (cell === undefined ? [] : [[id, presentCell(cell)]])),
  );

const textsOf = ({ preamble, sections }: AnnualReport) => ({
  preamble: [...preamble],
  s1: [...(sections.s1?.paragraphs ?? [])],
  s5: [...(sections.s5?.paragraphs ?? [])],
  s6: [...(sections.s6?.paragraphs ?? [])],
});

/** What may be put in by one press: figures that follow from what stands there. */
const certainFigures = ({ suggestion }: Finding) =>
  suggestion?.certainty !== 'certain'
    ? []
    : suggestion.cells.flatMap(({ cell, value }) => (value === null ? [] : [{ cell, value }]));

function presentFinding(
  finding: Finding,
  { waivers, confirmations }: Pick<CheckedReport, 'waivers' | 'confirmations'>,
) {
  const { id, rule, severity, status, message, basis, cells, left, right, difference, waiverBy } = finding;
  const given = waivers.find(({ finding_id }) => finding_id === id);
  const confirmed = confirmations.find(({ finding_id }) => finding_id === id);
  return {
    id,
    rule,
    severity,
    status,
    message,
    basis,
    cells: [...cells],
    cellNames: cells.map(cellName),
    left,
    right,
    difference,
    waiverBy,
    ...(finding.passage !== undefined && { passage: { ...finding.passage } }),
    ...(finding.suggestion !== undefined && { suggestion: finding.suggestion.text }),
    mends: certainFigures(finding),
    ...(finding.note !== undefined && { note: finding.note }),
    ...(finding.waiver !== undefined &&
      given !== undefined && {
        waiver: { reason: given.reason, by: given.display_name, at: given.given_at.toISOString() },
      }),
    confirmable: isConfirmable(finding),
    ...(finding.isConfirmed === true &&
      confirmed !== undefined && {
        confirmation: { by: confirmed.display_name, at: confirmed.given_at.toISOString() },
      }),
  };
}

/** What passed is not sent: it is most of it, and nobody looks at it one by one. */
const presentFindings = ({ findings, ...given }: CheckedReport) =>
  findings.filter(({ status }) => status !== 'pass').map((finding) => presentFinding(finding, given));

/** What a draft comes to, saved or not. */
export const presentReportCheck = (
  { report, counted, fields, unknownFields }: LoadedReport,
  checked: CheckedReport,
) => ({
  cells: presentCells(report.cells),
  counted: Object.fromEntries(
    Object.entries(counted).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])),
  ),
  texts: textsOf(report),
  findings: presentFindings(checked),
  fields: fields.map((field) => ({ ...field })),
  unknownFields: [...unknownFields],
});

const presentAct = ({ type, refusals }: OfferedReportAct) => {
  const { title, law } = REPORT_TRANSITIONS[type];
  const texts = Object.entries(REPORT_ACT_TEXTS[type]).map(([key, text]) => ({
    key,
    title: text.title,
    required: text.required,
    isPublic: text.isPublic === true,
  }));
  return { type, title, law, refusals: refusals.map(({ message }) => message), texts };
};

const presentSubmission = (row: SubmissionRow, state: LoadedReport['state']) => ({
  submission: row.submission,
  edition: row.edition,
  origin: row.origin,
  contentSha256: row.content_sha256,
  cellsSha256: row.cells_sha256,
  casesSha256: row.cases_sha256,
  madeAt: row.made_at.toISOString(),
  copy: copyOf(state, row.submission).kind,
  hasOriginal: row.file_id !== null,
});

const presentEvent = ({
  sequence,
  type,
  display_name,
  recorded_at,
  texts,
}: LoadedReport['events'][number]) => ({
  sequence,
  type,
  title: REPORT_TRANSITIONS[type].title,
  by: display_name,
  at: recorded_at.toISOString(),
  texts: { ...texts },
});

const presentLastYear = (report: AnnualReport) => ({
  cells: Object.fromEntries(
    (Object.keys(report.cells) as CellId[]).map((id) => [id, report.cells[id]?.value ?? null]),
  ),
  texts: textsOf(report),
  problems: [...problemsOf(report)],
});

/** Everything about the report of an organ and year. */
export function presentReport(
  loaded: LoadedReport,
  {
    checked,
    acts,
    lastYear,
    submissions,
    waivesAs,
    isOwn,
    localDeadline,
    abilities,
  }: {
    readonly checked: CheckedReport;
    readonly acts: readonly OfferedReportAct[];
    readonly lastYear: AnnualReport | null;
    readonly submissions: readonly SubmissionRow[];
    readonly waivesAs: 'author' | 'reviewer' | null;
    readonly isOwn: boolean;
    readonly localDeadline: string | null;
    readonly abilities: Permission[];
  },
) {
  const { key, organ, version, work, state, draft, region } = loaded;
  const due = isOrganInLaw(organ.kind) ? deadlineOf(organ.kind, key.reportYear, localDeadline) : undefined;
  return {
    regionId: key.regionId,
    organId: key.organId,
    organName: organ.name,
    reportYear: key.reportYear,
    formVersion: version,
    reportScope: reportScopeOf(organ.kind) ?? ('organ' as const),
    title: titleOf({ organ: organ.name, reportYear: key.reportYear }),
    status: state.status,
    edition: state.edition,
    dueOn: due?.date ?? null,
    dueBasis: due?.source ?? null,
    draft: {
      texts: { ...draft.texts },
      sources: { ...draft.sources },
      typed: { ...draft.typed },
      footnotes: { ...draft.footnotes },
      datedOn: draft.datedOn,
    },
    ...presentReportCheck(loaded, checked),
    frozenSha256: state.frozen?.sha256 ?? state.published?.sha256 ?? null,
    publicPath:
      state.published === null ? null : reportPath(organPath(organ.region_slug, organ.slug), key.reportYear),
    returned:
      state.returned === null
        ? null
        : { cells: [...state.returned.cells], passages: [...state.returned.passages] },
    lastYear: lastYear === null ? null : presentLastYear(lastYear),
    members: (region?.rows ?? []).map((row) => ({
      regionId: row.region_id,
      organId: row.organ_id,
      name: row.name,
      status: row.status,
      isCounted: row.figures !== null,
    })),
    acts: acts.map(presentAct),
    events: loaded.events.map(presentEvent),
    submissions: submissions.map((row) => presentSubmission(row, state)),
    waivesAs,
    isOwn,
    version: work?.version ?? 1,
    abilities,
  };
}
