/** The host page in Angular, compiled in the page and without zones. */
import '@angular/compiler';
import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import '../../../../src/define.ts';
import { index, known, noteEvent, noteSubmission } from '../host-page.ts';

@Component({
  selector: 'host-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <form (submit)="noteSubmission($event)">
      <p>
        Drawn <span data-testid="drawings">{{ drawings() }}</span>
      </p>
      <citizen-id-form [index]="index" [initialIdentity]="known()" (citizen-id-resolved)="noteEvent($event)"></citizen-id-form>
      <label>Permit <input name="permit" value="resident" /></label>
      <button type="button" (click)="drawAgain()">Draw again</button>
      <button type="reset">Start again</button>
      <button>Continue</button>
    </form>
  `,
})
class HostPage {
  readonly drawings = signal(1);
  readonly index = index;
  readonly noteEvent = noteEvent;
  readonly noteSubmission = noteSubmission;
  #drawn = { drawings: 0, known: known() };

  /** A new object for each drawing; Angular itself asks twice, and wants the same. */
  known() {
    if (this.#drawn.drawings !== this.drawings()) this.#drawn = { drawings: this.drawings(), known: known() };
    return this.#drawn.known;
  }

  drawAgain(): void {
    this.drawings.update((count) => count + 1);
  }
}

await bootstrapApplication(HostPage, { providers: [provideZonelessChangeDetection()] });
