import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { err, type Result } from '@zhaoshi/domain/kernel/result';
import type { ReadError } from '../read-error.ts';
import type { Answers, Task } from './file-task.ts';

const ENTRY = fileURLToPath(new URL('./file-process.ts', import.meta.url));

const HEAP_MEGABYTES = 1024;
/** It reads its own packages; it writes nothing, starts nothing and has no secrets of the server around it. */
const FLAGS = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-worker',
  '--no-warnings',
  `--max-old-space-size=${HEAP_MEGABYTES}`,
];
/** Windows finds its own libraries by these. */
const ENVIRONMENT = ['SystemRoot', 'PATH'];

/** Readers give up by themselves after a few seconds; one that does not is ended. */
const LONGEST_MILLISECONDS = 30_000;
/** A process without work is not kept. */
const IDLE_MILLISECONDS = 20_000;
/** After so many files the next one gets a new process: nothing adds up. */
const MOST_FILES = 500;

/** Opens strangers' files in processes of their own, which can be ended at any time without harm to this one. */
export interface FileProcesses {
  readonly ask: <Kind extends Task['kind']>(
    task: Extract<Task, { kind: Kind }>,
  ) => Promise<Result<Answers[Kind], ReadError>>;
  /** Ends what is there; what is being read counts as not readable. */
  readonly close: () => void;
}

const TOO_COMPLEX = err<ReadError>({
  code: 'too-complex',
  message: '文件处理时间过长、占用内存过多或者内容异常，已停止读取。请检查文件是否正常，或者拆分后再试。',
});

function startProcess(): ChildProcess {
  const kept = ENVIRONMENT.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return fork(ENTRY, [], {
    execArgv: FLAGS,
    env: Object.fromEntries(kept),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** One process at a time, files one after the other. */
class Lane {
  waiting = 0;
  private child: ChildProcess | undefined;
  private files = 0;
  private queue: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | undefined;

  ask<Value>(task: Task): Promise<Result<Value, ReadError>> {
    this.waiting += 1;
    const answer = this.after(this.queue, task) as Promise<Result<Value, ReadError>>;
    this.queue = answer.catch(() => undefined);
    return answer;
  }

  private async after(before: Promise<unknown>, task: Task): Promise<Result<unknown, ReadError>> {
    await before;
    try {
      return await this.answer(task);
    } finally {
      this.waiting -= 1;
    }
  }

  end(): void {
    clearTimeout(this.idle);
    this.child?.kill('SIGKILL');
    this.child = undefined;
    this.files = 0;
  }

  private ready(): ChildProcess {
    clearTimeout(this.idle);
    if (this.files >= MOST_FILES || this.child?.connected === false) this.end();
    this.child ??= startProcess();
    this.files += 1;
    this.child.ref();
    this.child.channel?.ref();
    return this.child;
  }

  /** Neither the process nor its clock keeps this program running. */
  private rest(child: ChildProcess): void {
    child.removeAllListeners();
    child.on('error', () => undefined);
    child.unref();
    child.channel?.unref();
    this.idle = setTimeout(() => this.end(), IDLE_MILLISECONDS).unref();
  }

  private answer(task: Task): Promise<Result<unknown, ReadError>> {
    const child = this.ready();
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        clearTimeout(clock);
        if (this.child === child) this.end();
        else child.kill('SIGKILL');
        resolve(TOO_COMPLEX);
      };
      const clock = setTimeout(giveUp, LONGEST_MILLISECONDS);
      child.once('message', (answer: Result<unknown, ReadError>) => {
        clearTimeout(clock);
        this.rest(child);
        resolve(answer);
      });
      child.once('error', (error) => {
        clearTimeout(clock);
        this.end();
        reject(error);
      });
      // Without an answer: out of memory, ended from outside, or a fault.
      child.once('exit', giveUp);
      // A process that is gone before it has its task is told of by `exit`.
      child.send(task, () => undefined);
    });
  }
}

/** @param atOnce how many files are read at the same time, each in a process of its own */
export function openFileProcesses(atOnce: number): FileProcesses {
  const lanes = Array.from({ length: Math.max(1, atOnce) }, () => new Lane());
  const [first = new Lane()] = lanes;
  return {
    ask: (task) => {
      const free = lanes.reduce((best, lane) => (lane.waiting < best.waiting ? lane : best), first);
      return free.ask(task);
    },
    close: () => {
      for (const lane of lanes) lane.end();
    },
  };
}
