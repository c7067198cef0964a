import jsforce from 'jsforce';
import { accessToken, url } from '../demo-org.mjs';

/** A connection as somebody makes it who has an access token. */
export const connect = (version = '62.0') =>
  new jsforce.Connection({ instanceUrl: url, accessToken, version });
