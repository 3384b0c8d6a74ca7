import type { Form } from '../forms/form.ts';
import { type CellId, TABLE_IDS } from '../ids.ts';
import type { CountedCells } from '../rules/register-facts.ts';

/** A cell as a register gives it; `null`: nothing was signed off, which is not 0. */
interface RegisterCell {
  readonly cell: CellId;
  readonly value: number | null;
}

/** What the registers of an organ count for a year; a register that is not kept is left out. */
export interface RegisterTables {
  /** Table two from the register of normative documents and from what was signed off. */
  readonly tableTwo?: readonly RegisterCell[];
  /** Table three from the register of applications. */
  readonly tableThree?: CountedCells;
  /** Table four from the register of disputes. */
  readonly tableFour?: readonly RegisterCell[];
}

/** The cells of the year's form that the registers know. What they do not know stays absent, to be typed. */
export function countedCells(
  { tables }: Pick<Form, 'tables'>,
  { tableTwo = [], tableThree = {}, tableFour = [] }: RegisterTables,
): CountedCells {
  const listed = new Map([...tableTwo, ...tableFour].map(({ cell, value }) => [cell, value]));
  const counted: Partial<Record<CellId, number>> = {};
  for (const table of TABLE_IDS) {
    for (const { id } of tables[table].cells) {
      const value = listed.get(id) ?? tableThree[id];
      if (value !== undefined) counted[id] = value;
    }
  }
  return counted;
}
