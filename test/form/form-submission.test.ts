/** The order of a submission: checked, resolved, then let through once; and that no index, however bad, holds a resident up. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { standardVersion } from '../../src/standard/version.ts';
import {
  answers,
  createFakeIndex,
  doubleClick,
  errorsOf,
  fill,
  hasRealInput,
  inputOf,
  openPage,
  pause,
  press,
  the,
  type,
  until,
} from './page.ts';

/** Two presses are one when they come within a second; on a busy machine what a test does twice at once may take longer. */
function stopClock(): void {
  vi.spyOn(performance, 'now').mockReturnValue(performance.now());
}

afterEach(() => vi.restoreAllMocks());

/** Every event of the element, as a host hears them at its form. */
function listen(target: EventTarget): string[] {
  const heard: string[] = [];
  for (const type of ['citizen-id-changed', 'citizen-id-invalid', 'citizen-id-resolved', 'citizen-id-deferred']) {
    target.addEventListener(type, (event) =>
      heard.push(`${type} ${JSON.stringify(event instanceof CustomEvent ? event.detail : '')}`),
    );
  }
  return heard;
}

describe('A submission with wrong answers', () => {
  for (const novalidate of [false, true]) {
    it(`is stopped before the host hears of it, novalidate ${novalidate}`, async () => {
      const { form, element, index, submissions } = await openPage({ answers: { 'name.given': 'Ada' } });
      form.noValidate = novalidate;
      const heard = listen(form);
      await press(form, 'Continue');
      await pause(50);
      expect(submissions).toEqual([]);
      expect(index.requests).toEqual([]);
      expect(document.activeElement).toBe(the(element, '.cif-summary'));
      expect(heard).toEqual([
        'citizen-id-invalid {"issues":[{"code":"name/family-missing","path":"name.family"},{"code":"date-of-birth/missing","path":"dateOfBirth.day"},{"code":"postal-address/missing","path":"postalAddress.line1"}]}',
      ]);
    });
  }

  it('is stopped again, and shown again, as long as they are wrong', async () => {
    const { form, element, submissions } = await openPage();
    await press(form, 'Continue');
    inputOf(element, 'name.given').focus();
    await press(form, 'Continue');
    expect(document.activeElement).toBe(the(element, '.cif-summary'));
    expect(element.querySelectorAll('.cif-summary').length).toBe(1);
    expect(submissions.length).toBe(0);
  });

  it('passes where the button says that nothing is to be checked', async () => {
    const { form, element, index, submissions } = await openPage({ answers: { 'name.given': 'Ada' } });
    await press(form, 'Save for later');
    expect(submissions.length).toBe(1);
    expect(submissions[0]?.entries).toContainEqual(['action', 'save']);
    expect(index.requests).toEqual([]);
    expect(errorsOf(element)).toEqual({});
  });

  it.each([
    ['at home', '01990 960123'], // 0199 is no area of the United Kingdom: by its shape alone the number could be one.
    ['far away', '+33 0 00 00 00 00'], // No French number starts so: the nearest countries' rules do not know it.
  ])('waits for the telephone rules %s, which come late', async (_where, typed) => {
    const { form, element, submissions } = await openPage({ answers });
    const input = inputOf(element, 'telephoneNumber');
    input.value = typed;
    expect(element.issues).toEqual([]);
    await press(form, 'Continue');
    await until('the error', () => 'telephoneNumber' in errorsOf(element));
    expect(document.activeElement).toBe(the(element, '.cif-summary'));
    expect(submissions.length).toBe(0);
  });
});

describe('A submission with right answers', () => {
  it('is held until the index has answered, and reaches the host once, by the button that was pressed', async () => {
    let answer: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (answer = resolve));
    const { form, element, index, submissions } = await openPage({
      answers,
      index: createFakeIndex({ gate }),
      attributes: { service: 'parking-permit' },
    });
    const heard = listen(form);
    await press(form, 'Continue elsewhere');
    expect(submissions.length).toBe(0);
    expect(the(element, '.cif-form').getAttribute('aria-busy')).toBe('true');
    expect(the(element, '[role=status]').textContent).toBe('Checking your details');
    answer();
    await until('the submission', () => submissions.length === 1);
    await pause(50);
    expect(submissions.length).toBe(1);
    expect(submissions[0]?.submitter?.textContent).toBe('Continue elsewhere');
    expect(submissions[0]?.entries).toContainEqual(['action', 'other']);
    expect(submissions[0]?.entries).toContainEqual(['customer', 'reference-1']);
    expect(the(element, '.cif-form').hasAttribute('aria-busy')).toBe(false);
    expect(index.requests.map(({ service, profile, standardVersion }) => [service, profile, standardVersion])).toEqual([
      ['parking-permit', 'gb', standardVersion],
    ]);
    expect(heard.length).toBe(1);
    expect(element.resolution?.reference).toBe('reference-1');
  });

  it('is one, however fast the button is pressed twice', async () => {
    stopClock();
    for (const delay of [0, 100]) {
      const { form, index, submissions } = await openPage({ answers, index: createFakeIndex({ delay }) });
      await doubleClick(the(form, 'button'));
      await until('the submission', () => submissions.length > 0);
      await pause(200);
      expect(submissions.length, `with ${delay} ms`).toBe(1);
      expect(index.requests.length).toBe(1);
      form.remove();
    }
  });

  // Only a real key submits a form from inside an input.
  it.skipIf(!hasRealInput)('is one, when Enter is pressed twice in an answer', async () => {
    stopClock();
    const { element, submissions } = await openPage({ answers, index: createFakeIndex({ delay: 50 }) });
    inputOf(element, 'name.given').focus();
    await userEvent.keyboard('{Enter}{Enter}');
    await until('the submission', () => submissions.length > 0);
    await pause(200);
    expect(submissions.length).toBe(1);
  });

  it('asks again when an answer has changed since, and submits no reference for other answers', async () => {
    const { form, element, index } = await openPage({ answers });
    await element.resolve();
    expect(new FormData(form).get('customer')).toBe('reference-1');
    await fill(element, { 'name.given': 'Adah' });
    expect(new FormData(form).has('customer')).toBe(false);
    expect(element.resolution).toBe(undefined);
    await element.resolve();
    expect(index.requests.map(({ identity }) => identity.name?.given)).toEqual(['Ada', 'Adah']);
    expect(new FormData(form).get('customer')).toBe('reference-2');
  });

  it('asks again when an answer was changed without an event', async () => {
    const { form, element, index, submissions } = await openPage({ answers });
    await element.resolve();
    inputOf(element, 'name.given').value = 'Adah';
    await press(form, 'Continue');
    await until('the submission', () => submissions.length === 1);
    expect(index.requests[1]?.identity.name?.given).toBe('Adah');
    expect(submissions[0]?.entries).toContainEqual(['customer', 'reference-2']);
  });

  it('counts what was typed while the index was asked', async () => {
    let answer = (): void => undefined;
    const gate = new Promise<void>((resolve) => (answer = resolve));
    const { form, element, index, submissions } = await openPage({ answers, index: createFakeIndex({ gate }) });
    await press(form, 'Continue');
    await until('the question', () => index.requests.length === 1);
    inputOf(element, 'name.given').value = 'Adah';
    answer();
    await until('the submission', () => submissions.length === 1);
    expect(submissions[0]?.entries).toContainEqual(['customer.name.given', 'Adah']);
    expect(submissions[0]?.entries).toContainEqual(['customer', 'reference-2']);
  });

  it('is not looked up where the host resolves later, on a page of several', async () => {
    const { form, index, submissions } = await openPage({ answers, attributes: { resolve: 'never' } });
    await press(form, 'Continue');
    expect(submissions.length).toBe(1);
    expect(index.requests).toEqual([]);
    expect(submissions[0]?.entries.map(([name]) => name)).not.toContain('customer');
  });

  it('asks once for each submission where a reference expires at once, as on a computer with a wrong clock', async () => {
    const index = createFakeIndex({ resolution: { expiresAt: '2020-01-01T00:00:00Z' } });
    const { form, element, submissions } = await openPage({ answers, index });
    await press(form, 'Continue');
    await until('the submission', () => submissions.length === 1);
    expect(element.resolution).toBe(undefined);
    expect(submissions[0]?.entries).toContainEqual(['customer', 'reference-1']);
    await press(form, 'Continue elsewhere');
    await until('the second submission', () => submissions.length === 2);
    expect(index.requests.length).toBe(2);
  });

  it('passes with locked answers that have issues: they are the host’s to mend', async () => {
    const { form, index, submissions } = await openPage({ attributes: { readonly: '' } });
    await press(form, 'Continue');
    expect(submissions.length).toBe(1);
    expect(index.requests).toEqual([]);
  });
});

describe('A bad index', () => {
  it('that fails is told as deferred, and the form is submitted without a reference', async () => {
    const { form, element, submissions } = await openPage({ answers, index: createFakeIndex({ fails: true }) });
    const heard = listen(form);
    await press(form, 'Continue');
    await until('the submission', () => submissions.length === 1);
    expect(heard).toEqual(['citizen-id-deferred {"code":"ADAPTER_UNREACHABLE"}']);
    expect(submissions[0]?.entries).toContainEqual(['customer.name.given', 'Ada']);
    expect(submissions[0]?.entries.map(([name]) => name)).not.toContain('customer');
    expect(the(element, '[role=status]').textContent).toContain('later');
  });

  it('that never answers is waited for no longer than four seconds', async () => {
    const { form, submissions } = await openPage({ answers, index: createFakeIndex({ delay: 60_000 }) });
    const heard = listen(form);
    const begin = performance.now();
    await press(form, 'Continue');
    // A busy machine is late; what counts is that nobody waits for the minute that the index takes.
    await until('the submission', () => submissions.length === 1);
    expect(performance.now() - begin).toBeGreaterThan(3_900);
    expect(heard).toEqual(['citizen-id-deferred {"code":"ADAPTER_TIMEOUT"}']);
  });

  it('is asked again on the next submission', async () => {
    const { form, element, index, submissions } = await openPage({ answers, index: createFakeIndex({ fails: true }) });
    await press(form, 'Continue');
    await until('the submission', () => submissions.length === 1);
    await fill(element, { emailAddress: 'ada@example.org' });
    await press(form, 'Continue');
    await until('the submission', () => submissions.length === 2);
    expect(index.requests.length).toBe(2);
  });

  it('that is not there at all holds nobody up either', async () => {
    const { form, element, submissions } = await openPage({ answers });
    element.index = undefined;
    const heard = listen(form);
    await press(form, 'Continue');
    await until('the submission', () => submissions.length === 1);
    expect(heard).toEqual(['citizen-id-deferred {"code":"CONFIGURATION_INVALID"}']);
  });
});

describe('What a host hears and gets', () => {
  it('is a change for every edit, once, without what was typed', async () => {
    const { form, element } = await openPage();
    const heard = listen(form);
    inputOf(element, 'name.given').focus();
    await type('Ad');
    inputOf(element, 'name.given').dispatchEvent(new Event('change', { bubbles: true }));
    expect(heard).toEqual(['citizen-id-changed null', 'citizen-id-changed null']);
  });

  it('is the customer ID on event and property where the index discloses it, and never in the form', async () => {
    const index = createFakeIndex({ resolution: { customerId: 'GBX-1', grade: 'certain' } });
    const { form, element } = await openPage({ answers, index });
    const heard = listen(form);
    await element.resolve();
    expect(element.resolution?.customerId).toBe('GBX-1');
    expect(heard[0]).toContain('"customerId":"GBX-1"');
    expect([...new FormData(form).values()]).not.toContain('GBX-1');
  });

  it('is the reference in a field of its own, as if typed, and its removal when an answer changes', async () => {
    const { form, element } = await openPage({ answers, attributes: { 'bind-to': 'low-code-field' } });
    form.insertAdjacentHTML('beforeend', '<input id="low-code-field" />');
    const field = the<HTMLInputElement>(form, '#low-code-field');
    const heard: string[] = [];
    for (const type of ['input', 'change']) field.addEventListener(type, () => heard.push(`${type} ${field.value}`));
    await element.resolve();
    await fill(element, { 'name.given': 'Adah' });
    expect(heard).toEqual(['input reference-1', 'change reference-1', 'input ', 'change ']);
  });

  it('is undefined from resolve() where answers are wrong, with an event', async () => {
    const { form, element, index } = await openPage();
    const heard = listen(form);
    expect(await element.resolve()).toBe(undefined);
    expect(heard.length).toBe(1);
    expect(heard[0]).toContain('citizen-id-invalid');
    expect(index.requests).toEqual([]);
  });
});
