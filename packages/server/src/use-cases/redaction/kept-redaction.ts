import type { WithheldPart } from '@zhaoshi/domain/application/redaction';
import type { RedactionReport } from '@zhaoshi/redaction/redacted';
import type { SecretBox } from '../../adapters/secret-box/secret-box.ts';

/** A mark as it is kept: where, the number in its box, on which ground and why. */
export interface KeptMark extends WithheldPart {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is kept of a redaction, sealed: reasons may name persons. */
export interface KeptRedaction {
  readonly marks: readonly KeptMark[];
  /** What the officer has to know of the new file. */
  readonly notes: readonly string[];
  /** Text under a mark that stands unmarked elsewhere: most likely a place that was forgotten. */
  readonly repeated: readonly { readonly label: string; readonly pages: readonly number[] }[];
}

const purposeOf = (fileId: string): string => `redaction/${fileId}`;

export const keptOf = (
  marks: readonly KeptMark[],
  { notes, repeated }: Pick<RedactionReport, 'notes' | 'repeated'>,
): KeptRedaction => ({
  marks,
  notes,
  repeated: repeated.map(({ markId, pages }) => ({ label: markId, pages })),
});

export const sealRedaction = (box: SecretBox, fileId: string, kept: KeptRedaction): string =>
  box.seal(JSON.stringify(kept), purposeOf(fileId));

/** Written by `sealRedaction` only, from a value of that type. */
export const openRedaction = (
  box: SecretBox,
  row: { readonly file_id: string; readonly sealed: string },
): KeptRedaction => JSON.parse(box.open(row.sealed, purposeOf(row.file_id))) as KeptRedaction;
