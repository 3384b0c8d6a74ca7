import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ShownFinding, ShownUnit } from './shown-assessment.ts';

interface Props {
  readonly finding: Pick<ShownFinding, 'item' | 'words'>;
  readonly unit: ShownUnit['unit'];
}

/** A finding as a way to the thing that proves it; what has no page of its own is words. */
export function ItemLink({ finding: { item, words }, unit }: Props): ReactNode {
  const [thing, regionId = '', key = '', last = ''] = item.split('/');
  const organ = { regionId: unit.regionId, organId: unit.organId };
  if (thing === 'application') {
    return (
      <Link to="/applications/$regionId/$applicationId" params={{ regionId, applicationId: key }}>
        {words}
      </Link>
    );
  }
  if (thing === 'document' || thing === 'link' || thing === 'file') {
    return (
      <Link to="/documents/$regionId/$documentId" params={{ regionId, documentId: key }}>
        {words}
      </Link>
    );
  }
  if (thing === 'dispute') {
    return (
      <Link to="/disputes/$regionId/$disputeId" params={{ regionId, disputeId: key }}>
        {words}
      </Link>
    );
  }
  if (thing === 'report') {
    const params = { regionId, organId: key, year: last };
    return (
      <Link to="/annual-reports/$regionId/$organId/$year" params={params}>
        {words}
      </Link>
    );
  }
  if (thing === 'opinion') {
    return (
      <Link to="/opinions/$regionId/$opinionId" params={{ regionId, opinionId: key }}>
        {words}
      </Link>
    );
  }
  if (thing === 'voice') {
    return (
      <Link to="/public-voices/$regionId/$voiceId" params={{ regionId, voiceId: key }}>
        {words}
      </Link>
    );
  }
  if (thing === 'work') return <Link to="/work-records">{words}</Link>;
  if (thing === 'guide') return <Link to="/guide">{words}</Link>;
  if (thing === 'column' || thing === 'item') {
    return (
      <Link to="/coverage/$regionId/$organId" params={organ}>
        {words}
      </Link>
    );
  }
  if (thing === 'contact' || thing === 'organ') {
    return (
      <Link to="/organs/$regionId/$organId" params={organ}>
        {words}
      </Link>
    );
  }
  return words;
}
