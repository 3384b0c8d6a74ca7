import { type Io, write } from '../io.ts';
import type { Prompt } from './prompt.ts';

/**
 * Whether the person wants it done: asked at a terminal, said beforehand with `--yes`. Without either nothing is done,
 * and that is told.
 */
export async function confirmed(
  question: string,
  { prompt, yes }: { readonly prompt: Prompt; readonly yes: boolean | undefined },
  io: Io,
): Promise<boolean> {
  if (yes === true) return true;
  if (!prompt.isPerson) {
    await write(io.stderr, '没有办理：请核对以上内容，加 --yes 再运行一次。\n');
    return false;
  }
  const answer = await prompt.line(`${question}输入 y 确认：`);
  const isYes = /^(?:y|yes|是)$/iu.test(answer);
  if (!isYes) await write(io.stderr, '没有办理。\n');
  return isYes;
}
