import type { ClockEvent, ConsultationKind } from '@zhaoshi/domain/application/clock/clock-event';
import { type CivilDate, parseCivilDate } from '@zhaoshi/domain/kernel/civil-date';
import { APPLICATION_SETTINGS } from '@zhaoshi/domain/setting/application-settings';
import { isSettingKey, SETTINGS } from '@zhaoshi/domain/setting/catalogue';
import { type ChosenSetting, settingsAt } from '@zhaoshi/domain/setting/resolve';
import { CliError } from './cli-error.ts';
import { readJsonFile } from './inputs.ts';
import type { Io } from './io.ts';

/** What a file for `application simulate` says. */
export interface ClockFile {
  readonly events: readonly ClockEvent[];
  readonly today: CivilDate | undefined;
  readonly settings: readonly ChosenSetting[];
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The account of every event replays all before it. */
const MOST_EVENTS = 200;
/** Days are walked one by one, and no calendar reaches further. */
const LAST_DAY = '2100-12-31';

/** Complaints about one place of the file are thrown with that place. */
class Place {
  readonly #where: string;
  readonly #fields: Fields;

  constructor(where: string, fields: Fields) {
    this.#where = where;
    this.#fields = fields;
  }

  fail(words: string): never {
    throw new CliError(`${this.#where}${words}`);
  }

  date(name: string): CivilDate {
    const value = this.#fields[name];
    const date = typeof value === 'string' ? parseCivilDate(value) : undefined;
    if (date === undefined) return this.fail(`的 ${name} 应为“年-月-日”，例如 2026-03-02。`);
    return date > LAST_DAY ? this.fail(`的 ${name} 不能晚于 ${LAST_DAY}。`) : date;
  }

  text(name: string): string {
    const value = this.#fields[name];
    return typeof value === 'string' && value.trim() !== '' ? value : this.fail(`缺少 ${name}。`);
  }

  /** One of a few words. */
  word<T extends string>(name: string, words: readonly T[]): T {
    const found = words.find((word) => word === this.#fields[name]);
    return found ?? this.fail(`的 ${name} 应为 ${words.join('、')} 之一。`);
  }

  /** Whether a number is allowed by the law is told by the clock. */
  number(name: string, otherwise?: number): number {
    const value = this.#fields[name] ?? otherwise;
    return typeof value === 'number' ? value : this.fail(`的 ${name} 应为数字。`);
  }
}

const CONSULTATIONS: readonly ConsultationKind[] = [
  'thirdPartyConsultation',
  'coMakerConsultation',
  'organConsultation',
];

type Reader = (place: Place, on: CivilDate, correctionDays: number) => ClockEvent;

const READERS: Readonly<Record<ClockEvent['type'], Reader>> = {
  received: (_, on) => ({ type: 'received', on }),
  correctionNoticed: (_, on) => ({ type: 'correctionNoticed', on }),
  correctionNoticeDelivered: (place, on, correctionDays) => ({
    type: 'correctionNoticeDelivered',
    on,
    days: place.number('days', correctionDays),
  }),
  corrected: (_, on) => ({ type: 'corrected', on }),
  correctionLapsed: (_, on) => ({ type: 'correctionLapsed', on }),
  consultationSent: (place, on) => ({
    type: 'consultationSent',
    on,
    consultationId: place.text('consultationId'),
    kind: place.word('kind', CONSULTATIONS),
  }),
  consultationReceived: (place, on) => ({
    type: 'consultationReceived',
    on,
    consultationId: place.text('consultationId'),
  }),
  consultationEnded: (place, on) => ({
    type: 'consultationEnded',
    on,
    consultationId: place.text('consultationId'),
    how: place.word('how', ['opinion', 'lapse']),
  }),
  reasonsRequested: (_, on) => ({ type: 'reasonsRequested', on }),
  reasonsGiven: (_, on) => ({ type: 'reasonsGiven', on }),
  extended: (place, on) => ({ type: 'extended', on, days: place.number('days') }),
  deferred: (place, on) => ({ type: 'deferred', on, dueOn: place.date('dueOn') }),
  feeNoticed: (_, on) => ({ type: 'feeNoticed', on }),
  feeNoticeDelivered: (_, on) => ({ type: 'feeNoticeDelivered', on }),
  feePaid: (_, on) => ({ type: 'feePaid', on }),
  feeLapsed: (_, on) => ({ type: 'feeLapsed', on }),
  replied: (_, on) => ({ type: 'replied', on }),
  withdrawn: (_, on) => ({ type: 'withdrawn', on }),
};

const isEventType = (type: unknown): type is ClockEvent['type'] =>
  typeof type === 'string' && Object.hasOwn(READERS, type);

function readEvent(value: unknown, index: number, correctionDays: number): ClockEvent {
  const where = `第${index + 1}项`;
  if (!isFields(value)) throw new CliError(`${where}应为一个 JSON 对象。`);
  const { type } = value;
  if (!isEventType(type)) {
    throw new CliError(`${where}的 type 应为以下之一：${Object.keys(READERS).join('、')}。`);
  }
  const place = new Place(where, value);
  return READERS[type](place, place.date('on'), correctionDays);
}

function readChoice(key: string, value: unknown): ChosenSetting {
  if (!isSettingKey(key) || !Object.hasOwn(APPLICATION_SETTINGS, key)) {
    throw new CliError(`没有这项设置：${key}（可用：${Object.keys(APPLICATION_SETTINGS).join('、')}）。`);
  }
  const parsed = SETTINGS[key].parse(value);
  if (!parsed.ok) throw new CliError(`设置 ${key}（${SETTINGS[key].title}）的值不对：${parsed.error}。`);
  return { path: '', key, value: parsed.value };
}

/** Reads and checks the file; whether the law lets its events happen is another question. */
export async function readClockFile(path: string, io: Io): Promise<ClockFile> {
  const given = await readJsonFile(path, io);
  if (!isFields(given) || !Array.isArray(given['events'])) {
    throw new CliError(`文件应为 JSON 对象，其中 events 为事件的列表：${path}`);
  }
  const { events, settings = {} } = given;
  if (!Array.isArray(events) || events.length === 0 || events.length > MOST_EVENTS) {
    throw new CliError(`events 应有 1 至 ${MOST_EVENTS} 项：${path}`);
  }
  if (!isFields(settings)) throw new CliError(`settings 应为 JSON 对象：${path}`);
  const choices = Object.entries(settings).map(([key, value]) => readChoice(key, value));
  const correctionDays = settingsAt('', choices)('application.correctionDays');
  return {
    events: events.map((event: unknown, index) => readEvent(event, index, correctionDays)),
    today: given['today'] === undefined ? undefined : new Place('文件', given).date('today'),
    settings: choices,
  };
}
