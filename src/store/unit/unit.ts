/** All verbs of one transaction, put together from one file per table group. */
import type { Connection } from '../driver.ts';
import type { StoreUnit } from '../store.ts';
import { budgetVerbs } from './budgets.ts';
import { auditVerbs } from './audit.ts';
import { dataSubjectVerbs } from './data-subjects.ts';
import { eventVerbs } from './events.ts';
import { customerVerbs } from './customers.ts';
import { historyVerbs } from './history.ts';
import { loadingVerbs } from './loading.ts';
import { matchKeyVerbs } from './match-keys.ts';
import { resolutionVerbs } from './resolutions.ts';
import { searchVerbs } from './search.ts';
import { rekeyingVerbs } from './rekeying.ts';
import { keepSetting, putSetting } from './settings.ts';
import { reviewVerbs } from './review.ts';
import { submissionVerbs } from './submissions.ts';

/** The verbs over one open transaction; of no use once that has ended. */
export function createUnit(connection: Connection): StoreUnit {
  return {
    ...resolutionVerbs(connection),
    ...customerVerbs(connection),
    ...historyVerbs(connection),
    ...reviewVerbs(connection),
    ...auditVerbs(connection),
    ...matchKeyVerbs(connection),
    ...submissionVerbs(connection),
    ...searchVerbs(connection),
    ...budgetVerbs(connection),
    ...loadingVerbs(connection),
    ...dataSubjectVerbs(connection),
    ...eventVerbs(connection),
    ...rekeyingVerbs(connection),
    keepSetting: (name, value) => keepSetting(connection, name, value),
    putSetting: (name, value) => putSetting(connection, name, value),
  };
}
