import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { civilMinuteAt } from '@zhaoshi/domain/kernel/civil-date';
import { readSourceAs } from '@zhaoshi/report-files/read/read-source';
import { sniffFormat } from '@zhaoshi/report-files/read/sniff';
import { ReadFailure } from '@zhaoshi/report-files/read-error';
import type { Block } from '@zhaoshi/report-files/source-document';
import {
  type Held,
  type HeldAnswer,
  isCheckCode,
  type Verified,
  verifyAgainstProof,
} from '@zhaoshi/server/proofs';
import type { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type Io, write } from '../io.ts';

interface VerifyOptions {
  readonly against: string;
  readonly publicKey?: string;
  readonly json?: boolean;
}

export function documentVerifyCommand(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description('核对手中的文件或者核验码是不是公布的那一份：只凭发布证明，不连接平台')
    .argument('<文件|核验码>', '下载的文件（docx、doc、pdf、html、txt、附件），或者核验码')
    .requiredOption('--against <发布证明>', '从“核验公开文件”页面下载的发布证明（JSON）')
    .option('--public-key <公钥>', '平台的公钥，从别处取得；不给时只核对证明自身前后一致')
    .option('--json', '输出 JSON，供程序使用')
    .action(async (held: string, options: VerifyOptions) => {
      const verified = await verify(held, options, io);
      const isRight = verified.problems.length === 0 && isHeldRight(verified.held);
      const { problems, sealedOn, held: answer, proof } = verified;
      const told = { isRight, problems, sealedOn, held: answer, edition: proof.edition };
      await write(
        io.stdout,
        `${options.json === true ? JSON.stringify(told, null, 2) : printed(verified, options)}\n`,
      );
      finish(isRight ? EXIT.clean : EXIT.findings);
    });
}

async function bytesOf(path: string, io: Io): Promise<Buffer | null> {
  try {
    return await readFile(resolve(io.cwd, path));
  } catch {
    return null;
  }
}

async function verify(given: string, { against, publicKey }: VerifyOptions, io: Io): Promise<Verified> {
  const proof = await bytesOf(against, io);
  if (proof === null) throw new CliError(`没有这个文件：${against}`);
  const verified = await verifyAgainstProof(
    proof.toString('utf8'),
    await heldOf(given, io),
    publicKey ?? null,
  );
  if (verified === null)
    throw new CliError(`${against} 不是昭示的发布证明，没有核对。请从“核验公开文件”页面重新下载。`);
  return verified;
}

async function heldOf(given: string, io: Io): Promise<Held> {
  const bytes = await bytesOf(given, io);
  if (bytes !== null) return { kind: 'file', bytes, readText: () => textOf(bytes, given) };
  if (isCheckCode(given)) return { kind: 'code', code: given };
  throw new CliError(`没有这个文件，也不是核验码：${given}`);
}

const blockText = (block: Block): string =>
  block.kind === 'paragraph' ? block.text : block.grid.cells.map(({ text }) => text).join('\n');

/** The text of a file in reading order; `null` when no reader reads it. */
async function textOf(bytes: Uint8Array, path: string): Promise<string | null> {
  try {
    const format = sniffFormat(bytes, basename(path));
    if (format === 'json') return null;
    const source = await readSourceAs(format, bytes);
    return source.blocks.map(blockText).join('\n');
  } catch (error) {
    if (error instanceof ReadFailure) return null;
    throw error;
  }
}

const isHeldRight = (held: HeldAnswer): boolean =>
  held.kind === 'attachment' ||
  (held.kind === 'code' && held.isRight) ||
  (held.kind === 'text' && (held.answer.kind === 'same' || held.answer.kind === 'part'));

function heldWords(held: HeldAnswer): readonly string[] {
  switch (held.kind) {
    case 'code':
      return [held.isRight ? '核验码一致。' : '核验码不是这份证明的核验码。'];
    case 'attachment':
      return ['文件与公布的附件逐字节相同。'];
    case 'unreadable':
      return ['文件不是公布的附件，也读不出文字，无法核对。'];
    default:
      return textWords(held.answer);
  }
}

function textWords(answer: Extract<HeldAnswer, { kind: 'text' }>['answer']): readonly string[] {
  switch (answer.kind) {
    case 'same':
      return ['文字与公布的逐字相同。'];
    case 'part':
      return ['文字是公布的一部分，逐字相同。'];
    case 'more':
      return [
        '公布的正文都在；文件里另有公布的正文里没有的文字，请看是不是页眉、信息属性一类：',
        ...answer.others.map((text) => `  ${text}`),
      ];
    default:
      return [`文字与公布的不同，公布的这一段没有或者被改动：${answer.missing}`];
  }
}

function printed({ proof, problems, sealedOn, held }: Verified, { publicKey }: VerifyOptions): string {
  const { edition, text, organ } = proof;
  const sealed =
    sealedOn === null
      ? '发布当日的校验点还没有生成：目前只有平台自己的记录，请第二天重新下载证明。'
      : `已封存在 ${sealedOn} 的校验点，签名${publicKey === undefined ? '与证明所附公钥相符；公钥本身请从别处核对' : '与所给公钥相符'}：${proof.seal?.checkpoint.publicKey ?? ''}`;
  return [
    `${text.title}（${organ}，第 ${edition.edition} 版，${civilMinuteAt(new Date(edition.visibleFrom))} 起公开，核验码 ${edition.checkCode}）`,
    ...(problems.length === 0 ? ['证明前后一致。', sealed] : problems),
    ...heldWords(held),
  ].join('\n');
}
