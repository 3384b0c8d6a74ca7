import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** Answers everything with the page in the file named first, at the port named second. */

const [file = '', port] = process.argv.slice(2);
const { list, body }: { readonly list: string[]; readonly body: string } = JSON.parse(
  readFileSync(file, 'utf8'),
);
createServer((_request, response) => {
  list[list.length - 1] = randomUUID();
  response.writeHead(200, list).end(body, 'latin1');
}).listen(Number(port), '127.0.0.1');
