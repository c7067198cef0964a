// @modelcontextprotocol/client 2, which is pinned to 2026-07-28.
import { checkEra } from './client.mjs';

await checkEra({ pin: '2026-07-28' }, 'modern');
