import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between a program and the server and does something at each call before it passes it on. */
export async function betweenCalls(
  to: string,
  happens: (path: string) => Promise<void>,
): Promise<{ readonly address: string; readonly close: () => Promise<void> }> {
  const server = createServer((incoming, answer) => {
    const pass = async (): Promise<void> => {
      await happens(incoming.url ?? '');
      const { method, headers, url } = incoming;
      const onward = request(new URL(url ?? '', to), { method, headers }, (response) => {
        answer.writeHead(response.statusCode ?? 500, response.rawHeaders);
        response.pipe(answer);
      });
      incoming.pipe(onward);
    };
    pass().catch((error: unknown) => answer.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => {
        server.close(done);
      });
    },
  };
}
