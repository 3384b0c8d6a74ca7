import { dayWords } from '@zhaoshi/domain/calendar/day-words';
import { provisionalWords } from '@zhaoshi/domain/calendar/provisional-words';
import { clocksByNeed } from '@zhaoshi/domain/dispute/clock-order';
import { CLOCK_SIDES, CLOCK_STATES } from '@zhaoshi/domain/dispute/dispute-clock';
import type { CivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { PERIOD_UNITS } from '@zhaoshi/domain/remedy/remedy-periods';
import { Button, Modal, Tag } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { shownDate, weekdayName } from '../../app/moments.ts';
import type { ShownClock, ShownDispute } from './shown-dispute.ts';

interface Props {
  readonly clock: ShownClock;
}

// Texts of the contract that its schema has checked to be days.
const dayOf = (text: string): CivilDate => text as CivilDate;

/** How the period is counted, in a sentence. */
function countedSentence({ since, due, period: { length, unit } }: ShownClock): string {
  if (unit === 'fixed') return `${shownDate(due.date)}是文书写明的最后一日。`;
  const start = `${shownDate(since.on)}${since.words}，当日不计入；`;
  if (unit === 'workingDay') {
    return `${start}其后第${length}个工作日是${shownDate(due.date)}。法定节假日和周末不计入，调休上班的周末计入。`;
  }
  const end =
    unit === 'day' ? `其后第${length}日为最后一日` : `${length}${PERIOD_UNITS[unit]}后的对应日为最后一日`;
  return `${start}${end}；最后一日是节假日的，顺延到其后第一日（民事诉讼法第八十五条、行政复议法第八十八条）：${shownDate(due.date)}。`;
}

function Days({ clock: { due, period } }: Props): ReactNode {
  if (due.days.length === 0) return null;
  const counted = (count: number): string =>
    period.unit === 'workingDay' ? `第${count}个工作日` : period.unit === 'day' ? `第${count}日` : '对应日';
  return (
    <div className="clock-days" role="region" aria-label="逐日推算" tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">这一天</th>
            <th scope="col">计入</th>
          </tr>
        </thead>
        <tbody>
          {due.days.map((day) => (
            <tr key={day.date} className={day.count === null ? 'quiet' : undefined}>
              <th scope="row" className="figures">
                {shownDate(day.date)}（{weekdayName(day.date)}）
              </th>
              <td>{dayWords(day)}</td>
              <td>
                {day.count === null ? (period.unit === 'workingDay' ? '不计入' : '顺延') : counted(day.count)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The notices and laws by which days of the period rested or were worked. */
function Notices({ clock: { due } }: Props): ReactNode {
  const notices = [...new Set(due.days.flatMap(({ source }) => source ?? []))];
  return notices.length === 0 ? null : <p className="quiet">放假安排的依据：{notices.join('；')}。</p>;
}

/** The last day; pressed, it says how it came about. */
function Due({ clock }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { words, due, source } = clock;
  return (
    <>
      <Button
        type="link"
        className="clock-due figures"
        aria-label={`${words}：${shownDate(due.date)}，查看推算`}
        onClick={() => setOpen(true)}
      >
        {shownDate(due.date)}
      </Button>
      {due.provisional && <Tag color="warning">暂定</Tag>}
      {isOpen && (
        <Modal
          open
          title={`${words}的期限是怎样算出来的`}
          footer={null}
          width="40rem"
          className="clock-dialog"
          onCancel={() => setOpen(false)}
        >
          <p>{source}。</p>
          <p>{countedSentence(clock)}</p>
          {due.provisional && <p className="late">{provisionalWords(dayOf(due.date))}。</p>}
          <Days clock={clock} />
          <Notices clock={clock} />
        </Modal>
      )}
    </>
  );
}

/** How the period stands; only the organ's own alarms. */
function State({ clock: { state, side, doneOn } }: Props): ReactNode {
  const isOwn = side === 'organ';
  const color =
    state === 'running'
      ? isOwn
        ? 'warning'
        : 'default'
      : isOwn && (state === 'passed' || state === 'late')
        ? 'error'
        : 'default';
  return (
    <>
      <Tag color={color}>{state === 'passed' && isOwn ? '已过期限' : CLOCK_STATES[state]}</Tag>
      {doneOn !== null && <span>{shownDate(doneOn)}</span>}
    </>
  );
}

function Clocks({ clocks }: { readonly clocks: readonly ShownClock[] }): ReactNode {
  return (
    <ul className="clocks">
      {clocks.map((clock) => (
        <li key={`${clock.side}${clock.words}${clock.since.on}`}>
          <div className="clock-what">
            <Tag color={clock.side === 'organ' ? 'blue' : 'default'}>{CLOCK_SIDES[clock.side]}</Tag>
            <strong>{clock.words}</strong>
          </div>
          <div className="clock-when">
            <Due clock={clock} />
            <State clock={clock} />
          </div>
          <small className="quiet">
            {clock.source}
            {clock.isUnconfirmed && '（待确认）'}；{clock.since.words}：{shownDate(clock.since.on)}。
            {clock.consequence}
          </small>
        </li>
      ))}
    </ul>
  );
}

/**
 * Every period of the case, the open ones first: the organ's own, and for information those of the others
 * (applications.md §12.3).
 */
export function ClocksCard({ shown: { clocks } }: { readonly shown: ShownDispute }): ReactNode {
  const headingId = useId();
  const { open, over } = clocksByNeed(clocks);
  return (
    <section className="card" aria-labelledby={headingId}>
      <h2 id={headingId}>期限</h2>
      {clocks.length === 0 && (
        <p className="quiet">还没有可以计算的期限。填写收到申请、受理、收到答复通知书等日期后算出。</p>
      )}
      {open.length > 0 && <Clocks clocks={open} />}
      {over.length > 0 && (
        <>
          <h3 className="clocks-over">已经办理、届满或者不再计算的</h3>
          <Clocks clocks={over} />
        </>
      )}
    </section>
  );
}
