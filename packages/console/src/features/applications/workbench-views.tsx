import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ShownCase } from './shown-application.ts';
import { useCaseFiles } from './use-case-files.ts';
import { useRelatedCount } from './use-related.ts';
import { type CaseSearch, VIEWS, type View } from './workbench-view.ts';

const NAMES = Object.keys(VIEWS) as readonly View[];

/** How much is to be found on each sheet; `undefined` where there is nothing to count, or not yet. */
function useCounts(shown: ShownCase): Readonly<Partial<Record<View, number | undefined>>> {
  const { letters, events } = shown;
  return {
    files: useCaseFiles(shown).data?.files.length,
    letters: letters.length,
    related: useRelatedCount(shown),
    contacts: events.filter(({ type }) => type === 'logContact').length,
    history: events.length,
  };
}

const searchOf = (view: View): CaseSearch => (view === 'work' ? {} : { view });

/** From one sheet of the case to another; the address keeps the open one. */
export function CaseViews({ shown, view }: { readonly shown: ShownCase; readonly view: View }): ReactNode {
  const { regionId, applicationId } = shown;
  const counts = useCounts(shown);
  return (
    <nav className="views" aria-label="案件的各部分">
      <ul>
        {NAMES.map((name) => (
          <li key={name}>
            <Link
              to="/applications/$regionId/$applicationId"
              params={{ regionId, applicationId }}
              search={searchOf(name)}
              resetScroll={false}
              activeOptions={{ exact: true, explicitUndefined: true }}
              {...(name === view && { 'aria-current': 'page' as const })}
            >
              {VIEWS[name]}
              {counts[name] !== undefined && <span className="count">{counts[name]}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
