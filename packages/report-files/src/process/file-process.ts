/** Entry of the process in which strangers' files are opened: takes one `Task` after the other, answers each with a `Result`. */
import { err } from '@zhaoshi/domain/kernel/result';
import type { Task } from './file-task.ts';
import { perform } from './perform.ts';

// On damaged files pdf.js rejects promises that nobody holds; their cause also reaches the promise we await.
process.on('unhandledRejection', () => undefined);
process.on('disconnect', () => process.exit());

const FAULT = err({
  code: 'damaged',
  message: '文件的内部结构有误，没有读取。请用 Word 或 WPS 打开后另存为 .docx 再试。',
});

process.on('message', (task: Task) => {
  perform(task).then(
    (answer) => process.send?.(answer),
    () => process.send?.(FAULT),
  );
});
