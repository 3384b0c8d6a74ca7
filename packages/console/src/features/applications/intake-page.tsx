import { type ReactNode, useState } from 'react';
import { PageHeader } from '../../ui/page-header.tsx';
import './intake.css';
import { IntakeDone } from './intake-done.tsx';
import { IntakeForm, type Registered } from './intake-form.tsx';

/** Registers applications that came in at the counter, by post, fax or mail, one after the other. */
export function IntakePage(): ReactNode {
  const [done, setDone] = useState<Registered | null>(null);
  const [begun, setBegun] = useState(1);
  return (
    <>
      <PageHeader />
      {done === null ? (
        <IntakeForm key={begun} onRegistered={setDone} onDiscarded={() => setBegun(begun + 1)} />
      ) : (
        <IntakeDone done={done} onNext={() => setDone(null)} />
      )}
    </>
  );
}
