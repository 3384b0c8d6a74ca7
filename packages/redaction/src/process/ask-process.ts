import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { err, type Result } from '@zhaoshi/domain/kernel/result';
import { LIMITS } from '../limits.ts';
import type { RedactionError } from '../redaction-error.ts';
import type { Answers, Task } from './task.ts';

const ENTRY = fileURLToPath(new URL('./redaction-process.ts', import.meta.url));

/** It reads its own packages; it writes nothing, starts nothing and has no secrets of the server around it. */
const FLAGS = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-addons',
  '--allow-worker',
  '--no-warnings',
  `--max-old-space-size=${LIMITS.heapMegabytes}`,
];
/** Windows finds its own libraries by these. */
const ENVIRONMENT = ['SystemRoot', 'PATH'];

/** Two queues, so that an officer who turns pages does not wait for a long file of somebody else. */
const queues: Record<'redact' | 'view', Promise<unknown>> = {
  redact: Promise.resolve(),
  view: Promise.resolve(),
};

/**
 * Runs one task in a process of its own, bounded in time and memory: pictures and fonts are drawn by native code,
 * where a hostile file can take any amount of either, or bring the process down. One after the other in each queue.
 */
export function askProcess<Kind extends Task['kind']>(
  task: Extract<Task, { kind: Kind }>,
): Promise<Result<Answers[Kind], RedactionError>> {
  const queue = task.kind === 'redact' ? 'redact' : 'view';
  const answer = queues[queue].then(() =>
    answerOf<Answers[Kind]>(
      startProcess(),
      task,
      queue === 'redact' ? LIMITS.redactMilliseconds : LIMITS.viewMilliseconds,
    ),
  );
  queues[queue] = answer.catch(() => undefined);
  return answer;
}

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

function answerOf<Value>(
  child: ChildProcess,
  task: Task,
  milliseconds: number,
): Promise<Result<Value, RedactionError>> {
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => {
      resolve(tooComplex(`处理超过 ${milliseconds / 1000} 秒`));
      child.kill('SIGKILL');
    }, milliseconds);
    child.once('message', (answer: Result<Value, RedactionError>) => {
      resolve(answer);
      child.kill('SIGKILL');
    });
    child.once('error', (error) => {
      clearTimeout(clock);
      reject(error);
    });
    child.once('exit', () => {
      clearTimeout(clock);
      // After an answer this changes nothing. Without one: ended by its watch, or a fault of native code.
      resolve(tooComplex('某一页处理时间过长、占用内存过多或内容异常'));
    });
    // A process that is gone before it has its task is told of by `exit`.
    child.send(task, () => undefined);
  });
}

function tooComplex(reason: string): Result<never, RedactionError> {
  return err({
    code: 'too-complex',
    message: `文件过于复杂，${reason}，已停止，没有生成任何文件。请检查文件是否正常，或拆分后分别处理。`,
  });
}
