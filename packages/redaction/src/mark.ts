import { LIMITS } from './limits.ts';
import { RedactionFailure } from './redaction-error.ts';

/** A rectangle on a page, in fractions (0 to 1) of the page as it is seen, from its left upper corner. */
export interface PageArea {
  /** From 1; pictures have only page 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What an officer wants taken out (条例37 区分处理). Ground and reason stay with the case; here a mark is a place and
 * the id by which the report names it.
 */
export interface Mark extends PageArea {
  readonly markId: string;
  /** Printed in white inside the black box where there is room: the number under which the letter gives the ground. */
  readonly label?: string;
}

/** Whole pixels; right and bottom are the first ones outside. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Rounded outwards and one pixel more: the soft edge of a letter is under the box too. */
export function pixelBox(area: PageArea, width: number, height: number): PixelBox {
  return {
    left: Math.max(0, Math.floor(area.x * width) - 1),
    top: Math.max(0, Math.floor(area.y * height) - 1),
    right: Math.min(width, Math.ceil((area.x + area.width) * width) + 1),
    bottom: Math.min(height, Math.ceil((area.y + area.height) * height) + 1),
  };
}

/** Only what the one font at hand can print. */
const LABEL = /^[0-9A-Za-z.()-]{1,8}$/;
/** Sums of fractions that a screen has worked out may be a little over 1. */
const SLACK = 1e-6;

function isInside(start: number, length: number): boolean {
  return start >= -SLACK && length > 0 && start + length <= 1 + SLACK;
}

/** @throws RedactionFailure `no-marks`, `invalid-mark` */
export function checkMarks(marks: readonly Mark[], pages: number): void {
  if (marks.length === 0) {
    throw new RedactionFailure('no-marks', '没有遮盖框，没有生成任何文件。请先在页面上画出要遮盖的部分。');
  }
  if (marks.length > LIMITS.marks) {
    throw new RedactionFailure(
      'invalid-mark',
      `遮盖框共 ${marks.length} 个，超过 ${LIMITS.marks} 个的上限，没有生成任何文件。请把相邻的框合并，或拆分文件后分别处理。`,
    );
  }
  marks.forEach((mark, index) => {
    const problem = problemOf(mark, pages);
    if (problem === null) return;
    throw new RedactionFailure(
      'invalid-mark',
      `第 ${index + 1} 个遮盖框${problem}，没有生成任何文件。请删除这个框后重新画。`,
    );
  });
}

function problemOf(mark: Mark, pages: number): string | null {
  if (!Number.isInteger(mark.page) || mark.page < 1 || mark.page > pages) {
    return `所在的页不存在（文件共 ${pages} 页）`;
  }
  // Comparisons with NaN are false, so anything that is no number is found here as well.
  if (!isInside(mark.x, mark.width) || !isInside(mark.y, mark.height)) return '超出页面或没有大小';
  if (mark.label !== undefined && !LABEL.test(mark.label)) {
    return '的编号不能印出（只能用 8 个以内的数字、字母、点、短横和括号）';
  }
  return null;
}
