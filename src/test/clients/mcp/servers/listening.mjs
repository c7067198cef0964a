// Starts a handler of HTTP requests on a free port of this machine, and tells its URL in the first line of the output.
import { createServer } from 'node:http';

export const listen = (handler, path = '/mcp') => {
  const server = createServer((req, res) => {
    Promise.resolve(handler(req, res)).catch((error) => {
      console.error(error);
      if (!res.headersSent) res.writeHead(500);
      res.end();
    });
  });
  server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}${path}`));
  process.stdin.on('end', () => process.exit(0)).resume();
};

export const body = async (req) => {
  const chunks = [];
  for await (const chunk of req) chunks.push(chunk);
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString('utf8'));
};

export const text = (words) => ({ content: [{ type: 'text', text: words }] });
