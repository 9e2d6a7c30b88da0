/**
 * What `bench:attack --timing` asks, as processes of their own, so that neither the asking nor the index's work behind a page shows in a
 * page's time: `serve.ts index FOLDER PEOPLE`, then `serve.ts site FOLDER INDEX-URL`. Prints its address, ends on SIGTERM.
 */
import { join } from 'node:path';
import { openSite } from '../../../demo/site.ts';
import { openPgliteStore } from '../../../src/store/pglite.ts';
import { listen, openIndex } from '../../attack/target.ts';

const [role, folder = '', argument = ''] = process.argv.slice(2);
const { url, close } = role === 'index' ? await serveIndex() : await serveSite();
process.once('SIGTERM', () => void close().then(() => process.exit(0)));
console.log(url);

async function serveIndex() {
  const store = await openPgliteStore({ folder: join(folder, 'index') });
  const { url: address } = await openIndex(store, Number(argument), folder);
  return { url: address, close: () => store.close() };
}

async function serveSite() {
  const site = await openSite({ folder, indexUrl: () => argument, tell: () => undefined });
  const { url: address } = await listen(site.app.fetch);
  return { url: address, close: () => site.close() };
}
