import { annualReportRoutes } from '@zhaoshi/contract/routes/annual-reports';
import type { ReportDraft } from '@zhaoshi/domain/annual-report/work/report-draft';
import type { World, WorldOrgan } from './api-world.ts';

interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly status: string;
  readonly severity: string;
  readonly waiverBy: string;
  readonly message: string;
}

/** What the console reads of a report. */
export interface ReportDetail {
  readonly status: string;
  readonly version: number;
  readonly draft: ReportDraft;
  readonly frozenSha256: string | null;
  readonly cells: Readonly<Record<string, { readonly value: number | null }>>;
  readonly findings: readonly Finding[];
}

/** What people do in the console with the report of an organ. */
export function reportDesk(
  world: World,
  { regionId, organId }: WorldOrgan,
  { reportYear, draft }: { readonly reportYear: number; readonly draft: ReportDraft },
) {
  const params = { regionId, organId, reportYear };
  const read = async (cookie: string): Promise<ReportDetail> =>
    (await world.call(annualReportRoutes.read, { params }, cookie)).body as unknown as ReportDetail;
  const ifMatch = async (cookie: string) => ({ 'if-match': `"${(await read(cookie)).version}"` });
  const save = async (cookie: string, given: ReportDraft = draft) =>
    await world.call(
      annualReportRoutes.save,
      { params, body: { draft: given } },
      cookie,
      await ifMatch(cookie),
    );
  const act = async (cookie: string, type: string, texts: Record<string, string> = {}) => {
    const { frozenSha256 } = await read(cookie);
    const isSeen = type === 'sign' || type === 'publish';
    const body = { act: isSeen ? { type, sha256: frozenSha256 } : { type }, texts };
    return await world.call(
      annualReportRoutes.act,
      { params, body: body as never },
      cookie,
      await ifMatch(cookie),
    );
  };
  const receive = async (cookie: string, given: object, texts: Record<string, string> = {}) =>
    await world.call(
      annualReportRoutes.receive,
      { params, body: { act: given, texts } as never },
      cookie,
      await ifMatch(cookie),
    );
  const explainAll = async (cookie: string) => {
    const { findings } = await read(cookie);
    for (const { id, status, severity, waiverBy } of findings) {
      if (status !== 'fail' || severity === 'hint' || waiverBy === 'none') continue;
      await world.call(
        annualReportRoutes.waive,
        { params: { ...params, findingId: id }, body: { reason: '已核对原始记录，情况属实。' } },
        cookie,
      );
    }
  };
  return { params, read, save, act, receive, explainAll };
}
