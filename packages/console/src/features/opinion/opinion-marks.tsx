import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { clockNow, type OpinionRow, type ShownClock } from './shown-opinion.ts';
import '../../ui/light.css';
import './opinion.css';

const MINUTE_MS = 60_000;

/** The time, again every minute: what is left is read in hours and minutes. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How each clock stands: a colour beside the words. */
export function Clocks({ clocks }: { readonly clocks: readonly ShownClock[] }): ReactNode {
  const now = useNow();
  return (
    <ul className="opinion-clocks">
      {clocks.map((clock) => {
        const { light, words } = clockNow(clock, now);
        return (
          <li key={clock.timer}>
            <span className={`light light-${light}`}>{words}</span>
            <small className="quiet">{clock.title}</small>
          </li>
        );
      })}
    </ul>
  );
}

export function OpinionLink({ row }: { readonly row: OpinionRow }): ReactNode {
  const { regionId, opinionId, title } = row;
  return (
    <Link to="/opinions/$regionId/$opinionId" params={{ regionId, opinionId }}>
      {title}
    </Link>
  );
}
