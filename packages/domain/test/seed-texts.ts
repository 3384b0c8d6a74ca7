/** Test-only: the prose of the five sample reports, split crudely, with the few figures that are not 0. */
import { readFileSync } from 'node:fs';
import { FORMS } from '../src/annual-report/forms/registry.ts';
import { type FormVersion, SECTION_IDS, type SectionId, TABLE_IDS } from '../src/annual-report/ids.ts';
import { inferOrganKind } from '../src/annual-report/organ-kind.ts';
import type { AnnualReport, CellValue, ReportSection } from '../src/annual-report/report.ts';

interface Seed {
  readonly organ: string;
  readonly reportYear: number;
  readonly form: FormVersion;
  /** Cells that are not 0; `null` is a blank. */
  readonly cells: Readonly<Record<string, number | null | Partial<CellValue>>>;
}

const SEEDS = {
  'duandian-2019': {
    organ: '段店乡人民政府',
    reportYear: 2019,
    form: '2019',
    cells: {
      't3.newlyReceived/naturalPerson': 1,
      't3.newlyReceived/total': 1,
      't3.carriedIn/total': null,
      't3.granted/naturalPerson': 1,
      't3.granted/total': 1,
      't3.resultTotal/naturalPerson': 1,
      't3.resultTotal/total': null,
      't3.carriedForward/total': null,
      't4.reconsideration/upheld': 1,
      't4.reconsideration/total': 1,
      't4.litigationAfterReconsideration/upheld': 1,
      't4.litigationAfterReconsideration/total': 1,
    },
  },
  'jindian-2021': { organ: '金殿镇人民政府', reportYear: 2021, form: '2021', cells: {} },
  'kengzaikou-2020': { organ: '坑仔口镇人民政府', reportYear: 2020, form: '2019', cells: {} },
  'qianwei-2020': { organ: '玉溪市江川区前卫镇人民政府', reportYear: 2020, form: '2019', cells: {} },
  'yilan-2020': {
    organ: '依兰镇人民政府',
    reportYear: 2020,
    form: '2019',
    cells: {
      't2.procurement/projects': 10,
      't2.procurement/amount': { value: 16.877, raw: '16.877万元', unit: '万元' },
    },
  },
} as const satisfies Readonly<Record<string, Seed>>;

export type SeedName = keyof typeof SEEDS;
export const SEED_NAMES = Object.keys(SEEDS) as SeedName[];

const HEADING =
  /^\s*[一二三四五六1-6]、\s*(?:总体情况|主动公开|收到和处理|政府信息公开行政复议|存在的|其他需要)/;

/** Table lines of these files hold tabs, or stand below a first tab until the next heading. */
function isProse(line: string): boolean {
  return line.trim() !== '' && !line.includes('\t');
}

/** Lines that begin in mid-sentence belong to the line before: page breaks of the source. */
function joinBroken(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      !/[。：；！]$/.test(last.trim()) &&
      !/^\s*(?:[（(]?[一二三四五六\d]|存在|改进)/.test(line)
    ) {
      joined[joined.length - 1] = last.trim() + line.trim();
    } else joined.push(line.trim());
  }
  return joined;
}

function sectionsOf(text: string): {
  preamble: string[];
  sections: Partial<Record<SectionId, ReportSection>>;
} {
  const blocks: { heading: string; lines: string[]; inTable: boolean }[] = [
    { heading: '', lines: [], inTable: false },
  ];
  for (const line of text.split('\n')) {
    const block = blocks.at(-1)!;
    if (HEADING.test(line) && blocks.length <= SECTION_IDS.length) {
      blocks.push({ heading: line.trim(), lines: [], inTable: false });
    } else if (line.includes('\t')) block.inTable = true;
    else if (isProse(line) && !block.inTable) block.lines.push(line.replace('[bookmark: _GoBack]', ''));
  }
  const [front, ...parts] = blocks;
  const sections = Object.fromEntries(
    parts.map(({ heading, lines }, index) => [
      SECTION_IDS[index]!,
      { heading, paragraphs: joinBroken(lines) },
    ]),
  );
  return { preamble: front!.lines.slice(1), sections };
}

/** The named sample report. */
export function seedReport(name: SeedName): AnnualReport {
  const seed: Seed = SEEDS[name];
  const text = readFileSync(
    new URL(`../../../acceptance/fixtures/seeds/${name}.txt`, import.meta.url),
    'utf8',
  );
  const zeros = TABLE_IDS.flatMap((table) =>
    FORMS[seed.form].tables[table].cells.map(({ id }) => [id, 0] as const),
  );
  const cells = [...zeros, ...Object.entries(seed.cells)].map(([id, value]): [string, CellValue] => {
    if (value === null) return [id, { state: 'blank', value: null, raw: '' }];
    if (typeof value === 'number') return [id, { state: 'value', value, raw: String(value) }];
    return [id, { state: 'value', value: null, raw: '', ...value }];
  });
  return {
    title: `${seed.organ}${seed.reportYear}年政府信息公开工作年度报告`,
    organ: seed.organ,
    organKind: inferOrganKind(seed.organ),
    reportYear: seed.reportYear,
    tableForms: { t2: seed.form, t3: seed.form, t4: seed.form },
    ...sectionsOf(text),
    signature: null,
    cells: Object.fromEntries(cells),
  };
}
