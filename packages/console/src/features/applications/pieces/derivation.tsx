import { countWords, dayWords } from '@zhaoshi/domain/calendar/day-words';
import { provisionalWords } from '@zhaoshi/domain/calendar/provisional-words';
import { addDays, type CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { shownDate, weekdayName } from '../../../app/moments.ts';
import type { ShownDerivation } from '../shown-application.ts';
import './pieces.css';

// Texts of the contract that its schema has checked to be days.
const dayOf = (text: string): CivilDate => text as CivilDate;

/** 暂定, beside every date that a notice which is not out may still move. */
export const Provisional = (): ReactNode => <span className="provisional">暂定</span>;

/** What the last day to reply rests on. */
export const REPLY_LAW =
  '能够当场答复的应当当场答复；不能的自收到申请之日起20个工作日内答复（条例第三十三条）。';

const DEFERRED = '这一天由本机关按条例第三十五条确定为延迟答复的日期，不是按工作日推算的。';

interface TableProps {
  readonly derived: ShownDerivation;
  /** The sentence of the law that asks for the date, with its article. */
  readonly law?: string;
}

/** How a date came about, day by day: counted as which, or left out and why. */
export function DerivationTable({ derived, law }: TableProps): ReactNode {
  const { date, days, provisional, calendarVersion } = derived;
  const [first] = days;
  if (first === undefined) return <p>{DEFERRED}</p>;
  const counted = days.filter(({ count }) => count !== null).length;
  return (
    <>
      {law !== undefined && <p>{law}</p>}
      <p>
        {shownDate(addDays(dayOf(first.date), -1))}为起算日，当日不计入；其后第 {counted} 个工作日是
        <b>{shownDate(date)}</b>。法定节假日和周末不计入，调休上班的周末计入。
      </p>
      {provisional && <p className="late">{provisionalWords(dayOf(date))}。</p>}
      <div className="table-scroll derivation" role="region" aria-label="逐日推算" tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">这一天</th>
              <th scope="col">计入</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.date} className={day.count === null ? 'quiet' : undefined}>
                <th scope="row" className="figures">
                  {shownDate(day.date)}（{weekdayName(day.date)}）
                </th>
                <td>
                  {dayWords(day)}
                  {day.source !== undefined && <small className="under quiet">{day.source}</small>}
                </td>
                <td>{countWords(day)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">按工作日历版本 {calendarVersion} 推算。</p>
    </>
  );
}

interface DialogProps {
  /** What the date is: 答复的最后一日. */
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** Where a derivation is shown. */
export const DerivationDialog = ({ title, children, onClose }: DialogProps): ReactNode => (
  <Modal open title={`${title}是怎样算出来的`} footer={null} onCancel={onClose} width="40rem">
    {children}
  </Modal>
);

interface Props extends TableProps {
  readonly title: string;
  /** Somebody asked has not answered: the date still moves. */
  readonly isProjected?: boolean;
}

/** A computed date with its marks; pressed, it says how it came about. */
export function Derivation({ title, isProjected = false, ...table }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { derived } = table;
  return (
    <>
      <Button
        type="link"
        className="derived figures"
        aria-label={`${title}${shownDate(derived.date)}，查看推算`}
        onClick={() => setOpen(true)}
      >
        {shownDate(derived.date)}
      </Button>
      {derived.provisional && <Provisional />}
      {isProjected && <span className="provisional">预计</span>}
      {isOpen && (
        <DerivationDialog title={title} onClose={() => setOpen(false)}>
          {isProjected && <p>征求意见还没有结束，按其期限届满推算；提前收到意见的，答复期限随之提前。</p>}
          <DerivationTable {...table} />
        </DerivationDialog>
      )}
    </>
  );
}
