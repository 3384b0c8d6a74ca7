import type { ReactNode } from 'react';

/**
 * What stands under a field: how to fill it in, and what the file says against it as it is.
 *
 * @param note has to be mended before the reply can be submitted; the draft itself is kept
 */
export function fieldExtra(help: string | undefined, note: string | undefined): ReactNode {
  if (note === undefined) return help;
  return (
    <>
      {help}
      <span role="status" className="field-note">
        {note}
      </span>
    </>
  );
}
