import type { Box, Glyph, PageContent, ReadingAngle, RulingLine } from './page-geometry.ts';

/** The way most of the characters read. */
export function usualAngle(glyphs: readonly Glyph[]): ReadingAngle {
  const counts = new Map<ReadingAngle, number>();
  for (const { angle, text } of glyphs) {
    if (text.trim() !== '') counts.set(angle, (counts.get(angle) ?? 0) + 1);
  }
  let usual: ReadingAngle = 0;
  for (const [angle, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = angle;
  return usual;
}

/** The box as seen by someone who turned the page so that text of this angle stands upright. */
export function turned(box: Box, angle: ReadingAngle): Box {
  if (angle === 90) return { left: -box.bottom, right: -box.top, top: box.left, bottom: box.right };
  if (angle === 180) return { left: -box.right, right: -box.left, top: -box.bottom, bottom: -box.top };
  if (angle === 270) return { left: box.top, right: box.bottom, top: -box.right, bottom: -box.left };
  return box;
}

/**
 * A page whose text stands sideways (a wide table printed on an upright sheet without /Rotate), turned so that it
 * can be read; any other page is given back as it is.
 */
export function uprightPage(page: PageContent): PageContent {
  const angle = usualAngle(page.glyphs);
  if (angle === 0) return page;
  const sideways = angle !== 180;
  const shiftX = angle === 90 ? page.height : angle === 180 ? page.width : 0;
  const shiftY = angle === 270 ? page.width : angle === 180 ? page.height : 0;
  const turn = (box: Box): Box => {
    const { left, right, top, bottom } = turned(box, angle);
    return { left: left + shiftX, right: right + shiftX, top: top + shiftY, bottom: bottom + shiftY };
  };
  return {
    page: page.page,
    width: sideways ? page.height : page.width,
    height: sideways ? page.width : page.height,
    glyphs: page.glyphs.map((glyph) => ({
      text: glyph.text,
      size: glyph.size,
      invisible: glyph.invisible,
      box: turn(glyph.box),
      angle: lessAngle(glyph.angle, angle),
    })),
    lines: page.lines.map((line) => turnLine(line, turn)),
  };
}

function lessAngle(angle: ReadingAngle, less: ReadingAngle): ReadingAngle {
  const angles = [0, 90, 180, 270] as const;
  return angles.find((candidate) => candidate === (angle - less + 360) % 360) ?? 0;
}

function turnLine({ direction, at, from, to }: RulingLine, turn: (box: Box) => Box): RulingLine {
  const box = turn(
    direction === 'horizontal'
      ? { left: from, right: to, top: at, bottom: at }
      : { left: at, right: at, top: from, bottom: to },
  );
  return box.right - box.left >= box.bottom - box.top
    ? { direction: 'horizontal', at: box.top, from: box.left, to: box.right }
    : { direction: 'vertical', at: box.left, from: box.top, to: box.bottom };
}
