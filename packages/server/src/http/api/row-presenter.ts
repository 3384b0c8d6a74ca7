import type { RegisterRow } from '../../db/queries/register-rows.ts';
import type { LightRules } from '../../use-cases/applications/case-context.ts';
import { presentRow } from './present-application.ts';

/** Shows rows of the register, each by the calendar and the settings of its organ, which are read once an organ. */
export async function rowPresenter(
  rows: readonly RegisterRow[],
  rulesAt: (path: string) => Promise<LightRules>,
): Promise<(row: RegisterRow) => ReturnType<typeof presentRow>> {
  const rules = new Map<string, LightRules>();
  for (const { path } of rows) if (!rules.has(path)) rules.set(path, await rulesAt(path));
  return (row) => {
    const own = rules.get(row.path);
    if (own === undefined) throw new Error(`no rules were read for ${row.path}`);
    return presentRow(row, own);
  };
}
