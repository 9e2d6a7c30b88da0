/**
 * The routes of one service: its form, what it posts, and the confirmation. What the index says is no part of any answer
 * here, neither in content nor in time: a case is kept, its number told, and the index is asked beside it.
 */
import { randomBytes } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { checkEntries, pickElementEntries } from '../../src/host/index.ts';
import type { Entries } from '../../src/standard/identity.ts';
import { profiles } from '../../src/standard/profiles.ts';
import { donePage } from '../pages/done-page.ts';
import { formPage, type FormPageWays } from '../pages/form-page.ts';
import { notFoundPage, problemPage } from '../pages/problem-page.ts';
import type { Backend } from '../services/backend.ts';
import { checkAnswers, elementName } from '../services/service.ts';

export function addServiceRoutes(app: Hono, backend: Backend, ways: FormPageWays): void {
  const { service, cases, settler } = backend;
  const donePath = `${service.path === '/' ? '' : service.path}/done`;

  app.get(service.path, (context) =>
    context.html(
      formPage(service, ways, { formToken: createFormToken(), fields: {}, answers: {}, issues: [], faults: new Map() }).text,
    ),
  );

  app.post(service.path, async (context) => {
    const entries = await readEntries(context);
    if (!entries) return context.html(problemPage('The form did not arrive whole. Go back and send it again.').text, 400);
    const { 'form-token': formToken = createFormToken(), ...answers } = entries;
    const checked = checkEntries(answers, { profile: profiles.gb, elementName });
    const faults = checkAnswers(service, answers);
    if (!checked.ok || faults.size > 0) {
      const { fields } = pickElementEntries(answers, elementName);
      const issues = checked.ok ? [] : checked.issues;
      return context.html(formPage(service, ways, { formToken, fields, answers, issues, faults }).text, 422);
    }
    const { caseNumber } = await cases.open(formToken, answers);
    settler.begin(caseNumber);
    return context.redirect(`${donePath}/${caseNumber}`, 303);
  });

  app.get(`${donePath}/:caseNumber`, (context) => {
    const { caseNumber } = context.req.param();
    if (!cases.find(caseNumber)) return context.html(notFoundPage().text, 404);
    return context.html(donePage(service, caseNumber).text);
  });
}

/** 128 random bits for each page that is rendered: by it, the same page sent twice is known for one. */
const createFormToken = () => randomBytes(16).toString('base64url');

/** The text entries of a posted form, the first of each name; undefined where the body is no form. */
async function readEntries(context: Context): Promise<Entries | undefined> {
  try {
    const form = await context.req.raw.formData();
    const entries = new Map<string, string>();
    for (const [name, value] of form) if (typeof value === 'string' && !entries.has(name)) entries.set(name, value);
    return Object.fromEntries(entries);
  } catch {
    return undefined;
  }
}
