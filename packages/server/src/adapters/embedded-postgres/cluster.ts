import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { chown, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { StartError } from '../../start-error.ts';
import { freePort } from '../free-port.ts';
import { type Binaries, usableBinaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import { renameDurably } from './durable.ts';
import { LC_CTYPE, LOCALE_ARGUMENTS } from './locale.ts';

const HOST = '127.0.0.1';
const OWNER = 'zhaoshi_owner';
export const DATABASE = 'zhaoshi';

/** A running database of a data folder. */
export interface Cluster {
  readonly host: string;
  readonly port: number;
  readonly owner: { readonly user: string; readonly password: string };
  /** Resolves when the process ends, for whatever reason. */
  readonly ended: Promise<unknown>;
  /** Ends it cleanly; a cluster that was found running and only joined is left alone. */
  readonly stop: () => Promise<void>;
}

const clusterFolder = (folder: DataFolder): string => join(folder.path, 'postgres');

const identity = ({ account }: DataFolder): { uid?: number; gid?: number } => account ?? {};

/** Runs to the end; what it wrote is in the message when it fails. */
async function run(command: string, args: readonly string[], folder: DataFolder): Promise<void> {
  const child = spawn(command, args, {
    ...identity(folder),
    cwd: folder.path,
    env: { LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new StartError(`数据库没有建成：${said.trim()}`);
}

const UNFINISHED = 'postgres.new';

/**
 * Built beside its place and moved there whole, so that a killed first start leaves nothing half made. Under a name
 * of its own: the `initdb` of a killed start may still be writing.
 */
async function initialise(folder: DataFolder, { initdb }: Binaries): Promise<void> {
  for (const name of await readdir(folder.path)) {
    if (name.startsWith(UNFINISHED)) {
      await rm(join(folder.path, name), { recursive: true, force: true, maxRetries: 10 });
    }
  }
  const unfinished = join(folder.path, `${UNFINISHED}-${randomUUID()}`);
  const passwordFile = `${unfinished}.password`;
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, folder.passwords.owner, { mode: 0o600 });
  if (folder.account !== null) {
    await chown(unfinished, folder.account.uid, folder.account.gid);
    await chown(passwordFile, folder.account.uid, folder.account.gid);
  }
  try {
    await run(
      initdb,
      [
        `--pgdata=${unfinished}`,
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        ...LOCALE_ARGUMENTS,
        '--data-checksums',
      ],
      folder,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await renameDurably(unfinished, clusterFolder(folder));
}

/** Process and port of the database that serves the folder now, by PostgreSQL's own pid file. */
function running(folder: DataFolder): { readonly pid: number; readonly port: number } | null {
  const file = join(clusterFolder(folder), 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  if (!pid || !port) return null;
  try {
    process.kill(pid, 0);
    // After a crash of the machine the number may belong to another program by now, even to another PostgreSQL. On
    // Linux the folder it stands in tells; one that may not be looked at is somebody else's.
    const stands = `/proc/${pid}/cwd`;
    const isOurs =
      process.platform !== 'linux' || realpathSync(stands) === realpathSync(clusterFolder(folder));
    return isOurs ? { pid, port } : null;
  } catch {
    return null;
  }
}

const STOP_SECONDS = 30;

/** Fast shutdown: open transactions are rolled back, everything is written, the process ends. */
async function stopProcess(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < STOP_SECONDS * 20; waited += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(50);
  }
  throw new StartError(`数据库在 ${STOP_SECONDS} 秒内没有停下（进程 ${pid}）。`);
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new Client({ host: HOST, port, user: OWNER, password, database: 'postgres' });
  client.on('error', () => {});
  try {
    await client.connect();
    // Folders of version 0.1 say C here. No index depends on it: sorting is the built-in provider's.
    await client.query("update pg_database set datctype = $1 where datctype = 'C'", [LC_CTYPE]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
    // The server's and the portal's roles have nothing to look for elsewhere.
    await client.query('revoke connect on database postgres, template1 from public');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function lastWords(logFile: string): Promise<string> {
  return (await readFile(logFile, 'utf8')).trim().split('\n').slice(-5).join('\n');
}

const START_SECONDS = 60;

async function untilAnswering(
  child: ChildProcess,
  port: number,
  folder: DataFolder,
  logFile: string,
): Promise<void> {
  for (let waited = 0; waited < START_SECONDS * 20; waited += 1) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new StartError(`数据库没有启动，最后的记录：\n${await lastWords(logFile)}`);
    }
    if (await answers(port, folder.passwords.owner)) return;
    await sleep(50);
  }
  child.kill('SIGQUIT');
  throw new StartError(`数据库在 ${START_SECONDS} 秒内没有应答，最后的记录：\n${await lastWords(logFile)}`);
}

function spawnPostgres(folder: DataFolder, { postgres }: Binaries, port: number, logFile: string) {
  const log = openSync(logFile, 'w', 0o600);
  const settings = {
    listen_addresses: HOST,
    port: String(port),
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: '64MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    // The details of an error are whole rows, with people's data, and its statement may set a password.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  };
  const child = spawn(
    postgres,
    [
      '-D',
      clusterFolder(folder),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...identity(folder),
      cwd: folder.path,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      // Its own group: Ctrl-C goes to the server, which stops the database when its own work is done.
      detached: true,
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  return child;
}

/** What PostgreSQL says while workers of a killed database are still ending, or when another program took the port. */
const PASSING = /pre-existing shared memory block|could not bind|Address already in use/;
const ATTEMPTS = 20;

async function startPostgres(
  folder: DataFolder,
  binaries: Binaries,
): Promise<{ readonly child: ChildProcess; readonly port: number }> {
  const logFile = join(folder.path, 'postgres.log');
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = spawnPostgres(folder, binaries, port, logFile);
    try {
      await untilAnswering(child, port, folder, logFile);
      return { child, port };
    } catch (error) {
      if (attempt === ATTEMPTS || !(error instanceof StartError) || !PASSING.test(error.message)) throw error;
      await sleep(500);
    }
  }
}

/** Starts the database of a data folder, making it on first use; one left by a killed server is stopped before. */
export async function startCluster(folder: DataFolder): Promise<Cluster> {
  const binaries = await usableBinaries(folder.path, folder.account);
  if (!existsSync(clusterFolder(folder))) await initialise(folder, binaries);
  const orphan = running(folder);
  if (orphan === null) await rm(join(clusterFolder(folder), 'postmaster.pid'), { force: true });
  else await stopProcess(orphan.pid);
  const { child, port } = await startPostgres(folder, binaries);
  const ended = once(child, 'exit');
  return {
    host: HOST,
    port,
    owner: { user: OWNER, password: folder.passwords.owner },
    ended,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      await ended;
    },
  };
}

/** For commands beside a server: joins the database that runs, or starts it for as long as the command lasts. */
export async function joinCluster(folder: DataFolder): Promise<Cluster> {
  const found = running(folder);
  if (found === null || !(await answers(found.port, folder.passwords.owner))) {
    return await startCluster(folder);
  }
  return {
    host: HOST,
    port: found.port,
    owner: { user: OWNER, password: folder.passwords.owner },
    ended: new Promise(() => {}),
    stop: () => Promise.resolve(),
  };
}
