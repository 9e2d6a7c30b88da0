/** Brings a resident whose form came back to what is wrong: the page's own summary takes focus, where the element shows none. */

export function focusFaultSummary(): void {
  const summary = document.querySelector<HTMLElement>('.fault-summary');
  if (summary && !document.querySelector('.cif-summary')) summary.focus();
}
