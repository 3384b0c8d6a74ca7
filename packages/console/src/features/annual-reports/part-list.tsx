import type { ReactNode } from 'react';
import { isOpen } from './findings.ts';
import { goTo, PLACES, placeId, placesOf, placeTitle, type ShownReport } from './shown-report.ts';
import type { ReportForm } from './use-report-form.ts';

interface Props {
  readonly shown: ShownReport;
  readonly form: ReportForm;
}

/** From one part of the report to another, each with how much is to be mended or explained in it. */
export function PartList({ shown, form }: Props): ReactNode {
  const open = form.computed.findings.filter((finding) => isOpen(finding) && finding.severity !== 'hint');
  return (
    <nav className="part-list" aria-label="报告的各部分">
      <ul>
        {PLACES.map((place) => {
          const count = open.filter((finding) => placesOf(finding).includes(place)).length;
          return (
            <li key={place}>
              <button type="button" onClick={() => goTo(placeId(place))}>
                {placeTitle(place, shown.formVersion)}
                {count > 0 && <span className="count">{count} 处</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
