/** `npm start`: runs the demo until it is told to stop, and prints what to open. */
import { startDemo, type Demo } from './demo.ts';
import { readSettings } from './settings.ts';

const tell = (sentence: string) => console.log(sentence);

async function main(): Promise<void> {
  const stopEarly = new Promise<'stopped'>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve('stopped'));
  });
  const starting = startDemo(readSettings(process.env), tell);
  const demo = await Promise.race([starting, stopEarly]);
  if (demo !== 'stopped') {
    printWelcome(demo);
    letIndexBeToggled(demo);
    await stopEarly;
  }
  await (await starting).close();
}

function printWelcome({ url, peopleToTry }: Demo): void {
  const people = peopleToTry.map(({ name, dateOfBirth, address }) => `  ${name}, born ${dateOfBirth}, ${address}`);
  tell(`
Open, in any order:
  ${url}/                Apply for a parking permit
  ${url}/missed-bin      Report a missed bin collection
  ${url}/staff/cases     Cases, as caseworkers see them
  ${url}/staff/new-case  New case for a caller, filled in by staff

A form ends with a case number. Beside it, open the caseworker's page of that case:
  ${url}/staff/cases/<case number>
(In a real council, staff pages sit behind sign-in.)

Three synthetic people to try, with or without a typing mistake:
${people.join('\n')}
`);
}

/** For trying what happens without the index. Windows has no such signal. */
function letIndexBeToggled(demo: Demo): void {
  if (process.platform === 'win32') return;
  let isStopped = false;
  process.on('SIGUSR2', () => {
    isStopped = !isStopped;
    const done = isStopped ? demo.stopIndex() : demo.startIndex();
    done.then(
      () => tell(isStopped ? 'The Customer Index is stopped.' : 'The Customer Index runs again.'),
      () => tell('The Customer Index did not start.'),
    );
  });
  tell(`To stop the Customer Index, and with the same command start it again: kill -USR2 ${process.pid}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The demo could not be started');
  process.exitCode = 1;
}
