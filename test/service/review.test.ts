/** Doubts and what follows: the queue, decisions, merges, splits, taking back; and that matching keeps to what people ruled. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  caseOwnerSchema,
  changeViewSchema,
  customerHistorySchema,
  reviewDecisionAnswerSchema,
  reviewLabelListSchema,
  reviewTaskListSchema,
  reviewTaskSchema,
} from '../../src/protocol/review-schemas.ts';
import { customerViewSchema } from '../../src/protocol/schemas.ts';
import { engines, type TestDatabase } from '../store/engines.ts';
import {
  createTestIndex,
  credentialsOf,
  entriesOf,
  jsonOf,
  personOf,
  post,
  reviewerHeaders,
  type TestIndex,
} from './test-index.ts';

const clerk = reviewerHeaders('clerk-1');
const colleague = reviewerHeaders('clerk-2');
const isFor = (bits: number) => bits > 0;

describe.each(engines)('Doubts on $name', ({ open }) => {
  let database: TestDatabase;
  let index: TestIndex;
  /** Takes everybody for somebody new. */
  let blind: TestIndex;
  let person = 0;
  beforeAll(async () => {
    database = await open();
    index = createTestIndex(database.store);
    blind = createTestIndex(database.store, { decide: () => ({ outcome: 'new', grade: 'certainly-not', ranked: [] }) });
  }, 300_000);
  afterAll(() => database.remove());

  const get = (path: string, headers: Readonly<Record<string, string>> = clerk) => index.app.request(path, { headers });
  const send = (path: string, body: unknown, headers: Readonly<Record<string, string>> = clerk) =>
    index.app.request(path, post(body, headers));
  const submit = async (caseReference: string, of = person, by: TestIndex = index): Promise<string> => {
    const body = { caseReference, fields: entriesOf(of) };
    const answer = await jsonOf(await by.app.request('/v1/submissions', post(body, credentialsOf('permits'))));
    return String(answer['customerId']);
  };
  const tasks = async () => reviewTaskListSchema.parse(await (await get('/v1/review-tasks?limit=200')).json());
  const read = async (taskId: string) => reviewTaskSchema.parse(await (await get(`/v1/review-tasks/${taskId}`)).json());
  const decide = (taskId: string, body: object, headers: Readonly<Record<string, string>> = clerk) =>
    send(`/v1/review-tasks/${taskId}/decisions`, body, headers);
  const history = async (customerId: string) =>
    customerHistorySchema.parse(await (await get(`/v1/customers/${customerId}/history`)).json());
  const view = async (customerId: string) => customerViewSchema.parse(await (await get(`/v1/customers/${customerId}`)).json());
  const kindOf = async (response: Response) => String((await jsonOf(response))['type']).replace('urn:citizen-id:problem:', '');

  /** A person whom the index holds twice, and a case that may be either's. */
  const doubt = async () => {
    person += 1;
    const [one, two] = [await submit(`one-${person}`, person, blind), await submit(`two-${person}`, person, blind)];
    index.advance(1_000);
    const provisional = await submit(`doubt-${person}`);
    const task = (await tasks()).tasks.find(({ customerId }) => customerId === provisional);
    return { one, two, provisional, taskId: task?.taskId ?? '', version: task?.version ?? 0 };
  };

  it('are listed page by page, oldest first, with how many there are', async () => {
    for (let made = 0; made < 3; made += 1) await doubt();
    const all = await tasks();
    const first = reviewTaskListSchema.parse(await (await get('/v1/review-tasks?limit=2')).json());
    const rest = reviewTaskListSchema.parse(await (await get(`/v1/review-tasks?limit=200&after=${first.next}`)).json());
    expect(first.tasks).toHaveLength(2);
    expect(rest).not.toHaveProperty('next');
    expect([...first.tasks, ...rest.tasks]).toEqual(all.tasks);
    const instants = all.tasks.map(({ createdAt }) => createdAt);
    expect(instants).toEqual([...instants].sort());
    expect([first.open, rest.open, all.open]).toEqual(Array.from({ length: 3 }, () => all.tasks.length));
  });

  it.each(['limit=0', 'limit=201', 'limit=x', 'after=yesterday', 'status=closed'])('are not listed for %s', async (query) => {
    expect(await kindOf(await get(`/v1/review-tasks?${query}`))).toBe('request-invalid');
  });

  it('show the record, whom it may be, and what each field says', async () => {
    const { taskId, one, two, provisional } = await doubt();
    const task = await read(taskId);
    expect(task).toMatchObject({
      status: 'open',
      customerId: provisional,
      record: { source: 'permits', assurance: 'self-asserted' },
    });
    expect(task.candidates.map(({ customerId }) => customerId).sort()).toEqual([one, two].sort());
    for (const { probability, explanation, values } of task.candidates) {
      expect(probability).toBeGreaterThan(0.5);
      expect(explanation.find(({ field }) => field === 'date-of-birth')).toMatchObject({
        bits: expect.toSatisfy(isFor) as unknown,
      });
      expect(values.find(({ field }) => field === 'postal-address')?.value).toEqual(personOf(person).postalAddress);
    }
  });

  it('are nobody’s to read or settle without the role, a name and a reason', async () => {
    const { taskId, version, one } = await doubt();
    const body = { verdict: 'same', candidateId: one, version };
    const withoutReason = { ...credentialsOf('reviewers'), 'index-staff': 'clerk-1' };
    expect(await kindOf(await get(`/v1/review-tasks/${taskId}`, credentialsOf('permits')))).toBe('permission-missing');
    expect(await kindOf(await decide(taskId, body, credentialsOf('loader')))).toBe('permission-missing');
    expect(await kindOf(await decide(taskId, body, withoutReason))).toBe('reason-missing');
    expect(await kindOf(await get('/v1/review-tasks', credentialsOf('permits')))).toBe('permission-missing');
    expect(await read(taskId)).toMatchObject({ status: 'open', version });
    expect((await history(one)).changes).toEqual([]);
  });

  it('settled as the same make the provisional customer the candidate: its ID answers with the survivor, repeats stay the same', async () => {
    const { taskId, version, one, provisional } = await doubt();
    const before = await send(
      '/v1/submissions',
      { caseReference: `doubt-${person}`, fields: entriesOf(person) },
      credentialsOf('permits'),
    );
    const answer = reviewDecisionAnswerSchema.parse(
      await (await decide(taskId, { verdict: 'same', candidateId: one, version })).json(),
    );
    const after = await send(
      '/v1/submissions',
      { caseReference: `doubt-${person}`, fields: entriesOf(person) },
      credentialsOf('permits'),
    );
    const owner = caseOwnerSchema.parse(await (await get(`/v1/cases/doubt-${person}`, credentialsOf('permits'))).json());
    expect(answer).toEqual({ status: 'settled', version: version + 1, customerId: one });
    expect((await view(provisional)).customerId).toBe(one);
    expect(await after.text()).toBe(await before.text());
    expect(owner).toEqual({ caseReference: `doubt-${person}`, answeredCustomerId: provisional, customerId: one });
    expect(await history(provisional)).toMatchObject({
      customerId: one,
      mergedIds: [provisional],
      changes: [
        { kind: 'merge', customerId: one, otherCustomerId: provisional, decidedBy: 'clerk-1', reason: 'seen with papers' },
      ],
      links: [{ cause: 'new' }, { cause: 'review' }, { cause: 'merge', previousCustomerId: provisional }],
      rulings: [{ kind: 'together' }],
    });
  });

  it('between two confirmed customers need a second person, who is another', async () => {
    person += 1;
    const [one, two] = [await submit(`one-${person}`, person, blind), await submit(`two-${person}`, person, blind)];
    const opened = reviewTaskSchema.parse(await (await send('/v1/review-tasks', { customerIds: [two, one] })).json());
    const first = await decide(opened.taskId, { verdict: 'same', candidateId: one, version: 1 });
    const again = await decide(opened.taskId, { verdict: 'same', candidateId: one, version: 2 });
    const stale = await decide(opened.taskId, { verdict: 'same', candidateId: one, version: 1 }, colleague);
    expect(reviewDecisionAnswerSchema.parse(await first.json())).toEqual({
      status: 'awaiting-second',
      version: 2,
      customerId: two,
    });
    expect([await kindOf(again), await kindOf(stale)]).toEqual(['second-person-required', 'task-changed']);
    expect((await view(two)).customerId).toBe(two);
    const second = await decide(opened.taskId, { verdict: 'same', candidateId: one, version: 2 }, colleague);
    expect(await second.json()).toMatchObject({ status: 'settled' });
    const [left, right] = [await view(one), await view(two)];
    expect(left.customerId).toBe(right.customerId);
    expect((await history(one)).changes).toMatchObject([{ kind: 'merge', decidedBy: 'clerk-1', secondedBy: 'clerk-2' }]);
    expect(await kindOf(await decide(opened.taskId, { verdict: 'same', candidateId: one, version: 3 }))).toBe('task-settled');
  });

  it('settled as different stay apart when the same data comes again, and cannot be merged behind that', async () => {
    const { taskId, version, provisional, one } = await doubt();
    const answer = await decide(taskId, { verdict: 'different', version });
    expect(await answer.json()).toMatchObject({ status: 'settled', customerId: provisional });
    expect((await view(provisional)).status).toBe('confirmed');
    const again = await jsonOf(
      await send('/v1/submissions', { caseReference: `again-${person}`, fields: entriesOf(person) }, credentialsOf('bins')),
    );
    // The two others hold the same identity: nobody ruled between those.
    expect(again).toMatchObject({ outcome: 'review' });
    const opened = reviewTaskSchema.parse(await (await send('/v1/review-tasks', { customerIds: [provisional, one] })).json());
    await decide(opened.taskId, { verdict: 'same', candidateId: one, version: 1 });
    expect(await kindOf(await decide(opened.taskId, { verdict: 'same', candidateId: one, version: 2 }, colleague))).toBe(
      'ruled-apart',
    );
  });

  it('said different of one candidate stay open for the other', async () => {
    const { taskId, version, one, two, provisional } = await doubt();
    await decide(taskId, { verdict: 'different', candidateId: one, version });
    expect(await read(taskId)).toMatchObject({ status: 'open', version: version + 1 });
    expect((await history(one)).rulings).toMatchObject([{ kind: 'apart' }]);
    const answer = await decide(taskId, { verdict: 'same', candidateId: two, version: version + 1 });
    expect(await answer.json()).toMatchObject({ status: 'settled', customerId: two });
    expect([(await view(provisional)).customerId, (await view(one)).customerId]).toEqual([two, one]);
    expect((await history(two)).rulings.map(({ kind }) => kind).sort()).toEqual(['apart', 'together']);
  });

  it('that nobody can tell change nothing and are labels all the same', async () => {
    const { taskId, version, provisional } = await doubt();
    const before = await history(provisional);
    await decide(taskId, { verdict: 'cannot-tell', version });
    expect((await view(provisional)).status).toBe('provisional');
    expect(await history(provisional)).toEqual(before);
    const recordId = (await read(taskId)).record.recordId;
    const { labels } = reviewLabelListSchema.parse(await (await get('/v1/review-labels?limit=200')).json());
    const own = labels.filter((label) => label.recordId === recordId);
    expect(own).toMatchObject([{ verdict: 'cannot-tell' }, { verdict: 'cannot-tell' }]);
    expect(own.flatMap(({ otherRecordIds }) => otherRecordIds)).toHaveLength(2);
  });

  it('that were merged wrongly are taken back, and what came later stays', async () => {
    const { taskId, version, one, provisional } = await doubt();
    await decide(taskId, { verdict: 'same', candidateId: one, version });
    const [change] = (await history(one)).changes;
    index.advance(1_000);
    const undone = await send(`/v1/changes/${change?.changeId}/undo`, {});
    expect(changeViewSchema.parse(await undone.json())).toMatchObject({ kind: 'split', undoes: change?.changeId });
    const own = await history(provisional);
    expect(own).toMatchObject({ customerId: provisional, cases: [{ caseReference: `doubt-${person}` }], rulings: [] });
    expect((await history(one)).changes).toMatchObject([{ undoneBy: own.changes[1]?.changeId }, { undoes: change?.changeId }]);
    expect(await kindOf(await send(`/v1/changes/${change?.changeId}/undo`, {}))).toBe('change-superseded');
    expect(await kindOf(await send(`/v1/changes/${taskId}/undo`, {}))).toBe('change-unknown');
  });

  it('about one customer who is two are settled by a split: cases follow their records, and loads and submissions keep them apart', async () => {
    person += 1;
    const [mine, theirs] = [person, (person += 1)];
    const mixed = createTestIndex(database.store, {
      decide: (_, [candidate]) =>
        candidate === undefined
          ? { outcome: 'new', grade: 'certainly-not', ranked: [] }
          : { outcome: 'existing', grade: 'certain', customerId: candidate.customerId, ranked: [] },
      blockingKeys: () => [`mixed-${mine}`, ...index.context.matching.blockingKeys({})],
    });
    const customerId = await submit(`mine-${mine}`, mine, mixed);
    expect(await submit(`theirs-${theirs}`, theirs, mixed)).toBe(customerId);
    const before = await history(customerId);
    const going = before.cases.find(({ caseReference }) => caseReference === `theirs-${theirs}`)?.recordId ?? '';
    const body = { version: before.version, recordIds: [going] };
    expect(await kindOf(await send(`/v1/customers/${customerId}/splits`, { ...body, version: 99 }))).toBe('customer-changed');
    const all = before.cases.map(({ recordId }) => recordId);
    expect(await kindOf(await send(`/v1/customers/${customerId}/splits`, { ...body, recordIds: all }))).toBe('split-impossible');
    const split = changeViewSchema.parse(await (await send(`/v1/customers/${customerId}/splits`, body)).json());
    const caseOf = async (reference: string) =>
      caseOwnerSchema.parse(await (await get(`/v1/cases/${reference}`, credentialsOf('permits'))).json()).customerId;
    expect([await caseOf(`mine-${mine}`), await caseOf(`theirs-${theirs}`)]).toEqual([customerId, split.otherCustomerId]);
    // Both are found by the same key; the same data again goes where a person put it.
    const apart = createTestIndex(database.store, {
      decide: (_, candidates) => ({
        outcome: 'review',
        grade: 'probable',
        ranked: candidates.map((one) => ({
          customerId: one.customerId,
          probability: 0.9,
          bits: 3,
          grade: 'probable',
          evidence: [],
        })),
      }),
      blockingKeys: () => [`mixed-${mine}`],
    });
    expect(await submit(`again-${mine}`, mine, apart)).toBe(customerId);
    expect(await submit(`again-${theirs}`, theirs, apart)).toBe(split.otherCustomerId);
    const undone = await send(`/v1/changes/${split.changeId}/undo`, {});
    expect(changeViewSchema.parse(await undone.json())).toMatchObject({ kind: 'merge', undoes: split.changeId });
    expect([await caseOf(`theirs-${theirs}`), (await view(split.otherCustomerId)).customerId]).toEqual([customerId, customerId]);
  });

  it('decided by two at the same moment are decided once', async () => {
    const { taskId, version, one, two, provisional } = await doubt();
    const answers = await Promise.all([
      decide(taskId, { verdict: 'same', candidateId: one, version }, clerk),
      decide(taskId, { verdict: 'same', candidateId: two, version }, colleague),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [winner, loser] = answers[0].status === 200 ? [one, two] : [two, one];
    expect([(await view(provisional)).customerId, (await view(loser)).customerId]).toEqual([winner, loser]);
    expect((await history(loser)).changes).toEqual([]);
  });
});
