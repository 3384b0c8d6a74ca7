import type { RedactionGround } from '@zhaoshi/domain/application/redaction';
import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { GroundFields, MarkList } from './mark-list.tsx';
import { type DrawnMark, inOrder, type Proposal, type Rectangle } from './marks.ts';
import { type Page, PageTurner } from './page-picture.tsx';
import { Proposals, type TextSearch } from './proposals.tsx';
import './redaction.css';
import { RedactionSurface } from './surface.tsx';

const MIDDLE: Rectangle = { x: 0.35, y: 0.45, width: 0.3, height: 0.04 };

/** Where the next mark begins: what the officer chose last. */
interface Usual {
  readonly ground: RedactionGround;
  readonly reason: string;
}

interface Props {
  readonly pages: readonly Page[];
  /** Address of the picture of a page. */
  readonly pictureOf: (page: number) => string;
  readonly search: TextSearch;
  readonly marks: readonly DrawnMark[];
  readonly onMarks: (marks: readonly DrawnMark[]) => void;
  /** What is done with the marks. */
  readonly children: ReactNode;
}

/** The pages of a file on which what must be withheld is marked by mouse, keyboard and proposals (条例37 区分处理). */
export function RedactionDesk({
  pages,
  pictureOf,
  search,
  marks: drawn,
  onMarks,
  children,
}: Props): ReactNode {
  const [usual, setUsual] = useState<Usual>({ ground: 'privacy', reason: '' });
  const [number, setNumber] = useState(1);
  const [chosen, setChosen] = useState<string | null>(null);
  const [marksId, findId, usualId, pageId] = [useId(), useId(), useId(), useId()];
  const marks = inOrder(drawn).map((mark, index) => ({ mark, label: String(index + 1) }));
  const page = pages.find((one) => one.page === number) ?? pages[0];
  const newMark = (rectangle: Rectangle, onPage: number): DrawnMark => ({
    ...rectangle,
    ...usual,
    page: onPage,
    markId: crypto.randomUUID(),
  });
  // The mark is on the screen with the next frame; the keyboard goes on from it.
  const focus = ({ markId }: DrawnMark): void => {
    setChosen(markId);
    requestAnimationFrame(() => document.getElementById(`mark-${markId}`)?.focus());
  };
  const draw = (rectangle: Rectangle): void => {
    const mark = newMark(rectangle, number);
    onMarks([...drawn, mark]);
    focus(mark);
  };
  const takeOver = (proposals: readonly Proposal[]): void =>
    onMarks([
      ...drawn,
      ...proposals.map(({ page: onPage, x, y, width, height }) => newMark({ x, y, width, height }, onPage)),
    ]);
  const edit = (mark: DrawnMark): void =>
    onMarks(drawn.map((one) => (one.markId === mark.markId ? mark : one)));
  const remove = (markId: string): void => onMarks(drawn.filter((one) => one.markId !== markId));
  const go = (mark: DrawnMark): void => {
    setNumber(mark.page);
    focus(mark);
  };
  return (
    <div className="redaction">
      <section className="card redaction-page" aria-labelledby={pageId}>
        <div className="card-head">
          <h2 id={pageId}>页面</h2>
          <PageTurner page={number} pages={pages.length} onTurn={setNumber} />
          <Button onClick={() => draw(MIDDLE)}>添加遮盖框</Button>
        </div>
        <p id="mark-keys" className="quiet">
          按住鼠标拖出方框；拖动方框移动，拖右下角改大小。键盘：Tab 键选中方框，方向键移动，Shift
          加方向键改大小，Delete 键删除。
        </p>
        {page !== undefined && (
          <RedactionSurface
            page={page}
            source={pictureOf(page.page)}
            marks={marks.filter(({ mark }) => mark.page === page.page)}
            chosen={chosen}
            onChoose={setChosen}
            onDraw={draw}
            onChange={edit}
            onRemove={remove}
          />
        )}
      </section>
      <div className="redaction-side">
        <section className="card" aria-labelledby={findId}>
          <h2 id={findId}>遮盖建议</h2>
          <Proposals search={search} marks={drawn} onTake={takeOver} />
        </section>
        <section className="card" aria-labelledby={usualId}>
          <h2 id={usualId}>新画的遮盖框</h2>
          <GroundFields {...usual} onChange={(next) => setUsual({ ...usual, ...next })} />
        </section>
        <section className="card" aria-labelledby={marksId}>
          <h2 id={marksId}>遮盖框（{marks.length}）</h2>
          <MarkList marks={marks} chosen={chosen} onGo={go} onChange={edit} onRemove={remove} />
        </section>
        {children}
      </div>
    </div>
  );
}
