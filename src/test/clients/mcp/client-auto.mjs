// @modelcontextprotocol/client 2, which finds the era out.
import { checkEra } from './client.mjs';

await checkEra('auto', 'modern');
