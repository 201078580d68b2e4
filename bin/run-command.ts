import { describeSystemError, type Attempt } from './attempt';

/** Runs what a person typed and ends the process: its result is printed, whatever goes wrong is said on the error channel. */
export async function runCommand(work: () => Promise<Attempt<string>>): Promise<never> {
  try {
    const done = await work();
    if (done.ok) console.log(done.value);
    else console.error(done.failure);
    process.exit(done.ok ? 0 : 1);
  } catch (error) {
    const sentence = describeSystemError(error);
    if (sentence === null) throw error;
    console.error(sentence);
    process.exit(1);
  }
}
