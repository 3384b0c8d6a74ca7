import type { Presence, ScanPiece } from '@zhaoshi/domain/disclosure/scan/piece';
import { readScanPieces } from '../read/scan-pieces/read-scan-pieces.ts';

/** What an import does not take over, in words; tracked changes are taken as if they were accepted. */
const SENTENCES: Readonly<Record<Presence, (count: number) => string>> = {
  hiddenSheet: (count) => `有 ${count} 张隐藏的工作表，没有读入。`,
  hiddenRow: (count) => `有 ${count} 处隐藏的行，请核对读入的表格。`,
  hiddenColumn: (count) => `有 ${count} 处隐藏的列，请核对读入的表格。`,
  comment: (count) => `有 ${count} 条批注，没有读入。`,
  revision: (count) => `有 ${count} 处没有接受或者拒绝的修订，正文按全部接受读入，请核对。`,
  hiddenText: (count) => `有 ${count} 处隐藏文字，没有读入。`,
  embeddedFile: (count) => `有 ${count} 个嵌入的文件，没有读入；需要公开的请另行上传为附件。`,
  attachment: (count) => `有 ${count} 个附在里面的文件，没有读入；需要公开的请另行上传为附件。`,
  externalData: (count) => `有 ${count} 处引用其他文件的数据，没有读入。`,
  macro: () => '文件带有宏程序，没有读入。',
  pictureProperties: (count) => `有 ${count} 处图片的拍摄信息，没有读入。`,
  picture: (count) => `有 ${count} 张图片（可能包括印章），没有读入；需要公开的图片请在正文中另行插入。`,
};

/** Each kind once, with all that there is of it. */
function presences(pieces: readonly ScanPiece[]): readonly string[] {
  const counts = new Map<Presence, number>();
  for (const piece of pieces) {
    if (piece.kind === 'presence') counts.set(piece.what, (counts.get(piece.what) ?? 0) + piece.count);
  }
  return [...counts].map(([what, count]) => SENTENCES[what](count));
}

/** What a file holds that its import leaves out: a second reading of it, for a person who waits for the first. */
export async function leftOut(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  const pieces = await readScanPieces(bytes, name);
  if (!pieces.ok) return [];
  const boxes = pieces.value.filter(({ place }) => place.kind === 'textBox').length;
  const inBoxes = boxes > 0 ? [`有 ${boxes} 处文本框或者图形里的文字，位置可能有变，请核对。`] : [];
  const notes = pieces.value.filter(({ place }) => place.kind === 'note').length;
  const inNotes = notes > 0 ? [`有 ${notes} 处脚注或者尾注，没有读入正文。`] : [];
  return [...presences(pieces.value), ...inBoxes, ...inNotes];
}
