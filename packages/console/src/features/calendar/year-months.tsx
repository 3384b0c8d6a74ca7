import { dayWords } from '@zhaoshi/domain/calendar/day-words';
import type { ReactNode } from 'react';
import type { ShownDay } from './calendar-types.ts';
import { type DayLook, lookOf, notesOf, WEEK, weekdayOf } from './day-words.ts';

const MARKS = { work: '', makeUp: '班', weekend: '', holiday: '休' } as const satisfies Readonly<
  Record<DayLook, string>
>;

/** The weeks of a month, with empty places before its first and after its last day. */
function weeksOf(days: readonly ShownDay[]): readonly (readonly (ShownDay | null)[])[] {
  const [first] = days;
  if (first === undefined) return [];
  const places = [...Array.from({ length: weekdayOf(first.date) - 1 }, () => null), ...days];
  return Array.from({ length: Math.ceil(places.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, index) => places[week * 7 + index] ?? null),
  );
}

function Day({ day }: { readonly day: ShownDay }): ReactNode {
  const look = lookOf(day);
  const mark = MARKS[look];
  return (
    <td className={`day day-${look}${day.provisional ? ' day-provisional' : ''}`} title={dayWords(day)}>
      {Number(day.date.slice(8))}
      {mark !== '' && <span aria-hidden="true">{mark}</span>}
      {look !== 'work' && <span className="for-readers">，{dayWords(day)}</span>}
    </td>
  );
}

function Month({ month, days }: { readonly month: string; readonly days: readonly ShownDay[] }): ReactNode {
  const notes = notesOf(days);
  return (
    <div className="month">
      <table>
        <caption>
          <b>{Number(month.slice(5))}月</b>
          <span className="quiet">工作日 {days.filter(({ working }) => working).length} 天</span>
        </caption>
        <thead>
          <tr>
            {WEEK.map((name) => (
              <th key={name} scope="col">
                <span className="for-readers">周</span>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week, index) => (
            // Neither weeks nor empty places have a name of their own, and they never change places.
            <tr key={index}>
              {week.map((day, place) =>
                day === null ? <td key={place} /> : <Day key={day.date} day={day} />,
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A year as twelve months, with what its colours and characters mean. */
export function YearMonths({ days }: { readonly days: readonly ShownDay[] }): ReactNode {
  const months = Map.groupBy(days, ({ date }) => date.slice(0, 7));
  const isProvisional = days.some(({ provisional }) => provisional);
  return (
    <>
      <ul className="legend" aria-label="图例">
        <li>
          <span className="day day-work">8</span>工作日
        </li>
        <li>
          <span className="day day-weekend">8</span>周末
        </li>
        <li>
          <span className="day day-holiday">
            8<span>休</span>
          </span>
          放假
        </li>
        <li>
          <span className="day day-makeUp">
            8<span>班</span>
          </span>
          调休上班
        </li>
        {isProvisional && (
          <li>
            <span className="day day-work day-provisional">8</span>暂定，通知公布后可能变动
          </li>
        )}
      </ul>
      <div className="months">
        {[...months].map(([month, its]) => (
          <Month key={month} month={month} days={its} />
        ))}
      </div>
    </>
  );
}
