import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { byKey, type DrawnMark, moved, type Rectangle, rectangleOf, resized } from './marks.ts';
import { type Page, PagePicture } from './page-picture.tsx';

interface Point {
  readonly x: number;
  readonly y: number;
}

type Hold =
  | { readonly kind: 'draw'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'move' | 'resize'; readonly mark: DrawnMark; readonly from: Point; readonly to: Point };

const percent = (fraction: number): string => `${fraction * 100}%`;

const placeOf = ({ x, y, width, height }: Rectangle) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
});

/** The mark as it would be if it were let go now. */
function heldMark(hold: Hold): Rectangle {
  if (hold.kind === 'draw') return rectangleOf(hold.from, hold.to);
  const [dx, dy] = [hold.to.x - hold.from.x, hold.to.y - hold.from.y];
  return hold.kind === 'move' ? moved(hold.mark, dx, dy) : resized(hold.mark, dx, dy);
}

interface Props {
  readonly page: Page;
  readonly source: string;
  /** Of this page, with the number each will have. */
  readonly marks: readonly { readonly mark: DrawnMark; readonly label: string }[];
  readonly chosen: string | null;
  readonly onChoose: (markId: string) => void;
  readonly onDraw: (rectangle: Rectangle) => void;
  readonly onChange: (mark: DrawnMark) => void;
  readonly onRemove: (markId: string) => void;
}

/** A page on which rectangles are drawn, moved and resized, by mouse or pen, and by keyboard. */
export function RedactionSurface(props: Props): ReactNode {
  const { page, source, marks, chosen, onChoose, onDraw, onChange, onRemove } = props;
  const surface = useRef<HTMLDivElement>(null);
  const [hold, setHold] = useState<Hold | null>(null);

  const pointOf = (event: PointerEvent): Point => {
    const box = surface.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0 || box.height === 0) return { x: 0, y: 0 };
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  const take = (event: PointerEvent, next: Hold): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    surface.current?.setPointerCapture(event.pointerId);
    setHold(next);
  };
  const takeMark = (event: PointerEvent, kind: 'move' | 'resize', mark: DrawnMark): void => {
    const from = pointOf(event);
    onChoose(mark.markId);
    take(event, { kind, mark, from, to: from });
  };
  const letGo = (): void => {
    if (hold === null) return;
    setHold(null);
    if (hold.kind === 'draw') {
      const { from, to } = hold;
      // A click is no rectangle.
      if (Math.abs(from.x - to.x) > 0.004 && Math.abs(from.y - to.y) > 0.003) onDraw(heldMark(hold));
    } else onChange({ ...hold.mark, ...heldMark(hold) });
  };
  const press = (event: KeyboardEvent, mark: DrawnMark): void => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onRemove(mark.markId);
      return;
    }
    const changed = byKey(mark, event.key, event.shiftKey);
    if (changed === null) return;
    event.preventDefault();
    onChange(changed);
  };

  return (
    <div
      ref={surface}
      className="redaction-surface"
      onPointerDown={(event) => {
        const from = pointOf(event);
        take(event, { kind: 'draw', from, to: from });
      }}
      onPointerMove={(event) => {
        if (hold !== null) setHold({ ...hold, to: pointOf(event) });
      }}
      onPointerUp={letGo}
      onPointerCancel={() => setHold(null)}
    >
      <PagePicture key={page.page} page={page} source={source} />
      {marks.map(({ mark, label }) => {
        const held = hold !== null && hold.kind !== 'draw' && hold.mark.markId === mark.markId;
        return (
          <button
            key={mark.markId}
            id={`mark-${mark.markId}`}
            type="button"
            className={mark.markId === chosen ? 'mark-box mark-chosen' : 'mark-box'}
            style={placeOf(held ? heldMark(hold) : mark)}
            aria-label={`遮盖框${label}`}
            aria-describedby="mark-keys"
            aria-pressed={mark.markId === chosen}
            onFocus={() => onChoose(mark.markId)}
            onPointerDown={(event) => takeMark(event, 'move', mark)}
            onKeyDown={(event) => press(event, mark)}
          >
            <span aria-hidden>{label}</span>
            <span
              aria-hidden
              className="mark-corner"
              onPointerDown={(event) => takeMark(event, 'resize', mark)}
            />
          </button>
        );
      })}
      {hold?.kind === 'draw' && <div className="mark-box" style={placeOf(heldMark(hold))} />}
    </div>
  );
}
