import { type FileProcesses, openFileProcesses } from '@zhaoshi/report-files/process/file-processes';

/** For the scans that wait in the queue. */
export const SCANNERS: FileProcesses = openFileProcesses(1);

/** For people who wait for their file: not behind the queue of scans. */
export const READERS: FileProcesses = openFileProcesses(1);
