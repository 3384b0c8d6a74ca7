import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { ShownCase } from './shown-application.ts';

/** A case that rests on an extension of which the applicant was not told (条例33¶2). */
export function ExtensionNote({ shown: { untoldExtension } }: { readonly shown: ShownCase }): ReactNode {
  return (
    untoldExtension !== null && <Alert className="problem" type="warning" showIcon title={untoldExtension} />
  );
}
