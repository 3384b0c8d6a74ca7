import { read, utils } from '@e965/xlsx';
import { addUpTableThree } from '@zhaoshi/domain/application/table-three';
import { expect, it } from 'vitest';
import { writeTableThree } from './write-table-three.ts';

it.each([
  ['2021', 29],
  ['2019', 27],
] as const)(
  'table three of the form %s has its merged header, figures as numbers and zeros',
  async (form, rows) => {
    const figures = addUpTableThree(
      [{ inflow: 'newlyReceived', outcome: 'granted.provided', applicantKind: 'naturalPerson', count: 12 }],
      form,
    );
    const sheet = read(await writeTableThree({ title: '=示范局', form, figures })).Sheets['表三']!;
    expect(utils.decode_range(sheet['!ref']!).e).toEqual({ r: rows - 1, c: 9 });
    expect(sheet['A1']).toMatchObject({ t: 's', v: '=示范局' });
    expect(sheet['A2'].v).toContain('勾稽关系');
    expect(sheet['D5']).toMatchObject({ t: 'n', v: 12 });
    expect(sheet['E5']).toMatchObject({ t: 'n', v: 0 });
    expect(sheet['J5']).toMatchObject({ t: 'n', v: 12 });
  },
);
