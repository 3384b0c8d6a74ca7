import { Alert, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { shownDate } from '../../app/moments.ts';
import type { Beside } from './taken-draft.ts';

interface Props {
  readonly beside: Beside;
  readonly taken: ReadonlySet<string>;
  readonly onTake: (piece: string, isTaken: boolean) => void;
}

interface PieceProps extends Omit<Props, 'beside'> {
  readonly piece: string;
  readonly title: string;
  readonly children: ReactNode;
}

const Piece = ({ piece, title, taken, onTake, children }: PieceProps): ReactNode => (
  <section className="beside" aria-label={title}>
    <Checkbox checked={taken.has(piece)} onChange={({ target }) => onTake(piece, target.checked)}>
      填入{title}
    </Checkbox>
    {children}
  </section>
);

const Said = ({ words }: { readonly words: string }): ReactNode =>
  words === '' ? <span className="quiet">（空）</span> : words;

const Columns = ({ before, after }: { readonly before: string; readonly after: string }): ReactNode => (
  <div className="columns">
    <div>
      <b>草稿里现在的</b>
      <p className="written">
        <Said words={before} />
      </p>
    </div>
    <div>
      <b>文件里的</b>
      <p className="written">
        <Said words={after} />
      </p>
    </div>
  </div>
);

/** Figures named in the text in braces, which a text of a file does not have. */
const LIVE_FIELD = /\{[A-Za-z.]+\}/u;

const LostFields = ({ before, after }: { readonly before: string; readonly after: string }): ReactNode =>
  LIVE_FIELD.test(before) &&
  !LIVE_FIELD.test(after) && (
    <Alert
      type="warning"
      showIcon
      title="现在的文字里有随台账变化的数字，填入以后成为固定的文字，不再跟着台账变。"
    />
  );

const Cells = ({ title, cells, wasCounted }: Beside['tables'][number]): ReactNode => (
  <>
    {wasCounted && (
      <Alert type="warning" showIcon title="这张表现在由台账统计，填入以后改为自行填报，不再跟着台账变。" />
    )}
    <details>
      <summary>{cells.length === 0 ? '只有表注不同' : `${cells.length} 格不同`}</summary>
      <div className="report-figures" tabIndex={0} role="region" aria-label={`${title}不同的单元格`}>
        <table className="plain stacked">
          <thead>
            <tr>
              <th scope="col">单元格</th>
              <th scope="col">草稿里现在的</th>
              <th scope="col">文件里的</th>
            </tr>
          </thead>
          <tbody>
            {cells.map(({ cell, name, before, after }) => (
              <tr key={cell}>
                <th scope="row">{name}</th>
                <td data-title="草稿里现在的">{before}</td>
                <td data-title="文件里的">{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  </>
);

const dayWords = (day: string | null): string => (day === null ? '' : shownDate(day));

/** Every piece that the file says otherwise, what there is beside what would be; each is taken or left. */
export const BesidePieces = ({ beside, ...taking }: Props): ReactNode => (
  <>
    {beside.texts.map(({ part, title, before, after }) => (
      <Piece key={part} piece={part} title={title} {...taking}>
        <LostFields before={before} after={after} />
        <Columns before={before} after={after} />
      </Piece>
    ))}
    {beside.tables.map((table) => (
      <Piece key={table.table} piece={table.table} title={table.title} {...taking}>
        <Cells {...table} />
      </Piece>
    ))}
    {beside.datedOn !== null && (
      <Piece piece="datedOn" title="落款日期" {...taking}>
        <Columns before={dayWords(beside.datedOn.before)} after={dayWords(beside.datedOn.after)} />
      </Piece>
    )}
  </>
);
