import { OFFICIAL_YEARS } from '@zhaoshi/domain/calendar/official-years';
import { BeforeCalendarError, createCalendar } from '@zhaoshi/domain/calendar/working-calendar';
import { civilDateAt } from '@zhaoshi/domain/kernel/civil-date';
import { clockRulesFrom, milestoneRulesFrom } from '@zhaoshi/domain/setting/application-rules';
import { settingsAt } from '@zhaoshi/domain/setting/resolve';
import type { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { type ClockFile, readClockFile } from '../clock-file.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { type Io, write } from '../io.ts';
import { printSimulation } from '../print/simulation.ts';
import { type Simulation, simulateClock } from '../simulate-clock.ts';

interface SimulateOptions {
  readonly json?: boolean;
}

export function applicationSimulateCommand(command: Command, finish: (code: ExitCode) => void, io: Io): void {
  command
    .description('推算一件申请的各项期限：按事件逐项计算，列出每个日期怎样得出，指出法律不允许的一步')
    .argument('<文件>', '事件（JSON），写法见 docs/cli.md')
    .option('--json', '输出 JSON，供程序使用')
    .action(async (path: string, options: SimulateOptions) => {
      const simulation = simulate(await readClockFile(path, io));
      const text =
        options.json === true ? JSON.stringify(simulation, null, 2) : printSimulation(simulation, io.width);
      await write(io.stdout, `${text}\n`);
      finish(simulation.refused === null ? EXIT.clean : EXIT.findings);
    });
}

function simulate({ events, today, settings }: ClockFile): Simulation {
  const values = settingsAt('', settings);
  const rules = {
    calendar: createCalendar(OFFICIAL_YEARS),
    clockRules: clockRulesFrom(values),
    milestoneRules: milestoneRulesFrom(values),
  };
  try {
    return simulateClock(events, today ?? civilDateAt(new Date()), rules);
  } catch (error) {
    if (error instanceof BeforeCalendarError) throw new CliError(error.message);
    throw error;
  }
}
