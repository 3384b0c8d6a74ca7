import { expect, it } from 'vitest';
import type { CivilDate } from '../kernel/civil-date.ts';
import { openTurns, RHYTHM, RHYTHM_ITEMS, turnsOf } from '../notification/yearly-rhythm.ts';
import { settingsAt } from './resolve.ts';
import { rhythmItemsFrom } from './rhythm-rules.ts';

const day = (text: string): CivilDate => text as CivilDate;
const LOCAL = RHYTHM_ITEMS.filter((item) => 'isLocal' in RHYTHM[item]);

it('asks for everything until somebody chooses otherwise', () => {
  expect(rhythmItemsFrom(settingsAt('/a/b/', []))).toEqual(RHYTHM_ITEMS);
});

it('each local practice can be left out, below who chose it, and nothing else can', () => {
  const off = LOCAL.map((item) => ({ path: '/a/', key: `rhythm.${item}` as never, value: false }));
  expect(rhythmItemsFrom(settingsAt('/a/b/', off))).toEqual(
    RHYTHM_ITEMS.filter((item) => !LOCAL.includes(item)),
  );
  expect(rhythmItemsFrom(settingsAt('/c/', off))).toEqual(RHYTHM_ITEMS);
});

it('what is not asked for has no turns and is never owed', () => {
  const items = rhythmItemsFrom(settingsAt('/a/', [{ path: '/a/', key: 'rhythm.filing', value: false }]));
  expect(turnsOf(2026, items).some(({ item }) => item === 'filing')).toBe(false);
  const open = openTurns([], day('2025-01-01'), day('2026-11-20'), items);
  expect(open.some(({ item }) => item === 'filing')).toBe(false);
  expect(open.some(({ item }) => item === 'openDay')).toBe(true);
});
