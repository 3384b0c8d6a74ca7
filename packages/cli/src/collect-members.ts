import { resolve } from 'node:path';
import {
  type Aggregation,
  type AggregationResult,
  aggregateReports,
  createAggregation,
  unitKey,
} from '@zhaoshi/domain/annual-report/aggregate';
import { formForYear } from '@zhaoshi/domain/annual-report/forms/registry';
import type { CellId, FormVersion } from '@zhaoshi/domain/annual-report/ids';
import type { AnnualReport } from '@zhaoshi/domain/annual-report/report';
import { compareOrgans } from '@zhaoshi/domain/annual-report/rules/identity';
import type { MemberReport } from '@zhaoshi/domain/annual-report/rules/rule';
import { CliError } from './cli-error.ts';
import { expandInputs, type Input, readListFile } from './inputs.ts';
import type { Io } from './io.ts';
import { loadReport } from './load-report.ts';
import { createProgress } from './progress.ts';

export interface MembersWanted {
  readonly year: number | undefined;
  readonly form: FormVersion | undefined;
  /** File with the names of the units that have to report. */
  readonly units: string | undefined;
  /** The parent's own report; it is no member, even if it lies in the same folder. */
  readonly against: string | undefined;
  /** What stands in the sum on the platform; its list is then the list. */
  readonly platform: PlatformMembers | undefined;
  /** Whether each cell is to be opened to its members. */
  readonly byUnit: boolean;
}

/** The units of a government's list, with the reports that they sent on the platform. */
export interface PlatformMembers {
  readonly listed: readonly string[];
  readonly counted: readonly { readonly unit: string; readonly report: AnnualReport }[];
}

/** A unit with every figure that it put into the sum; `null`: none in that cell. */
export interface Contribution {
  readonly unit: string;
  /** The file; `null`: on the platform. */
  readonly file: string | null;
  readonly figures: ReadonlyMap<CellId, number | null>;
}

/** A file that could not be counted, and why. */
export interface LeftOut {
  readonly file: string;
  readonly reason: string;
}

/** The sums of one run; `members` are kept only when a parent report is to be checked against them. */
export interface Collected {
  readonly inputs: readonly Input[];
  readonly year: number;
  readonly version: FormVersion;
  readonly result: AggregationResult;
  readonly members: readonly MemberReport[];
  readonly unlisted: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** In the order counted; empty unless cells are to be opened. */
  readonly contributions: readonly Contribution[];
}

/** A name of the list for the organ of a report: the same, or the only one that is a shorter or longer form of it. */
export function listedName(organ: string, listed: readonly string[]): string | undefined {
  const same = listed.find((name) => unitKey(name) === unitKey(organ));
  if (same !== undefined) return same;
  const forms = new Set([`${organ}人民政府`, organ.replace(/人民政府$/, '')].map(unitKey));
  const plain = listed.find((name) => forms.has(unitKey(name)));
  if (plain !== undefined) return plain;
  const near = listed.filter((name) => compareOrgans(name, organ) === 'short');
  return near.length === 1 ? near[0] : undefined;
}

/** Of files a unit is known by its name only: two of one name could not be told from a unit that is listed twice. */
function refuseSameNames(listed: readonly string[]): void {
  const twice = [...Map.groupBy(listed, unitKey).values()].flatMap(([first, second]) =>
    first === undefined || second === undefined ? [] : [`“${first}”`],
  );
  if (twice.length === 0) return;
  throw new CliError(
    `名单里${twice.join('、')}不止一次，没有汇总。是同一个单位的，请只留一行；是两个同名单位的，请在名单和文件里写成不同的名称。`,
  );
}

/** Reads the reports one after the other and adds them up; what cannot be counted is named with the reason. */
export async function collectMembers(
  files: readonly string[],
  wanted: MembersWanted,
  io: Io,
): Promise<Collected> {
  const others = new Set(
    [wanted.units, wanted.against].flatMap((path) => (path === undefined ? [] : resolve(io.cwd, path))),
  );
  const inputs = (await expandInputs(files, io)).filter(
    ({ path }) => path === undefined || !others.has(path),
  );
  const own = wanted.units === undefined ? [] : await readListFile(wanted.units, io);
  const listed = wanted.platform?.listed ?? own;
  refuseSameNames(listed);
  const sums = new MemberSums(wanted, listed);
  for (const { unit, report } of wanted.platform?.counted ?? []) sums.addFromPlatform(unit, report);
  const progress = createProgress(inputs.length, io);
  for (const input of inputs) {
    const read = await readMember(input, wanted.year, io);
    if (typeof read === 'string') sums.leaveOut(input, read);
    else sums.add(input, read);
    progress.step(input.label);
  }
  progress.clear();
  return { inputs, ...sums.result() };
}

/** The report, or why it cannot be read. A year given by the caller fills in for one the file does not tell. */
async function readMember(input: Input, year: number | undefined, io: Io): Promise<AnnualReport | string> {
  const loaded = await loadReport(input, {}, io);
  if ('error' in loaded) return loaded.error.message;
  const { report } = loaded.read;
  if (report.reportYear !== null || year === undefined) return report;
  const again = await loadReport(input, { year }, io);
  return 'error' in again ? again.error.message : again.read.report;
}

interface Sums {
  readonly year: number;
  readonly version: FormVersion;
  readonly aggregation: Aggregation;
}

class MemberSums {
  readonly #wanted: MembersWanted;
  readonly #listed: readonly string[];
  readonly #leftOut: LeftOut[] = [];
  readonly #members: MemberReport[] = [];
  /** Which file a unit was counted from, by its key; `null`: on the platform. */
  readonly #fileOf = new Map<string, string | null>();
  readonly #contributions: Contribution[] = [];
  readonly #unlisted: string[] = [];
  #sums: Sums | undefined;

  constructor(wanted: MembersWanted, listed: readonly string[]) {
    this.#wanted = wanted;
    this.#listed = listed;
    // With the platform the year is told, and a list of which nobody has reported is still a list.
    const { platform, year, form } = wanted;
    if (platform !== undefined && year !== undefined) this.#sums = startSums(year, form);
  }

  leaveOut({ label }: Input, reason: string): void {
    this.#leftOut.push({ file: label, reason });
  }

  add(input: Input, report: AnnualReport): void {
    // The first report that tells its year sets the year of the whole.
    const year = this.#sums?.year ?? this.#wanted.year ?? report.reportYear;
    if (year === null) return this.leaveOut(input, '没有识别出年度，未计入。可用 --year 指明。');
    if (report.reportYear !== year) {
      return this.leaveOut(
        input,
        `是${report.reportYear ?? '未识别'}年度的报告，汇总的是${year}年度，未计入。`,
      );
    }
    this.#sums ??= startSums(year, this.#wanted.form);
    const listed = report.organ === null ? undefined : listedName(report.organ, this.#listed);
    const unit = listed ?? report.organ ?? input.label;
    const counted = this.#fileOf.get(unitKey(unit));
    if (counted === null) {
      return this.leaveOut(
        input,
        `“${unit}”已在平台上报送，计入的是平台上的，没有重复计入这个文件。请核对两份是否一致，只留一份：把文件移出，或者在平台上退回更正。`,
      );
    }
    if (counted !== undefined)
      return this.leaveOut(
        input,
        `“${unit}”已按 ${counted} 计入，没有重复计入。如果是同名的另一个单位，请在文件和名单里把两个单位的名称写成不同的。`,
      );
    this.#fileOf.set(unitKey(unit), input.label);
    if (listed === undefined && this.#listed.length > 0) this.#unlisted.push(unit);
    this.#keep(this.#sums, { unit, report }, input.label);
  }

  /** What was sent on the platform comes before any file. */
  addFromPlatform(unit: string, report: AnnualReport): void {
    if (this.#sums === undefined) return;
    this.#fileOf.set(unitKey(unit), null);
    this.#keep(this.#sums, { unit, report }, null);
  }

  result(): Omit<Collected, 'inputs'> {
    const sums = this.#sums;
    if (sums === undefined) {
      const reasons = this.#leftOut.map(({ file, reason }) => `${file}：${reason}`);
      throw new CliError(['没有可以汇总的报告。', ...reasons].join('\n'));
    }
    for (const unit of this.#listed) {
      if (!this.#fileOf.has(unitKey(unit))) this.#keep(sums, { unit, report: null }, null);
    }
    const { year, version } = sums;
    const found = { members: this.#members, unlisted: this.#unlisted, leftOut: this.#leftOut };
    const contributions = this.#contributions;
    return { year, version, result: sums.aggregation.result(), ...found, contributions };
  }

  #keep({ aggregation, version }: Sums, member: MemberReport, file: string | null): void {
    aggregation.add(member);
    if (this.#wanted.against !== undefined) this.#members.push(member);
    if (!this.#wanted.byUnit || member.report === null) return;
    const { cells } = aggregateReports([member], { t2: version, t3: version, t4: version });
    const figures = new Map(cells.map(({ cell, value }) => [cell, value]));
    this.#contributions.push({ unit: member.unit, file, figures });
  }
}

function startSums(year: number, form: FormVersion | undefined): Sums {
  const version = form ?? formForYear(year)?.version;
  if (version === undefined) throw new CliError(`${year}年度没有统一格式，不能汇总。`);
  return { year, version, aggregation: createAggregation({ t2: version, t3: version, t4: version }) };
}
