import type { inspectInstallation } from '@zhaoshi/server/operations';

type Inspection = Awaited<ReturnType<typeof inspectInstallation>>;

const LEVELS = { fine: '正常', notice: '注意', error: '错误' } as const;

export const hasErrors = ({ findings }: Inspection): boolean =>
  findings.some(({ level }) => level === 'error');

/** A line for each thing looked at, with what to do, then the settings in force. */
export function inspectionReport({ findings, settings }: Inspection): string {
  const lines = findings.flatMap(({ level, subject, detail, advice }) => [
    `${LEVELS[level]}  ${subject}：${detail}`,
    ...(advice === undefined ? [] : [`      → ${advice}`]),
  ]);
  const shown = settings.flatMap(({ area, name, value, place }, index) => [
    ...(settings[index - 1]?.area === area ? [] : ['', `设置·${area}`]),
    `  ${name} = ${value === null ? '（默认）' : `${value}（${place}）`}`,
  ]);
  return [...lines, ...shown].join('\n');
}
