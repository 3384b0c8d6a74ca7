import { useNavigate } from '@tanstack/react-router';
import { applicationFileRoutes } from '@zhaoshi/contract/routes/application-files';
import type { RedactionGround } from '@zhaoshi/domain/application/redaction';
import { Alert, Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useDraft } from '../../app/use-draft.ts';
import { useChange } from '../../app/use-route.ts';
import { AbilityButton } from '../../ui/ability-button.tsx';
import { DraftGuard } from '../../ui/draft-guard.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { GroundFields, MarkList } from './files-mark-list.tsx';
import { type DrawnMark, inOrder, type Proposal } from './files-marks.ts';
import { PageTurner } from './files-page-picture.tsx';
import { Proposals } from './files-proposals.tsx';
import { RedactionSurface } from './files-surface.tsx';
import type { CaseFile, CaseFiles, FileAddress, FilePages } from './shown-files.ts';

interface Props {
  readonly address: FileAddress;
  readonly file: CaseFile;
  readonly files: CaseFiles;
  readonly pages: FilePages;
}

interface Drawn {
  readonly marks: readonly DrawnMark[];
  readonly name: string;
}

type Rectangle = Pick<DrawnMark, 'x' | 'y' | 'width' | 'height'>;

const MIDDLE: Rectangle = { x: 0.35, y: 0.45, width: 0.3, height: 0.04 };

/** Where the next mark begins: what the officer chose last. */
interface Usual {
  readonly ground: RedactionGround;
  readonly reason: string;
}

/** Nothing marked; the applicant's file is named after the original. */
const empty = ({ name }: CaseFile): Drawn => ({ marks: [], name: name.replace(/\.[A-Za-z0-9]+$/, '') });

function useMarks(file: CaseFile) {
  const draft = useDraft(
    `applicationFile.redact/${file.fileId}`,
    { version: null },
    (): Drawn => empty(file),
    { inWindow: true },
  );
  const [drawn, setDrawn] = useState<Drawn>(draft.values);
  const change = (next: Partial<Drawn>): void => {
    const whole = { ...drawn, ...next };
    setDrawn(whole);
    draft.keep(whole);
  };
  return { draft, drawn, change, begin: setDrawn };
}

/** An original on which what must be withheld is marked (条例37 区分处理). */
export function RedactFile({ address, file, files, pages }: Props): ReactNode {
  const { draft, drawn, change, begin } = useMarks(file);
  const [usual, setUsual] = useState<Usual>({ ground: 'privacy', reason: '' });
  const [number, setNumber] = useState(1);
  const [chosen, setChosen] = useState<string | null>(null);
  const [marksId, findId, usualId, pageId] = [useId(), useId(), useId(), useId()];
  const marks = inOrder(drawn.marks).map((mark, index) => ({ mark, label: String(index + 1) }));
  const page = pages.find((one) => one.page === number) ?? pages[0];
  const setMarks = (next: readonly DrawnMark[]): void => change({ marks: next });
  const newMark = (rectangle: Rectangle, onPage: number): DrawnMark => ({
    ...rectangle,
    ...usual,
    page: onPage,
    markId: crypto.randomUUID(),
  });
  const draw = (rectangle: Rectangle): void => {
    const mark = newMark(rectangle, number);
    setMarks([...drawn.marks, mark]);
    setChosen(mark.markId);
    // The new mark is on the screen with the next frame; the keyboard goes on from it.
    requestAnimationFrame(() => document.getElementById(`mark-${mark.markId}`)?.focus());
  };
  const takeOver = (proposals: readonly Proposal[]): void =>
    setMarks([
      ...drawn.marks,
      ...proposals.map(({ page: onPage, x, y, width, height }) => newMark({ x, y, width, height }, onPage)),
    ]);
  const edit = (mark: DrawnMark): void =>
    setMarks(drawn.marks.map((one) => (one.markId === mark.markId ? mark : one)));
  const remove = (markId: string): void => setMarks(drawn.marks.filter((one) => one.markId !== markId));
  const go = (mark: DrawnMark): void => {
    setNumber(mark.page);
    setChosen(mark.markId);
    requestAnimationFrame(() => document.getElementById(`mark-${mark.markId}`)?.focus());
  };
  return (
    <>
      <DraftGuard draft={draft} inWindow onDiscard={() => begin(empty(file))} />
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
              address={address}
              page={page}
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
            <Proposals address={address} marks={drawn.marks} onTake={takeOver} />
          </section>
          <section className="card" aria-labelledby={usualId}>
            <h2 id={usualId}>新画的遮盖框</h2>
            <GroundFields {...usual} onChange={(next) => setUsual({ ...usual, ...next })} />
          </section>
          <section className="card" aria-labelledby={marksId}>
            <h2 id={marksId}>遮盖框（{marks.length}）</h2>
            <MarkList marks={marks} chosen={chosen} onGo={go} onChange={edit} onRemove={remove} />
          </section>
          <MakeRedacted
            address={address}
            files={files}
            drawn={drawn}
            onName={(name) => change({ name })}
            onMade={draft.forget}
          />
        </div>
      </div>
    </>
  );
}

interface MakeProps {
  readonly address: FileAddress;
  readonly files: CaseFiles;
  readonly drawn: Drawn;
  readonly onName: (name: string) => void;
  readonly onMade: () => void;
}

/** Has the redacted file made, and goes on to look it through. */
function MakeRedacted({ address, files, drawn, onName, onMade }: MakeProps): ReactNode {
  const navigate = useNavigate();
  const redact = useChange(applicationFileRoutes.redact, { also: ['applications'] });
  const [headingId, nameId] = [useId(), useId()];
  const { marks, name } = drawn;
  const waiting = files.files.find(
    ({ use, redaction }) => use === 'redacted' && redaction?.sourceFileId === address.fileId,
  );
  const hindrance =
    files.releaseRefused ??
    (waiting === undefined ? undefined : '这份原件已有一份遮盖件等待确认，请先确认或者移除那一份。') ??
    (marks.length === 0 ? '请先画出要遮盖的部分。' : undefined) ??
    (name.trim() === '' ? '请填写提供给申请人的文件名。' : undefined);
  const make = (): void => {
    const body = { name, marks: marks.map(({ markId: _, ...mark }) => mark) };
    redact.mutate(
      { request: { params: address, body } },
      {
        onSuccess: ({ fileId }) => {
          onMade();
          void navigate({
            to: '/applications/$regionId/$applicationId/files/$fileId',
            params: { ...address, fileId },
            // What was drawn is made: nothing is lost by leaving.
            ignoreBlocker: true,
          });
        },
      },
    );
  };
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>生成遮盖件</h2>
      {waiting !== undefined && (
        <Alert type="warning" showIcon title={`“${waiting.name}”还没有确认，请先返回案件核对。`} />
      )}
      <div className="ground-fields">
        <label htmlFor={nameId}>提供给申请人的文件名</label>
        <input
          id={nameId}
          type="text"
          maxLength={80}
          value={name}
          autoComplete="off"
          onChange={({ target }) => onName(target.value)}
        />
      </div>
      <p className="quiet">
        原件不变。新文件的每一页重新成像，方框下面的内容不再存在，生成后逐页核对，再确认提供。
      </p>
      <ProblemAlert error={redact.error} title="没有生成遮盖件" />
      <AbilityButton
        type="primary"
        needs="application.handle"
        abilities={files.abilities}
        hindrance={hindrance}
        loading={redact.isPending}
        onClick={make}
      >
        生成遮盖件
      </AbilityButton>
      {redact.isPending && <p role="status">正在生成并核验，页数多的需要几分钟，请不要关闭本页。</p>}
    </section>
  );
}
