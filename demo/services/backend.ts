/**
 * The backend of one service: its own folder, credentials and case store. Each would be its own system in a real council;
 * here they share a process, and nothing else.
 */
import path from 'node:path';
import { resolveSubmission } from '../../src/host/index.ts';
import { openCaseStore, type CaseStore } from '../cases/case-store.ts';
import { createSettler, type Settler } from '../cases/settler.ts';
import { folderOfService, secretOfService } from './credentials.ts';
import { elementName, type CouncilService } from './service.ts';

export interface Backend {
  readonly service: CouncilService;
  readonly secret: string;
  readonly cases: CaseStore;
  readonly settler: Settler;
  readonly close: () => Promise<void>;
}

export interface BackendOptions {
  /** Folder of all services; each has its own in it. */
  readonly folder: string;
  /** The index's address now; undefined while it is down. */
  readonly indexUrl: () => string | undefined;
  readonly tell: (sentence: string) => void;
}

/** Nothing listens there: while the index is down its port is unknown, and a submission is deferred like any other. */
const nowhere = 'http://127.0.0.1:1';

export async function openBackend(service: CouncilService, options: BackendOptions): Promise<Backend> {
  const secret = await secretOfService(options.folder, service);
  const cases = await openCaseStore({
    file: path.join(folderOfService(options.folder, service), 'cases.jsonl'),
    prefix: service.casePrefix,
    elementName,
  });
  const settler = createSettler({
    cases,
    tell: options.tell,
    // Asked anew each time rather than by the `retry` of a deferred outcome: the index may come back under another port,
    // and after a restart there is no `retry`. The case number makes both the same submission.
    submit: (caseReference, entries) =>
      resolveSubmission(entries, {
        index: options.indexUrl() ?? nowhere,
        service: service.id,
        secret,
        caseReference,
        elementName,
      }),
  });
  for (const { caseNumber, result } of cases.list()) if (!result) settler.begin(caseNumber);
  const close = async () => {
    await settler.stop();
    await cases.close();
  };
  return { service, secret, cases, settler, close };
}
