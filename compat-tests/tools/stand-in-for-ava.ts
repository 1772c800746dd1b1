/** As much of ava's interface as the tests of `crypto/` use, in the language alone. */
type Body = (t: Assertions) => void | Promise<void>;

export interface Report {
  readonly passed: number;
  /** Title and reason of each. */
  readonly failed: readonly string[];
}

const tests: { readonly title: string; readonly body: Body }[] = [];

export default function test(title: string, body: Body): void {
  tests.push({ title, body });
}

/** Runs all that was registered, one after the other. */
export async function runAll(): Promise<Report> {
  const failed: string[] = [];
  for (const { title, body } of tests) {
    try {
      const t = new Assertions();
      await body(t);
      if (t.count === 0) throw new Error('nothing was asserted');
    } catch (error) {
      failed.push(`${title}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  return { passed: tests.length - failed.length, failed };
}

interface Thrown {
  readonly instanceOf: new (...args: never[]) => unknown;
  readonly message?: string;
}

class Assertions {
  count = 0;

  is = (actual: unknown, expected: unknown, message?: string) =>
    this.#hold(Object.is(actual, expected), message ?? `${show(actual)} is not ${show(expected)}`);
  true = (actual: unknown, message?: string) => this.is(actual, true, message);
  false = (actual: unknown, message?: string) => this.is(actual, false, message);
  truthy = (actual: unknown, message?: string) => this.is(Boolean(actual), true, message);
  deepEqual = (actual: unknown, expected: unknown, message?: string) =>
    this.#hold(same(actual, expected), message ?? `${show(actual)} differs from ${show(expected)}`);
  notDeepEqual = (actual: unknown, expected: unknown) =>
    this.#hold(!same(actual, expected), `twice ${show(actual)}`);
  pass = () => this.#hold(true, '');
  fail = (message?: string) => this.#hold(false, message ?? 'it failed');
  log = () => {};

  throws(action: () => unknown, expected: Thrown): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof expected.instanceOf)) throw error;
      if (expected.message !== undefined) this.is((error as Error).message, expected.message);
      this.pass();
      return;
    }
    this.fail(`no ${expected.instanceOf.name}`);
  }

  notThrows(action: () => unknown): void {
    action();
    this.pass();
  }

  #hold(condition: boolean, message: string): void {
    this.count++;
    if (!condition) throw new Error(message);
  }
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const [left, right] = [a, b].map((each) => Object.entries(each));
  return (
    left.length === right.length &&
    left.every(([key, value], index) => right[index][0] === key && same(value, right[index][1]))
  );
}

function show(value: unknown): string {
  if (value instanceof Uint8Array) return `bytes ${value}`.slice(0, 200);
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, 200);
}
