import { type Fen, type Tariff, yuanText } from './tariff.ts';

const amount = (fen: number): string => yuanText(fen as Fen).replace(/\.00$/, '');

/** A tariff as a notice states it, for example "第1至30页不收费；第31至100页，每页10元；…"; `unit` is 件 or 页. */
export function tariffWords({ bands, rising }: Tariff, unit: string): string {
  let from = 1;
  const words = bands.map(({ upTo, fen }) => {
    const range = upTo === null ? `第${from}${unit}起` : `第${from}至${upTo}${unit}`;
    from = (upTo ?? from) + 1;
    return fen === 0 ? `${range}不收费` : `${range}，每${unit}${amount(fen)}元`;
  });
  if (rising === null) return words.join('；');
  const { from: start, step, fen, rise } = rising;
  const last = `第${start}${unit}起，每${step}${unit}为一档，第一档每${unit}${amount(fen)}元，每增加一档提高${amount(rise)}元`;
  return [...words, last].join('；');
}
