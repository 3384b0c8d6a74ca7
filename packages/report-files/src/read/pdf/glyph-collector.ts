import { LIMITS } from '../../limits.ts';
import { ReadFailure } from '../../read-error.ts';
import { type Glyph, midX, midY } from './page-geometry.ts';
import { foldRadicals } from './radicals.ts';

/** Same character this close (in em) to an earlier one: bold faked by printing twice, or a shadow. */
const OVERPRINT_DISTANCE = 0.12;
/** Height of the bands by which earlier characters are looked up, in points. */
const BAND = 4;

const INVISIBLE_CHARACTERS =
  /[\u0000-\u0008\u000a-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/gu;
const UNMAPPED = /[\ufffd\ue000-\uf8ff]/u;

/** Gathers the characters of one page: cleaned, radicals folded, overprinted copies left out. */
export class GlyphCollector {
  foldedRadicals = 0;
  unmapped = 0;
  /** Kept characters that are not blanks, on the page or beyond its edge. */
  visibleCount = 0;
  private readonly kept: Glyph[] = [];
  private readonly byPlace = new Map<string, Glyph[]>();

  add(glyph: Glyph): void {
    const { text, folded } = foldRadicals(
      glyph.text.replace(INVISIBLE_CHARACTERS, '').replaceAll('\u00a0', ' '),
    );
    if (text === '' || !isPlaced(glyph)) return;
    const clean = { ...glyph, text };
    if (this.isOverprint(clean)) return;
    this.foldedRadicals += folded;
    if (UNMAPPED.test(text)) this.unmapped++;
    if (text.trim() !== '') this.visibleCount++;
    this.kept.push(clean);
    if (this.kept.length > LIMITS.textCharacters) {
      throw new ReadFailure('too-large', 'PDF 单页文字过多，超出可读取的上限。请确认文件是否为年度报告。');
    }
  }

  /** The characters whose middle lies on the page. */
  within(width: number, height: number): Glyph[] {
    return this.kept.filter(({ box }) => isWithin(box, width, height));
  }

  /** The text of the others. */
  beyond(width: number, height: number): string {
    return this.kept
      .filter(({ box }) => !isWithin(box, width, height))
      .map(({ text }) => text)
      .join('');
  }

  private isOverprint(glyph: Glyph): boolean {
    if (glyph.text.trim() === '') return false;
    const band = Math.floor(midY(glyph.box) / BAND);
    const limit = glyph.size * OVERPRINT_DISTANCE;
    for (const near of [band - 1, band, band + 1]) {
      const earlier = this.byPlace.get(`${near} ${glyph.text}`);
      if (earlier?.some((other) => isClose(other, glyph, limit))) return true;
    }
    const key = `${band} ${glyph.text}`;
    const list = this.byPlace.get(key);
    if (list) list.push(glyph);
    else this.byPlace.set(key, [glyph]);
    return false;
  }
}

function isWithin(box: Glyph['box'], width: number, height: number): boolean {
  const x = midX(box);
  const y = midY(box);
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

function isPlaced({ box, size }: Glyph): boolean {
  return size > 0 && Number.isFinite(size + box.left + box.right + box.top + box.bottom);
}

function isClose(one: Glyph, other: Glyph, limit: number): boolean {
  return (
    Math.abs(midX(one.box) - midX(other.box)) <= limit && Math.abs(midY(one.box) - midY(other.box)) <= limit
  );
}
