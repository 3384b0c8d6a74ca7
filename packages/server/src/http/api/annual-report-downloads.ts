import type { Rejection } from '@zhaoshi/contract/problems';
import type {
  annualReportDownloadRoutes,
  ReportDownloadFormat,
} from '@zhaoshi/contract/routes/annual-report-downloads';
import { err, ok, type Result } from '@zhaoshi/domain/kernel/result';
import { downloadCopy, type MadeReportFile } from '../../use-cases/annual-report/download-copy.ts';
import { downloadOriginal, type EnteredOriginal } from '../../use-cases/annual-report/download-original.ts';
import { downloadLeaderPackage } from '../../use-cases/annual-report/leader-package.ts';
import { openContent } from '../../use-cases/files/sealed-file.ts';
import { createFairGate } from '../fair-gate.ts';
import type { BytesAnswer } from './bytes-answer.ts';
import { attachmentHeader } from './content-disposition.ts';
import { madeFile } from './file-answer.ts';
import type { CallContext, Handlers } from './handler.ts';

/** Setting pages takes a processor; who waits is told after a while. */
const GATE = createFairGate({ atOnce: 2, perAsker: 1, waiting: 40, waitingPerAsker: 3 });

const BUSY: Rejection = {
  code: 'unavailable',
  detail: '同时下载的文件较多，这一次没有生成。请稍后再试。',
};

async function made(
  { caller }: CallContext,
  type: ReportDownloadFormat,
  make: () => Promise<Result<MadeReportFile, Rejection>>,
): Promise<Result<BytesAnswer, Rejection>> {
  const file = (await GATE.run(caller.accountId, make)) ?? err(BUSY);
  return file.ok ? ok(madeFile(file.value.name, type, file.value.bytes)) : file;
}

const GONE: Rejection = {
  code: 'unavailable',
  detail: '原件暂时取不到，请稍后重试；仍不行请联系系统管理员。录入的数字没有受影响。',
};

async function originalAnswer(
  { services }: CallContext,
  { row, name }: EnteredOriginal,
): Promise<Result<BytesAnswer, Rejection>> {
  const body = await openContent(services, row);
  if (body === null) {
    services.files.warn('file missing from the storage', { file: row.file_id });
    return err(GONE);
  }
  const headers = {
    'content-type': row.media_type,
    'content-length': String(row.size),
    'content-disposition': attachmentHeader(name),
  };
  return ok({ status: 200, headers, body });
}

export const annualReportDownloadHandlers: Handlers<typeof annualReportDownloadRoutes> = {
  copy: (context, { params, body }) =>
    made(context, body.format, () => downloadCopy(context, { ...params, ...body })),
  original: async (context, { params, body }) => {
    const found = await downloadOriginal(context, { ...params, ...body });
    return found.ok ? await originalAnswer(context, found.value) : found;
  },
  leaderPackage: (context, { params }) => made(context, 'docx', () => downloadLeaderPackage(context, params)),
};
