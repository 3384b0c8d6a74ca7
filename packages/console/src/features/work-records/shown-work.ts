import type { RouteOutput } from '@zhaoshi/contract/define-route';
import { fileRoutes } from '@zhaoshi/contract/routes/files';
import type { workRecordRoutes } from '@zhaoshi/contract/routes/work-records';
import { fieldsOf, type WorkKind } from '@zhaoshi/domain/work-register/work-kinds';
import { addressOf } from '../../app/api.ts';
import type { ProofFile } from '../../ui/proof-files.tsx';

export type WorkRow = RouteOutput<typeof workRecordRoutes.list>['items'][number];
export type ShownWork = RouteOutput<typeof workRecordRoutes.read>;
export type OwnTraining = RouteOutput<typeof workRecordRoutes.trainings>['items'][number];

/** Where a proof is read. */
export const hrefOfFile = (regionId: string, fileId: string): string =>
  addressOf(fileRoutes.download.path, { params: { regionId, fileId } });

export interface QuizValues {
  readonly question?: string;
  readonly options?: readonly string[];
  readonly right?: number;
}

/** What the form holds. */
export interface WorkValues {
  readonly title: string;
  readonly plannedOn?: string;
  readonly doneOn?: string;
  readonly facts?: Readonly<Record<string, string | number | null | undefined>>;
  readonly files?: readonly ProofFile[];
  readonly quiz?: readonly QuizValues[];
  readonly reason?: string;
}

const dayOf = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

/** The facts that were filled in; those of another kind, chosen before, are left behind. */
function factsOf(kind: WorkKind, facts: WorkValues['facts'] = {}): Record<string, string | number> {
  const names = Object.keys(fieldsOf(kind));
  return Object.fromEntries(
    names.flatMap((name): [string, string | number][] => {
      const value = facts[name];
      return value === undefined || value === null || value === '' ? [] : [[name, value]];
    }),
  );
}

/** What is sent of a form. */
export const bodyOf = (
  kind: WorkKind,
  { title, plannedOn, doneOn, facts, files = [], quiz = [] }: WorkValues,
) => ({
  title,
  plannedOn: dayOf(plannedOn),
  doneOn: dayOf(doneOn),
  facts: factsOf(kind, facts),
  fileIds: files.map(({ fileId }) => fileId),
  quiz:
    kind === 'training'
      ? quiz.map(({ question = '', options = [], right = 0 }) => ({ question, options: [...options], right }))
      : [],
});

export const valuesOf = ({ title, plannedOn, doneOn, facts, files, quiz }: ShownWork): WorkValues => ({
  title,
  plannedOn: plannedOn ?? '',
  doneOn: doneOn ?? '',
  facts,
  files: files.map(({ fileId, name }) => ({ fileId, name })),
  quiz,
});
