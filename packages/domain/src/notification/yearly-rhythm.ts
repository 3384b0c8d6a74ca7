import {
  addDays,
  addMonths,
  type CivilDate,
  firstDayOf,
  lastDayOf,
  monthOf,
  yearOf,
} from '../kernel/civil-date.ts';

interface RhythmRow {
  readonly title: string;
  readonly basis: string;
  /** Local practice ([L]), not the law of the whole country: shown as 各地做法, so that an organ elsewhere passes it over. */
  readonly isLocal?: true;
  /** `year`: by its last day; `quarter`: by the last day of each. */
  readonly every: 'year' | 'quarter';
  /** So many days before its last day people are told for the first time: our own choice, no source names a number. */
  readonly warnDays: number;
  /** The kind of a work record, and the form of a meeting, that shows that it was done. */
  readonly shownBy?: { readonly kind: 'training' | 'meeting'; readonly form?: string };
}

/**
 * What comes round every year and no other register asks for (oversight.md §9). What has a register of its own is reminded
 * of there: annual reports, calendars, reviews of what was withheld, columns, villages.
 */
export const RHYTHM = {
  cleanUp: {
    title: '清理规章、规范性文件，公布结果',
    basis: '政府信息公开条例第二十条第一项；各地规范性文件管理规定',
    every: 'year',
    warnDays: 30,
  },
  ownSecrets: {
    title: '审核本机关产生的国家秘密，及时解密',
    basis: '保守国家秘密法第二十四条',
    every: 'year',
    warnDays: 30,
  },
  training: {
    title: '培训政府信息公开工作人员',
    basis: '政府信息公开条例第四十八条；各地每年至少一次',
    every: 'year',
    warnDays: 60,
    shownBy: { kind: 'training' },
  },
  assessment: {
    title: '考核政府信息公开工作',
    basis: '政府信息公开条例第四十六条',
    every: 'year',
    warnDays: 60,
  },
  socialEvaluation: {
    title: '社会评议政府信息公开工作',
    basis: '政府信息公开条例第四十六条',
    every: 'year',
    warnDays: 60,
  },
  leaderHears: {
    title: '主要负责人听取政务公开工作汇报',
    basis: '《关于全面推进政务公开工作的意见》：每年至少一次',
    isLocal: true,
    every: 'year',
    warnDays: 60,
    shownBy: { kind: 'meeting', form: '主要负责人听取汇报' },
  },
  openDay: {
    title: '举办政府开放日',
    basis: '各地政务公开考核办法：每年至少一次',
    isLocal: true,
    every: 'year',
    warnDays: 60,
    shownBy: { kind: 'meeting', form: '政府开放日' },
  },
  filing: {
    title: '汇总报送本季度的规范性文件备案情况',
    basis: '各地规范性文件备案规定：每季度',
    isLocal: true,
    every: 'quarter',
    warnDays: 10,
  },
} as const satisfies Readonly<Record<string, RhythmRow>>;

export type RhythmItem = keyof typeof RHYTHM;

export const RHYTHM_ITEMS = Object.keys(RHYTHM) as readonly RhythmItem[];

/** One turn of what comes round: a year, or a quarter of it. */
export interface RhythmTurn {
  readonly item: RhythmItem;
  readonly firstDay: CivilDate;
  /** Its last day, by which it is due; names the turn. */
  readonly dueOn: CivilDate;
  readonly warnsOn: CivilDate;
}

/** What shows that something was done. */
export interface RhythmProof {
  readonly item: RhythmItem;
  readonly on: CivilDate;
  /** The last day of the turn that it is of; `null`: of the one in which its day lies, for nobody said. */
  readonly ofTurn: CivilDate | null;
}

/** What a work record shows to have been done; `null`: nothing of this. */
export const shownItem = (kind: string, form: string): RhythmItem | null =>
  RHYTHM_ITEMS.find((item) => {
    const { shownBy }: RhythmRow = RHYTHM[item];
    return shownBy?.kind === kind && (shownBy.form === undefined || shownBy.form === form);
  }) ?? null;

const MONTHS_IN_QUARTER = 3;

const stretches = (every: RhythmRow['every'], year: number): readonly (readonly [CivilDate, CivilDate])[] =>
  every === 'year'
    ? [[firstDayOf(year), lastDayOf(year)]]
    : [0, 3, 6, 9].map((month) => {
        const first = addMonths(firstDayOf(year), month);
        return [first, addDays(addMonths(first, MONTHS_IN_QUARTER), -1)];
      });

/** All turns of a year, in the order of their last days; of the items that an organ is asked for. */
export const turnsOf = (year: number, items: readonly RhythmItem[] = RHYTHM_ITEMS): readonly RhythmTurn[] =>
  items
    .flatMap((item) => {
      const { every, warnDays } = RHYTHM[item];
      return stretches(every, year).map(([firstDay, dueOn]) => ({
        item,
        firstDay,
        dueOn,
        warnsOn: addDays(dueOn, -warnDays),
      }));
    })
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));

const QUARTERS = ['一', '二', '三', '四'] as const;

/** "2026年度", "2026年第三季度". */
export function turnWords({ item, dueOn }: Pick<RhythmTurn, 'item' | 'dueOn'>): string {
  const year = yearOf(dueOn);
  return RHYTHM[item].every === 'year'
    ? `${year}年度`
    : `${year}年第${QUARTERS[monthOf(dueOn) / MONTHS_IN_QUARTER - 1] ?? ''}季度`;
}

/** The turn of an item that ends on a day; `undefined`: none does. */
export const turnEndingOn = (item: RhythmItem, dueOn: CivilDate): RhythmTurn | undefined =>
  turnsOf(yearOf(dueOn)).find((turn) => turn.item === item && turn.dueOn === dueOn);

const liesIn = ({ firstDay, dueOn }: RhythmTurn, on: CivilDate): boolean => firstDay <= on && on <= dueOn;

/**
 * What shows that a turn was done. What a register has of a day that was said to be of another turn is of that one, so
 * that a training made up for in January is not counted for the new year as well.
 */
export function proofsOf<P extends RhythmProof>(turn: RhythmTurn, proofs: readonly P[]): readonly P[] {
  const ofItem = proofs.filter(({ item }) => item === turn.item);
  const isOfAnother = (on: CivilDate): boolean =>
    ofItem.some((said) => said.on === on && said.ofTurn !== null && said.ofTurn !== turn.dueOn);
  return ofItem.filter(({ on, ofTurn }) =>
    ofTurn === null ? liesIn(turn, on) && !isOfAnother(on) : ofTurn === turn.dueOn,
  );
}

/** Whether something shows that a turn was done. */
export const isDone = (turn: RhythmTurn, proofs: readonly RhythmProof[]): boolean =>
  proofsOf(turn, proofs).length > 0;

/**
 * The turns of this year and the last that are not done. Who has begun in a year owes nothing of the years before.
 *
 * @param begunOn the first day of which the organ has kept anything
 */
export function openTurns(
  proofs: readonly RhythmProof[],
  begunOn: CivilDate,
  today: CivilDate,
  items: readonly RhythmItem[] = RHYTHM_ITEMS,
): readonly RhythmTurn[] {
  const year = yearOf(today);
  return [...turnsOf(year - 1, items), ...turnsOf(year, items)].filter(
    (turn) => turn.dueOn >= begunOn && !isDone(turn, proofs),
  );
}

/**
 * The turn that something is of when nobody says which: the oldest that is open and had begun on its day; where none is,
 * the one in which the day lies.
 */
export const usualTurn = (
  item: RhythmItem,
  on: CivilDate,
  open: readonly RhythmTurn[],
): RhythmTurn | undefined =>
  open.find((turn) => turn.item === item && turn.firstDay <= on) ??
  turnsOf(yearOf(on)).find((turn) => turn.item === item && liesIn(turn, on));
