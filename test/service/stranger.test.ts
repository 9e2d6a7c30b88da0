/**
 * A stranger's client: the OpenAPI document as other people's tools see it. A linter finds nothing wrong, and a client that is generated
 * from it, in a folder that is thrown away, is type-checked and drives a resolve and a submission.
 */
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from '@hono/node-server';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import openapiTypes, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/service/app.ts';
import { openApiDocument } from '../../src/service/openapi.ts';
import { engines, type TestDatabase } from '../store/engines.ts';
import { createTestIndex, entriesOf, permitsOrigin, personOf, secrets } from './test-index.ts';

const text = JSON.stringify(openApiDocument(routes));

describe('The OpenAPI document', () => {
  it('passes Redocly’s strict recommendations', async () => {
    const config = await createConfig({ extends: ['recommended-strict'] });
    const problems = await lintFromString({ source: text, absoluteRef: '/openapi.json', config });
    expect(problems.map(({ ruleId, message }) => [ruleId, message])).toEqual([]);
  });

  it('would not pass with a path parameter that nobody describes', async () => {
    const config = await createConfig({ extends: ['recommended-strict'] });
    const source = text.replaceAll('"name":"customerId"', '"name":"customerID"');
    const problems = await lintFromString({ source, absoluteRef: '/openapi.json', config });
    expect(problems.map(({ ruleId }) => ruleId)).toContain('path-parameters-defined');
  });
});

/** What a stranger writes who has the document and nothing else. */
const program = `
import createClient from 'openapi-fetch';
import type { paths } from './client.ts';

export async function drive(baseUrl: string, origin: string, authorization: string, identity: NonNullable<paths['/v1/resolutions']['post']['requestBody']>['content']['application/json']['identity'], fields: Record<string, string>) {
  const client = createClient<paths>({ baseUrl });
  const resolved = await client.POST('/v1/resolutions', {
    body: { service: 'permits', profile: 'gb', standardVersion: '1.1', identity },
    headers: { origin },
  });
  const submitted = await client.POST('/v1/submissions', {
    body: { caseReference: 'S-1', reference: resolved.data?.reference ?? '', fields },
    headers: { authorization },
  });
  const refused = await client.POST('/v1/submissions', { body: { caseReference: 'S-2', fields: {} }, headers: { authorization } });
  return { reference: resolved.data?.reference, outcome: submitted.data?.outcome, customerId: submitted.data?.customerId, refusal: refused.error?.type };
}
`;

describe('A generated client', () => {
  let folder: string;
  let database: TestDatabase;
  let server: Server;
  let url = '';
  beforeAll(async () => {
    const [engine] = engines;
    if (engine === undefined) throw new Error('No engine');
    database = await engine.open();
    const { app } = createTestIndex(database.store);
    await new Promise<void>((resolve) => {
      const listening = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
        url = `http://127.0.0.1:${port}`;
        resolve();
      });
      if (!('closeAllConnections' in listening)) throw new TypeError('HTTP/1.1 was expected');
      server = listening;
    });
    folder = mkdtempSync(join(tmpdir(), 'stranger-'));
    symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'client.ts'), astToString(await openapiTypes(text)));
  }, 300_000);
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await database.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const mistakesIn = (source: string) => {
    const file = join(folder, 'drive.ts');
    writeFileSync(file, source);
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
      types: [],
    };
    return ts
      .getPreEmitDiagnostics(ts.createProgram([file], options))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  };

  it('is typed so that a misspelt member does not compile', () => {
    expect(mistakesIn(program)).toEqual([]);
    expect(mistakesIn(program.replace("caseReference: 'S-1'", "caseRef: 'S-1'"))).not.toEqual([]);
  }, 300_000);

  it('resolves and submits', async () => {
    const file = join(folder, 'drive.mjs');
    const { outputText } = ts.transpileModule(program, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    writeFileSync(file, outputText);
    expect(readFileSync(file, 'utf8')).not.toContain('client.ts');
    const { drive } = (await import(pathToFileURL(file).href)) as { drive: (...given: readonly unknown[]) => Promise<unknown> };
    const authorization = `Basic ${Buffer.from(`permits:${secrets.permits}`).toString('base64')}`;
    expect(await drive(url, permitsOrigin, authorization, personOf(1), entriesOf(1))).toEqual({
      reference: expect.stringMatching(/^[\w-]{32}$/) as unknown,
      outcome: 'new',
      customerId: expect.stringMatching(/^TST-/) as unknown,
      refusal: 'urn:citizen-id:problem:submission-invalid',
    });
  });
});
