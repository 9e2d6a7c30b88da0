/**
 * The browser's history of a form in steps: an entry for each step, so that Back works. Holds names of steps, and never an answer;
 * what others keep in an entry stays.
 */

const key = 'citizenIdForm';

/** The step that the present entry is of, for the element of this name. */
export function stepInHistory(elementName: string): string | undefined {
  const step: unknown = stepsIn(history.state)[elementName];
  return typeof step === 'string' ? step : undefined;
}

/** Adds an entry, at the same address; the one before is marked too, so that entries of the page's own are told from ours. */
export function addToHistory(elementName: string, { from, step }: { readonly from: string; readonly step: string }): void {
  if (stepInHistory(elementName) === undefined) history.replaceState(stateWith(elementName, from), '');
  history.pushState(stateWith(elementName, step), '');
}

function stateWith(elementName: string, step: string): object {
  const { state } = history as { readonly state: unknown };
  return { ...asObject(state), [key]: { ...stepsIn(state), [elementName]: step } };
}

function stepsIn(state: unknown): Readonly<Record<string, unknown>> {
  return asObject(asObject(state)[key]);
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
