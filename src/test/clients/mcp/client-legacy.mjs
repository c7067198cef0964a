// @modelcontextprotocol/client 2, which begins with initialize.
import { checkEra } from './client.mjs';

await checkEra('legacy', 'legacy');
