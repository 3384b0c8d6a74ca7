/** Names of the parts of an annual report; the vocabulary is annual-report.md §§3–6. */

/** `2019`: 国办公开办函〔2019〕60号, years 2019–2020. `2021`: 国办公开办函〔2021〕30号, from 2021 on. */
export type FormVersion = '2019' | '2021';

export type TableId = 't2' | 't3' | 't4';

export const TABLE_IDS: readonly TableId[] = ['t2', 't3', 't4'];

/** Chinese name of a table as used in every message. */
export const TABLE_NAMES: Readonly<Record<TableId, string>> = { t2: '表二', t3: '表三', t4: '表四' };

/** `<row id>/<column id>`, for example `t3.refused.stateSecret/naturalPerson`. */
export type CellId = `${TableId}.${string}/${string}`;

export type RowId = `${TableId}.${string}`;

export type SectionId = 's1' | 's2' | 's3' | 's4' | 's5' | 's6';

/** The part of the report in which each table stands. */
export const TABLE_SECTIONS: Readonly<Record<TableId, SectionId>> = { t2: 's2', t3: 's3', t4: 's4' };

/** Where a text of the report may stand: one of the six parts, or outside of them. */
export type TextPlace = SectionId | 'title' | 'preamble' | 'signature';

export const SECTION_IDS: readonly SectionId[] = ['s1', 's2', 's3', 's4', 's5', 's6'];

/** Applicant kinds in form order, 条例29 and the form's header; the identifiers are also `applicantKind`. */
export const APPLICANT_KINDS = [
  'naturalPerson',
  'commercialEnterprise',
  'researchInstitution',
  'publicWelfareOrganization',
  'legalServiceInstitution',
  'otherOrganization',
] as const;

export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

export type TableThreeColumn = ApplicantKind | 'total';

export const TABLE_THREE_COLUMNS: readonly TableThreeColumn[] = [...APPLICANT_KINDS, 'total'];

export const TABLE_THREE_COLUMN_NAMES: Readonly<Record<TableThreeColumn, string>> = {
  naturalPerson: '自然人',
  commercialEnterprise: '商业企业',
  researchInstitution: '科研机构',
  publicWelfareOrganization: '社会公益组织',
  legalServiceInstitution: '法律服务机构',
  otherOrganization: '其他',
  total: '总计',
};

export function cellId(row: RowId, column: string): CellId {
  return `${row}/${column}`;
}
